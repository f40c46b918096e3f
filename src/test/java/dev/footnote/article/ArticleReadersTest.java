package dev.footnote.article;

import static dev.footnote.article.Formats.utf8;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.footnote.article.Formats.PdfLine;
import dev.footnote.article.UnreadableArticleException.UnreadableReason;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleReadersTest {

    private static final int LIMIT = 5 << 20;

    private static final String PROSE = "The committee met in Geneva on Monday. It has not said what it will do next.";

    private final ArticleReaders readers = new ArticleReaders(() -> new MemorySize(BigInteger.valueOf(LIMIT)));

    private Manuscript read(String name, byte[] content) throws UnreadableArticleException {
        Manuscript manuscript = readers.read(name, content);
        assertThat(manuscript.text()).doesNotContain("\r", "\0").isNotBlank();
        assertThat(NormalisedText.of(manuscript.text())).isEqualTo(manuscript.text());
        assertThat(manuscript.title()).isNotBlank().doesNotContainPattern("\\p{Cc}");
        assertThat(manuscript.pageStarts())
                .isSorted()
                .allMatch(start -> start < manuscript.text().length());
        if (!manuscript.pageStarts().isEmpty()) {
            assertThat(manuscript.pageStarts().get(0)).isZero();
        }
        return manuscript;
    }

    private UnreadableArticleException refusal(String name, byte[] content) {
        UnreadableArticleException refusal =
                catchThrowableOfType(UnreadableArticleException.class, () -> readers.read(name, content));
        assertThat(refusal).as(name).isNotNull();
        assertThat(refusal).hasMessageContaining("\"" + name + "\"");
        return refusal;
    }

    @Test
    void seedIsKeptAsItIsAndCalledByItsFirstStatement() throws Exception {
        byte[] content = Files.readAllBytes(Path.of("seeds/000_75601532fa1338ee.txt"));
        Manuscript seed = read("000_75601532fa1338ee.txt", content);
        assertThat(utf8(seed.text())).isEqualTo(content);
        assertThat(seed.title()).isEqualTo("Russia vetoed the latest United Nations resolution");
        assertThat(seed.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE"})
    void byteOrderMarkDecidesAndIsDropped(String charset) throws Exception {
        Manuscript manuscript = read("a.txt", ("\uFEFF" + PROSE + " 😀 é").getBytes(Charset.forName(charset)));
        assertThat(manuscript.text()).isEqualTo(PROSE + " 😀 é");
        assertThat(manuscript.warnings()).isEmpty();
    }

    @Test
    void utf16WithoutMarkIsRecognised() throws Exception {
        assertThat(read("a.txt", PROSE.getBytes(UTF_16LE)).text()).isEqualTo(PROSE);
        assertThat(read("a.txt", PROSE.getBytes(UTF_16BE)).text()).isEqualTo(PROSE);
    }

    @Test
    void westernEncodingIsReadWithAWarning() throws Exception {
        String text = "The café in São Paulo – “naïve” and the price of 5 € is what they said about it.";
        Manuscript manuscript = read("a.txt", text.getBytes("windows-1252"));
        assertThat(manuscript.text()).isEqualTo(text);
        assertThat(manuscript.warnings()).singleElement().asString().contains("windows-1252", "Save it as UTF-8");
    }

    @Test
    void aBrokenByteInUtf8CostsOneCharacterAndAWarning() throws Exception {
        byte[] content = utf8("The café of the naïve “Zoë” was closed when we came to see it. X");
        content[content.length - 1] = (byte) 0xC3;
        Manuscript manuscript = read("a.txt", content);
        assertThat(manuscript.text()).startsWith("The café of the naïve “Zoë”").endsWith("it. \uFFFD");
        assertThat(manuscript.warnings()).singleElement().asString().contains("not valid UTF-8");
    }

    @Test
    void lineEndsAndNulAreNormalisedAndNothingElse() throws Exception {
        assertThat(read("a.txt", utf8("  One\r\n\r\nTwo\rthree\0 \t four\u00A0five is the end of it.\r\n"))
                        .text())
                .isEqualTo("  One\n\nTwo\nthree\uFFFD \t four\u00A0five is the end of it.\n");
        assertThat(NormalisedText.of("a\uD800b\uDC00c\uD83D\uDE00")).isEqualTo("a\uFFFDb\uFFFDc\uD83D\uDE00");
    }

    @ParameterizedTest
    @CsvSource({
        "a.xlsx, UNSUPPORTED_TYPE, spreadsheet, xl/workbook.xml",
        "a.docx, UNSUPPORTED_TYPE, spreadsheet, xl/workbook.xml",
        "a.odt, UNSUPPORTED_TYPE, OpenDocument, mimetype",
        "a.txt, UNSUPPORTED_TYPE, archive, readme.txt",
        "a.docx, UNREADABLE, holds no such document, readme.txt",
        "a.pptx, UNREADABLE, holds no such document, readme.txt",
        "a.epub, UNREADABLE, holds no such document, readme.txt",
        "a.docx, UNREADABLE, damaged, word/document.xml",
        "a.txt, UNREADABLE, damaged, ppt/presentation.xml",
        "a.epub, UNREADABLE, lists no chapters, META-INF/container.xml",
    })
    void archiveIsJudgedByWhatItHolds(String name, UnreadableReason reason, String said, String entry)
            throws IOException {
        UnreadableArticleException refusal = refusal(name, Formats.zip(entry, utf8("<x/>")));
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal).hasMessageContaining(said);
    }

    @Test
    void whatIsNoTextIsRefusedUnderAnyName() {
        byte[] noise = new byte[5_000];
        new Random(7).nextBytes(noise);
        byte[] picture = noise.clone();
        System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, 0, picture, 0, 4);
        byte[] office = noise.clone();
        byte[] ole = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(ole, 0, office, 0, 8);
        assertThat(refusal("a.txt", noise)).hasMessageContaining("binary");
        assertThat(refusal("a.html", noise)).hasMessageContaining("binary");
        assertThat(refusal("a.txt", picture)).hasMessageContaining("picture (PNG)");
        assertThat(refusal("a.exe", noise).reason()).isEqualTo(UnreadableReason.UNSUPPORTED_TYPE);
        assertThat(refusal("a.rst", utf8("a,b"))).hasMessageContaining(".rst").hasMessageContaining(".docx");
        assertThat(refusal("a.doc", office)).hasMessageContaining("save it as .docx");
        assertThat(refusal("a.docx", office)).hasMessageContaining("encrypted");
        assertThat(refusal("a.docx", utf8(PROSE)).reason()).isEqualTo(UnreadableReason.UNREADABLE);
        assertThat(refusal("a.pdf", utf8(PROSE))).hasMessageContaining("not a PDF");
        assertThat(refusal("a.pptx", office)).hasMessageContaining("encrypted");
        assertThat(refusal("a.ppt", office)).hasMessageContaining("save it as .pptx");
        assertThat(refusal("a.pptx", utf8(PROSE))).hasMessageContaining("not a presentation");
        assertThat(refusal("a.epub", utf8(PROSE))).hasMessageContaining("not an EPUB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "a.md", "a.html", "a.pdf", "a.docx", "a.pptx", "a.epub", "a.csv", "a.tsv", "a"})
    void emptyAndBlankFilesAreUnreadable(String name) {
        assertThat(refusal(name, new byte[0])).hasMessageContaining("is empty");
        assertThat(refusal(name, utf8(" \r\n\t \uFEFF\u00A0")).reason()).isEqualTo(UnreadableReason.UNREADABLE);
    }

    @Test
    void limitCountsBytesOfUtf8AndIsNamed() throws Exception {
        ArticleReaders small = new ArticleReaders(() -> new MemorySize(BigInteger.valueOf(1024)));
        assertThat(small.read("a.txt", utf8("é".repeat(512))).text()).hasSize(512);
        for (String name : List.of("a.txt", "a.md", "a.html")) {
            UnreadableArticleException refusal = catchThrowableOfType(
                    UnreadableArticleException.class, () -> small.read(name, utf8("é".repeat(512) + "x")));
            assertThat(refusal.reason()).isEqualTo(UnreadableReason.TOO_LARGE);
            assertThat(refusal).hasMessageContaining("1 kB").hasMessageContaining("footnote.article.max-text");
        }
    }

    @Test
    void markdownIsReadAsItIsMeantToBeSeen() throws Exception {
        String source = "---\ntitle: \"Own\"\nauthor: Ada\ndate: 2024-05-01\nurl: https://example.org/a\n---\n\n"
                + "Some *words* before it.\n\n## The `first` *heading*\n\n<!-- a secret -->\n" + PROSE
                + "\n\n- [one](https://example.org/secret)\n- two\n\n| A | B |\n|---|--:|\n| 1 | 2 |\n\n```sh\n# a\n\nb\n```\n";
        Manuscript manuscript = read("a.md", utf8(source));
        assertThat(manuscript.text())
                .isEqualTo("Some words before it.\n\nThe first heading\n\n" + PROSE
                        + "\n\none\n\ntwo\n\nA | B\n\n1 | 2\n\n# a\n\nb");
        assertThat(manuscript.outline().entries())
                .extracting(Outline.Entry::role)
                .containsExactly(
                        Outline.Role.HEADING,
                        Outline.Role.ITEM,
                        Outline.Role.ITEM,
                        Outline.Role.HEADER_ROW,
                        Outline.Role.ROW,
                        Outline.Role.CODE);
        assertThat(manuscript.title()).isEqualTo("The first heading");
        assertThat(manuscript.metadata()).isEqualTo(new Metadata("Ada", "2024-05-01", "https://example.org/a"));
        assertThat(read("b.md", utf8("*The* [council](x) voted. More of it.")).title())
                .isEqualTo("The council voted");
        assertThat(read("c.md", utf8(">".repeat(400) + " deep")).text()).endsWith("deep");
    }

    @Test
    void marksOfNotesInMarkdownAreNoText() throws Exception {
        assertThat(read(
                                "a.md",
                                utf8(
                                        "The mill opened in 1871[^1] and cost $45[^a-b] a day. It grinds[^web] rye, `x[^1]` and [^a-z]."
                                                + "\n\n[^1]: As the *miller* wrote.\n[^a-b]: Without tax.\n\n"
                                                + "[^web]: https://example.org/secret"))
                        .text())
                .isEqualTo("The mill opened in 1871 and cost $45 a day. It grinds rye, x[^1] and [^a-z]."
                        + "\n\nAs the miller wrote. Without tax.");
    }

    @Test
    void htmlGivesItsMainContentAndNothingHidden() throws Exception {
        Manuscript manuscript = read(
                "a.html",
                utf8(
                        """
                <!doctype html><html><head><title>Site | Page</title><meta name=author content="Ada Lovelace">
                <meta property="article:published_time" content="2024-05-01"><link rel=canonical href="https://example.org/a">
                <style>.ghost, #g2 { color: red; display:none } @media print { article { display: none } }</style></head>
                <body><header><h1>The Site</h1></header><nav>Menu</nav><main><article>
                <header><h1>The   real
                title</h1><p>By-line</p></header>
                <p>First <b>para</b>graph of
                  the page.<br>Second line.</p>
                <p style="display: none">INJECTED</p><p class=ghost>INJECTED</p><p id=g2>INJECTED</p><p hidden>INJECTED</p>
                <div aria-hidden=true>INJECTED</div><span style="visibility:hidden">INJECTED</span><script>INJECTED</script>
                <div style="opacity:0">INJECTED</div><div style="opacity:0.9">Seen.</div>
                <ul><li>One</li><li><p>Two</p></li></ul>
                <table><tr><th>Year</th><th>Dead</th></tr><tr><td><p>2017</p></td><td>87</td></tr></table>
                <aside>Advert</aside></article></main><footer>Imprint</footer></body></html>
                """));
        assertThat(manuscript.text())
                .isEqualTo("The real title\n\nFirst paragraph of the page.\nSecond line.\n\nSeen.\n\nOne\n\nTwo\n\n"
                        + "Year | Dead\n\n2017 | 87");
        assertThat(manuscript.title()).isEqualTo("The real title");
        assertThat(manuscript.metadata())
                .isEqualTo(new Metadata("Ada Lovelace", "2024-05-01", "https://example.org/a"));
    }

    @Test
    void htmlDeclaresItsEncodingAndNestsDeeply() throws Exception {
        String page = "<meta charset=iso-8859-2><p>Wałęsa was the president of the country and its hero.";
        assertThat(read("a.html", page.getBytes("ISO-8859-2")).text()).startsWith("Wałęsa");
        assertThat(read("b.html", utf8("<div>".repeat(20_000) + PROSE)).text()).contains("Geneva");
        assertThat(refusal("c.html", utf8("<div id=app></div><script>x()</script>")))
                .hasMessageContaining("browser");
    }

    @Test
    void bytesThatAreUtf8BeatWhatThePageNames() throws Exception {
        String body = "<p>Zoë Brontë’s café in Málaga was the first in the town that served tea to the guests.";
        for (String declaration : List.of(
                "<meta charset=iso-8859-1>",
                "<meta http-equiv=content-type content='text/html; charset=windows-1252'>",
                "<meta charset='Shift_JIS'>",
                "<?xml version='1.0' encoding='iso-8859-15'?>")) {
            Manuscript manuscript = read("a.html", utf8(declaration + body));
            assertThat(manuscript.text()).startsWith("Zoë Brontë’s café in Málaga");
            assertThat(manuscript.warnings()).isEmpty();
        }
        assertThat(read("a.html", ("<meta charset=iso-8859-1>" + body).getBytes("windows-1252"))
                        .text())
                .startsWith("Zoë Brontë’s café");
        String late =
                "<!-- " + "-".repeat(9_000) + " --><meta charset=shift_jis><p>The city of 大阪 is the second of Japan.";
        assertThat(read("a.html", late.getBytes("Shift_JIS")).text()).contains("大阪");
        String escaped = "<meta charset=iso-2022-jp><p>The city of 大阪 is the second of Japan.";
        assertThat(read("a.html", escaped.getBytes("ISO-2022-JP")).text()).contains("大阪");
    }

    @Test
    void titleOfWrappedTextIsAWholeSentence() throws Exception {
        String text =
                "The ferry between the islands\nwas stopped in April. Its engine\nhad failed three times within\na week, "
                        + "and the owner had no\nmoney for a new one.";
        assertThat(read("a.txt", utf8(text)).title()).isEqualTo("The ferry between the islands was stopped in April");
    }

    @Test
    void htmlMetadataThatNameNobodyAreFollowedByTheNext() throws Exception {
        String page = "<meta name=author content='Web Team'><meta name=date content='Updated'><article><a rel=author "
                + "href=/x>Ann Lee</a><time datetime='2024-05-01'>1 May</time><p>" + PROSE + "</article>";
        assertThat(read("a.html", utf8(page)).metadata()).isEqualTo(new Metadata("Ann Lee", "2024-05-01", null));
    }

    @Test
    void pdfLinesBecomeParagraphsOnPages() throws Exception {
        List<List<PdfLine>> pages = new ArrayList<>();
        for (int page = 1; page <= 4; page++) {
            pages.add(List.of(
                    PdfLine.of("The Daily Report"),
                    page == 1 ? new PdfLine("A large heading", 20, 40, true) : PdfLine.paragraph("goes on here."),
                    PdfLine.paragraph("This is the first line of a govern-"),
                    PdfLine.of("ment report about US-"),
                    PdfLine.of("Russia ties."),
                    new PdfLine("INJECTED", 11, 14, false),
                    PdfLine.paragraph("A second paragraph that"),
                    PdfLine.paragraph("Page " + page + " of 4")));
        }
        Manuscript manuscript = read("a.txt", Formats.pdf(pages));
        assertThat(manuscript.mediaType()).isEqualTo("application/pdf");
        assertThat(manuscript.title()).isEqualTo("A large heading");
        assertThat(manuscript.metadata().author()).isEqualTo("Ada Lovelace");
        assertThat(manuscript.text())
                .startsWith("A large heading\n\nThis is the first line of a government report about US-Russia ties.\n\n"
                        + "A second paragraph that goes on here.\n\nThis is")
                .doesNotContain("INJECTED", "Daily Report", "of 4");
        assertThat(manuscript.pageStarts()).hasSize(4);
        assertThat(manuscript.text().substring(manuscript.pageStarts().get(1))).startsWith("goes on here.");
    }

    @Test
    void pdfThatCannotBeReadSaysWhatToDo() throws Exception {
        byte[] whole = Formats.pdf(List.of(List.of(PdfLine.of(PROSE))));
        assertThat(refusal("a.pdf", Formats.encryptedPdf())).hasMessageContaining("password");
        assertThat(refusal("a.pdf", Formats.pdf(List.of(List.of())))).hasMessageContaining("OCR");
        assertThat(refusal("a.pdf", Arrays.copyOf(whole, whole.length / 2))).hasMessageContaining("truncated");
        PdfLine recognised = new PdfLine(PROSE, 11, 14, false);
        assertThat(read("a.pdf", Formats.pdf(List.of(List.of(recognised)))).warnings())
                .singleElement()
                .asString()
                .contains("text recognition");
    }

    private static byte[] docx() throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            document.getProperties().getCoreProperties().setCreator("Ada Lovelace");
            document.getProperties().getCoreProperties().setTitle("The title of the properties");
            var heading = document.createParagraph();
            heading.setStyle("Heading1");
            heading.createRun().setText("The heading");
            var paragraph = document.createParagraph();
            paragraph.createRun().setText("The committee met ");
            XWPFRun hidden = paragraph.createRun();
            hidden.setText("INJECTED");
            hidden.setVanish(true);
            paragraph.createRun().setText("in Geneva on Monday.");
            XWPFRun deleted = paragraph.createRun();
            deleted.getCTR().addNewDelText().setStringValue("DELETED");
            XWPFTable table = document.createTable(2, 2);
            for (int row = 0; row < 2; row++) {
                table.getRow(row).getCell(0).setText("Year " + row);
                table.getRow(row).getCell(1).setText("Dead " + row);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void docxGivesParagraphsAndRowsWithoutWhatIsHidden() throws Exception {
        Manuscript manuscript = read("a.pdf", docx());
        assertThat(manuscript.text())
                .isEqualTo(
                        "The heading\n\nThe committee met in Geneva on Monday.\n\nYear 0 | Dead 0\n\nYear 1 | Dead 1");
        assertThat(manuscript.title()).isEqualTo("The heading");
        assertThat(manuscript.metadata().author()).isEqualTo("Ada Lovelace");
        assertThat(manuscript.mediaType()).endsWith("wordprocessingml.document");
    }

    @Test
    void zipBombIsRefused() throws Exception {
        for (String entry : List.of("word/document.xml", "ppt/presentation.xml", "META-INF/container.xml", "a.txt")) {
            assertThat(refusal("a.docx", Formats.zip(entry, new byte[80 << 20])))
                    .hasMessageContaining("ZIP bomb");
        }
    }

    @Test
    void textInAnotherLanguageIsReadWithAWarning() throws Exception {
        assertThat(read("a.txt", utf8("Der Ausschuss hat am Montag in Genf getagt und nichts gesagt."))
                        .warnings())
                .singleElement()
                .asString()
                .contains("does not seem to be English");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            A Title Line\\n\\nThe council met. It left. | A Title Line
            The mill opened in 1871.[3] It cost 45 thalers.[4] | The mill opened in 1871
            The mill opened in 1871.[3] [4] | The mill opened in 1871
            The ambassador at the U.S. embassy left. More of it followed. | The ambassador at the U.S. embassy left
            A bridge was named for George W. Bush. It opened. | A bridge was named for George W. Bush
            The council met.\\n\\nIt left. | The council met
            “We won”, she said. The council met.\\n\\nIt left soon. | It left soon
            “We won”, she said. | “We won”, she said
            In Paris, Lyon, Nice and Lille the council, which had met before, was divided over it all again. | In Paris, Lyon, Nice and Lille the council, which had met before
            😀😀 | Report 7
            """)
    void titleIsAHeadingOrTheFirstStatement(String text, String title) throws Exception {
        assertThat(read("Report 7.txt", utf8(text.replace("\\n", "\n"))).title())
                .isEqualTo(title);
    }

    @Test
    void noContentMakesAReaderThrowAnythingElse() throws Exception {
        Random random = new Random(42);
        byte[] pdf = Formats.pdf(List.of(List.of(PdfLine.of(PROSE)), List.of(PdfLine.of(PROSE))));
        byte[] docx = docx();
        List<byte[]> contents = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            byte[] noise = new byte[random.nextInt(2_000)];
            random.nextBytes(noise);
            contents.add(noise);
            for (byte[] whole : List.of(pdf, docx, utf8("<p>" + PROSE + "<table><tr><td>x"))) {
                contents.add(Arrays.copyOf(whole, random.nextInt(whole.length)));
                byte[] flipped = whole.clone();
                for (int flips = 0; flips < 8; flips++) {
                    flipped[random.nextInt(flipped.length)] = (byte) random.nextInt();
                }
                contents.add(flipped);
            }
        }
        for (byte[] content : contents) {
            for (String name : List.of("a.txt", "a.md", "a.html", "a.pdf", "a.docx", "a", "a.exe")) {
                try {
                    read(name, content);
                } catch (UnreadableArticleException e) {
                    assertThat(e).hasMessageContaining(name);
                }
            }
        }
    }
}
