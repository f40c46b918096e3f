package dev.footnote.article;

import static dev.footnote.article.Formats.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.footnote.article.UnreadableArticleException.UnreadableReason;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EpubReaderTest {

    private static final String FIRST = "<h1>The mill</h1><p>The mill stood by the river.<a id='x'/> It was old.</p>";
    private static final String SECOND =
            "<h1>The ferry</h1><p>The ferry ran at night.</p><ul><li>It was slow.</li></ul>"
                    + "<table><tr><th>Day</th><th>Trips</th></tr><tr><td>Monday</td><td>4</td></tr></table>";

    private final ArticleReaders readers = new ArticleReaders(() -> new MemorySize(BigInteger.valueOf(1 << 20)));

    private static byte[] changed(Map<String, byte[]> parts, String name, String before, String after)
            throws IOException {
        parts.computeIfPresent(name, (key, content) -> {
            String text = new String(content, java.nio.charset.StandardCharsets.UTF_8);
            assertThat(text).contains(before);
            return utf8(text.replace(before, after));
        });
        return Formats.zip(parts);
    }

    private String refusal(byte[] content) {
        UnreadableArticleException refusal =
                catchThrowableOfType(UnreadableArticleException.class, () -> readers.read("a.epub", content));
        assertThat(refusal.reason()).isEqualTo(UnreadableReason.UNREADABLE);
        return String.valueOf(refusal.getMessage());
    }

    @Test
    void chaptersFollowOneAnotherWithTheirStructure() throws Exception {
        Manuscript manuscript = readers.read("a.zip", Formats.epub("Rivers &amp; Mills", FIRST, SECOND));
        assertThat(manuscript.mediaType()).isEqualTo("application/epub+zip");
        assertThat(manuscript.title()).isEqualTo("Rivers & Mills");
        assertThat(manuscript.metadata()).isEqualTo(new Metadata("Ada Lovelace, Bela Thorn", "1871", null));
        assertThat(manuscript.text())
                .isEqualTo(
                        "The mill\n\nThe mill stood by the river. It was old.\n\nThe ferry\n\nThe ferry ran at night."
                                + "\n\nIt was slow.\n\nDay | Trips\n\nMonday | 4");
        assertThat(manuscript.outline().entries())
                .extracting(Outline.Entry::role)
                .containsExactly(
                        Outline.Role.HEADING,
                        Outline.Role.HEADING,
                        Outline.Role.ITEM,
                        Outline.Role.HEADER_ROW,
                        Outline.Role.ROW);
        int monday = manuscript.text().indexOf("Monday");
        assertThat(manuscript.outline().context(monday, manuscript.text())).isEqualTo("The ferry\nDay | Trips");
        assertThat(manuscript.warnings()).isEmpty();
    }

    @Test
    void orderIsThatOfTheSpineAndContentsAreNoText() throws Exception {
        Map<String, byte[]> parts = Formats.epubParts(
                "T", FIRST, SECOND, "<p>Contents: the mill, the ferry.</p>", "<p>1. A note on the river.</p>");
        changed(parts, "OPS/book.opf", "<item id='c3'", "<item properties='nav' id='c3'");
        byte[] book = changed(
                parts,
                "OPS/book.opf",
                "<itemref idref='c1'/><itemref idref='c2'/><itemref idref='c3'/><itemref idref='c4'/>",
                "<itemref idref='c4' linear='no'/><itemref idref='c3'/><itemref idref='c2'/><itemref idref='c1'/>");
        String text = readers.read("a.epub", book).text();
        assertThat(text)
                .startsWith("The ferry")
                .endsWith("A note on the river.")
                .doesNotContain("Contents");
        assertThat(text.indexOf("The ferry")).isLessThan(text.indexOf("The mill"));
    }

    @Test
    void whatAReaderDoesNotSeeIsLeftOut() throws Exception {
        String body =
                "<p>The mill stood by the river.</p><p class='ghost'>INJECTED</p><style>p &gt; b {display:none}</style>"
                        + "<p>It <b>INJECTED</b>was old.<br class='ghost'/>And cold.</p><nav epub:type='toc'>INJECTED</nav>"
                        + "<aside epub:type='footnote'>A note.</aside>";
        assertThat(readers.read("a.epub", Formats.epub("T", body)).text())
                .isEqualTo("The mill stood by the river.\n\nIt was old.\nAnd cold.\n\nA note.");
    }

    @Test
    void missingChapterIsSaid() throws Exception {
        Map<String, byte[]> parts = Formats.epubParts("T", FIRST, SECOND);
        parts.remove("OPS/text/chapter 1.xhtml");
        assertThat(readers.read("a.epub", Formats.zip(parts)).warnings())
                .containsExactly("1 of the book's 2 parts are missing or damaged; they are left out.");
        parts.put("OPS/text/chapter 2.xhtml", new byte[] {0, 1, 2, 3, 4, 5});
        assertThat(refusal(Formats.zip(parts))).contains("missing or damaged");
    }

    @Test
    void refusalsSayWhy() throws Exception {
        assertThat(refusal(Formats.epub("T", "<img src='a.jpg'/>"))).contains("OCR");
        Map<String, byte[]> parts = Formats.epubParts("T", FIRST);
        parts.put(
                "META-INF/encryption.xml",
                utf8("<encryption><enc:EncryptedData xmlns:enc='http://www.w3.org/2001/04/xmlenc#'>"
                        + "<enc:EncryptionMethod Algorithm='http://www.w3.org/2001/04/xmlenc#aes128-cbc'/>"
                        + "<enc:CipherData><enc:CipherReference URI='OPS/text/chapter%201.xhtml'/></enc:CipherData>"
                        + "</enc:EncryptedData></encryption>"));
        assertThat(refusal(Formats.zip(parts))).contains("DRM");
        parts.remove("OPS/book.opf");
        assertThat(refusal(Formats.zip(parts))).contains("lists no chapters");
        byte[] whole = Formats.epub("T", FIRST, SECOND);
        assertThat(refusal(java.util.Arrays.copyOf(whole, whole.length / 2))).contains("damaged or truncated");
    }

    @Test
    void textOverTheLimitIsRefused() throws Exception {
        String chapter = "<p>" + "The mill stood by the river. ".repeat(20_000) + "</p>";
        byte[] book = Formats.epub("T", chapter, chapter);
        UnreadableArticleException refusal =
                catchThrowableOfType(UnreadableArticleException.class, () -> readers.read("a.epub", book));
        assertThat(refusal.reason()).isIn(UnreadableReason.TOO_LARGE, UnreadableReason.UNREADABLE);
    }
}
