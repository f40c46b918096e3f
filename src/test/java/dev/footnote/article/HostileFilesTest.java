package dev.footnote.article;

import static dev.footnote.article.Formats.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that are made to harm whoever reads them: nested as deep as no document is, with entities that grow, with rows
 * and columns without end. Each is read or refused with a sentence; none ends in a fault of ours.
 */
class HostileFilesTest {

    private static final int DEEP = 20_000;

    private static final String LAUGHS = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">"
            + "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">"
            + "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\">"
            + "<!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\"><!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\">]>";

    private static final String SECRET = "what only this machine knows";

    @TempDir
    static Path folder;

    private final ArticleReaders readers = new ArticleReaders(() -> new MemorySize(BigInteger.valueOf(5 << 20)));

    static Stream<Arguments> files() throws IOException {
        Path file = Files.writeString(folder.resolve("secret.txt"), SECRET);
        String secret = "<!DOCTYPE x [<!ENTITY g SYSTEM \"" + file.toUri() + "\">]>";
        byte[] docx = Formats.docx("The mill stood by the river.");
        byte[] pptx = Formats.pptx("The mill", "It stood by the river.");
        byte[] epub = Formats.epub("The mill", "<p>The mill stood by the river.</p>");
        return Stream.of(
                file("deep.html", utf8("<div>".repeat(DEEP) + "The mill stood.")),
                file("tables.html", utf8("<table><tr><td>".repeat(DEEP) + "The mill stood.")),
                file("lists.html", utf8("<ul><li>".repeat(DEEP) + "The mill stood.")),
                file("wide.html", utf8("<table><tr>" + "<td colspan=1000 rowspan=65534>a".repeat(1_000) + "</table>")),
                file("deep.md", utf8("> ".repeat(DEEP) + "The mill stood.")),
                file("lists.md", utf8("- ".repeat(DEEP) + "The mill stood.")),
                file("brackets.md", utf8("[".repeat(DEEP) + "The mill stood." + "](".repeat(DEEP))),
                file("stars.md", utf8("*a **b ".repeat(DEEP))),
                file("columns.csv", utf8("a,".repeat(200_000) + "\n" + "1,".repeat(200_000))),
                file("rows.csv", utf8("a,b\n" + "1,2\n".repeat(200_000))),
                file("quotes.csv", utf8("\"".repeat(200_001))),
                file("one-cell.csv", utf8("a,b\n\"" + "word \n".repeat(200_000) + "\",2")),
                file(
                        "laughs.docx",
                        changed(docx, "word/document.xml", xml -> withDoctype(xml, LAUGHS, "river", "&g;"))),
                file(
                        "secret.docx",
                        changed(docx, "word/document.xml", xml -> withDoctype(xml, secret, "river", "&g;"))),
                file(
                        "deep.docx",
                        changed(
                                docx,
                                "word/document.xml",
                                xml -> xml.replace(
                                        "<w:body>", "<w:body>" + nested(DEEP / 10, "w:tbl", "w:tr", "w:tc")))),
                file(
                        "laughs.pptx",
                        changed(pptx, "ppt/slides/slide1.xml", xml -> withDoctype(xml, LAUGHS, "river", "&g;"))),
                file(
                        "deep.pptx",
                        changed(
                                pptx,
                                "ppt/slides/slide1.xml",
                                xml -> xml.replace("<p:spTree>", "<p:spTree>" + nested(DEEP, "p:grpSp")))),
                file("laughs.epub", changed(epub, "", xml -> withDoctype(xml, LAUGHS, "river", "&g;"))),
                file("secret.epub", changed(epub, "", xml -> withDoctype(xml, secret, "river", "&g;"))),
                file(
                        "deep.epub",
                        changed(epub, "", xml -> xml.replace("<p>The mill", "<div>".repeat(DEEP) + "<p>The mill"))));
    }

    private static Arguments file(String name, byte[] content) {
        return Arguments.of(name, Named.of(content.length + " bytes", content));
    }

    /** Opened and closed again, so that the file is well formed. */
    private static String nested(int times, String... names) {
        StringBuilder opening = new StringBuilder();
        StringBuilder closing = new StringBuilder();
        for (String name : names) {
            opening.append('<').append(name).append('>');
            closing.insert(0, "</" + name + ">");
        }
        return opening.toString().repeat(times) + closing.toString().repeat(times);
    }

    private static String withDoctype(String xml, String doctype, String word, String entity) {
        return xml.replaceFirst("(<\\?xml[^>]*>)?", "$1" + doctype.replace("\\", "\\\\"))
                .replace(word, entity);
    }

    /** The archive with the text of one entry changed, or of all where no name is given. */
    private static byte[] changed(byte[] archive, String name, UnaryOperator<String> change) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        boolean changed = false;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                in.transferTo(content);
                byte[] bytes = content.toByteArray();
                if (entry.getName().equals(name)
                        || name.isEmpty() && entry.getName().endsWith("html")) {
                    String before = new String(bytes, StandardCharsets.UTF_8);
                    String after = change.apply(before);
                    changed |= !after.equals(before);
                    bytes = utf8(after);
                }
                entries.put(entry.getName(), bytes);
            }
        }
        assertThat(changed).as("changed %s", name).isTrue();
        return Formats.zip(entries);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void isReadOrRefusedWithASentence(String name, byte[] content) {
        try {
            String text = readers.read(name, content).text();
            assertThat(text).hasSizeLessThan(2 * (5 << 20)).doesNotContain("aaaaaaaaaaaaaaaaaaaa");
            assertThat(text).doesNotContain(SECRET);
        } catch (UnreadableArticleException e) {
            assertThat(e.getMessage()).contains(name).endsWith(".").hasSizeLessThan(400);
        }
    }
}
