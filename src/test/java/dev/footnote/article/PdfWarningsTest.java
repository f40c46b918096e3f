package dev.footnote.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.MemorySize;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDCIDFontType2;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;

/** A PDF of which text is lost says so. */
class PdfWarningsTest {

    private static final String PROSE = "The library of the village was founded by a retired sailor in 1931.";

    /** What makes a page of a document. */
    private interface Printing {
        void on(PDDocument document, PDPage page) throws IOException;
    }

    private static Manuscript read(Printing... pages) throws Exception {
        try (PDDocument document = new PDDocument()) {
            for (Printing printing : pages) {
                PDPage page = new PDPage(PDRectangle.A4);
                page.setResources(new PDResources());
                document.addPage(page);
                printing.on(document, page);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return new ArticleReaders(() -> new MemorySize(BigInteger.valueOf(5_000_000)))
                    .read("a.pdf", out.toByteArray());
        }
    }

    private static void prose(PDDocument document, PDPage page) throws IOException {
        try (PDPageContentStream content = new PDPageContentStream(document, page, AppendMode.APPEND, true)) {
            content.beginText();
            content.setFont(new PDType1Font(FontName.HELVETICA), 11);
            content.newLineAtOffset(72, 700);
            content.showText(PROSE);
            content.endText();
        }
    }

    private static void picture(PDDocument document, PDPage page) throws IOException {
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            BufferedImage grey = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
            content.drawImage(LosslessFactory.createFromImage(document, grey), 20, 20, 550, 800);
        }
    }

    /** Packed by a method that nobody knows. */
    private static void damaged(PDDocument document, PDPage page) throws IOException {
        PDStream stream = new PDStream(document, new ByteArrayInputStream("BT ET".getBytes(StandardCharsets.US_ASCII)));
        stream.getCOSObject().setItem(COSName.FILTER, COSName.getPDFName("Packed"));
        page.setContents(stream);
    }

    /** A page whose contents, packed, are changed by a test. */
    private static Printing packed(UnaryOperator<byte[]> change) {
        return (document, page) -> {
            // What is packed well ends early when a bit of it is wrong.
            String lines = IntStream.range(0, 200)
                    .mapToObj(
                            line -> "BT /F 1 Tf 1 0 0 1 72 %d Tm (Line %d of it.) Tj ET\n".formatted(700 - line, line))
                    .collect(Collectors.joining());
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (OutputStream deflating = new DeflaterOutputStream(packed)) {
                deflating.write(lines.getBytes(StandardCharsets.US_ASCII));
            }
            PDStream stream = new PDStream(document, new ByteArrayInputStream(change.apply(packed.toByteArray())));
            stream.getCOSObject().setItem(COSName.FILTER, COSName.FLATE_DECODE);
            page.getResources().put(COSName.getPDFName("F"), new PDType1Font(FontName.HELVETICA));
            page.setContents(stream);
        };
    }

    /** Glyphs of a font that says for none of them which letter it is. */
    private static void unmapped(PDDocument document, PDPage page, int glyphs) throws IOException {
        try (InputStream file = Objects.requireNonNull(
                PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"))) {
            PDType0Font font = PDType0Font.load(document, file, false);
            font.getCOSObject().removeItem(COSName.TO_UNICODE);
            TrueTypeFont outlines = ((PDCIDFontType2) font.getDescendantFont()).getTrueTypeFont();
            CmapLookup letters = outlines.getUnicodeCmapLookup();
            int nameless = IntStream.range(1, outlines.getNumberOfGlyphs())
                    .filter(glyph -> letters.getCharCodes(glyph) == null)
                    .findFirst()
                    .orElseThrow();
            String drawn = "BT /%s 11 Tf 72 600 Td <%s> Tj ET"
                    .formatted(
                            page.getResources().add(font).getName(),
                            HexFormat.of().toHexDigits((short) nameless).repeat(glyphs));
            page.setContents(
                    new PDStream(document, new ByteArrayInputStream(drawn.getBytes(StandardCharsets.US_ASCII))));
        }
    }

    @Test
    void wholeFileHasNoWarning() throws Exception {
        assertThat(read(PdfWarningsTest::prose, PdfWarningsTest::prose).warnings())
                .isEmpty();
    }

    @Test
    void signsWithoutALetterAreSaid() throws Exception {
        Printing half = (document, page) -> {
            unmapped(document, page, 40);
            prose(document, page);
        };
        Manuscript manuscript = read(half);
        assertThat(manuscript.text()).isEqualTo(PROSE);
        assertThat(manuscript.warnings())
                .singleElement()
                .asString()
                .contains("does not tell which letters", "words are missing", "OCR");

        Printing one = (document, page) -> {
            unmapped(document, page, 1);
            prose(document, page);
        };
        assertThat(read(one, PdfWarningsTest::prose, PdfWarningsTest::prose, PdfWarningsTest::prose)
                        .warnings())
                .as("a sign of a list in some hundred letters")
                .isEmpty();
        assertThatThrownBy(() -> read((document, page) -> unmapped(document, page, 40)))
                .isInstanceOf(UnreadableArticleException.class)
                .hasMessageContaining("OCR");
    }

    @Test
    void pagesThatArePicturesAreNamed() throws Exception {
        assertThat(read(PdfWarningsTest::prose, PdfWarningsTest::picture).warnings())
                .singleElement()
                .asString()
                .startsWith("Page 2 is a picture;")
                .contains("it is missing", "OCR");
        assertThat(read(PdfWarningsTest::picture, PdfWarningsTest::prose, PdfWarningsTest::picture)
                        .warnings())
                .singleElement()
                .asString()
                .startsWith("Pages 1, 3 are pictures;");
        assertThat(read((document, page) -> {
                            picture(document, page);
                            prose(document, page);
                        })
                        .warnings())
                .as("a picture behind text")
                .isEmpty();
    }

    @Test
    void pagesThatAreDamagedAreNamed() throws Exception {
        Manuscript manuscript = read(PdfWarningsTest::damaged, PdfWarningsTest::prose);
        assertThat(manuscript.text()).isEqualTo(PROSE);
        assertThat(manuscript.pageStarts()).containsExactly(0, 0);
        assertThat(manuscript.warnings()).containsExactly("Page 1 is damaged; text is missing there.");
        assertThatThrownBy(() -> read(PdfWarningsTest::damaged))
                .isInstanceOf(UnreadableArticleException.class)
                .hasMessageContaining("is damaged");
        Printing[] many = new Printing[13];
        Arrays.fill(many, (Printing) PdfWarningsTest::damaged);
        many[0] = PdfWarningsTest::prose;
        assertThat(read(many).warnings())
                .containsExactly("Pages 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and more are damaged; text is missing there.");
    }

    @Test
    void pagesThatBreakOffAreNamed() throws Exception {
        Printing cut = packed(bytes -> Arrays.copyOf(bytes, bytes.length / 2));
        Printing broken = packed(bytes -> {
            Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 20, (byte) 0xFF);
            return bytes;
        });
        Printing gone =
                (document, page) -> page.getCOSObject().setItem(COSName.CONTENTS, new COSArray(List.of(COSNull.NULL)));
        Manuscript manuscript = read(PdfWarningsTest::prose, cut, broken, gone);
        assertThat(manuscript.text()).contains(PROSE);
        assertThat(manuscript.warnings()).containsExactly("Pages 2, 3, 4 are damaged; text is missing there.");
        assertThat(read(
                                packed(bytes -> bytes),
                                // Without the sum at its end.
                                packed(bytes -> Arrays.copyOf(bytes, bytes.length - 4)),
                                (document, page) -> {})
                        .warnings())
                .isEmpty();
    }
}
