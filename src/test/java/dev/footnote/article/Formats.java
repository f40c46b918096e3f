package dev.footnote.article;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;

/** Files of every format, made for a test. */
public final class Formats {

    /** A line of a PDF: how large, how far below the line before, and whether it is drawn at all. */
    public record PdfLine(String text, float size, float below, boolean visible) {

        public static PdfLine of(String text) {
            return new PdfLine(text, 11, 14, true);
        }

        public static PdfLine paragraph(String text) {
            return new PdfLine(text, 11, 28, true);
        }
    }

    private Formats() {}

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] pdf(List<List<PdfLine>> pages) throws IOException {
        return pdf(pages, null);
    }

    static byte[] encryptedPdf() throws IOException {
        return pdf(List.of(List.of(PdfLine.of("A secret."))), "secret");
    }

    private static byte[] pdf(List<List<PdfLine>> pages, @Nullable String password) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.getDocumentInformation().setTitle("The title of the properties");
            document.getDocumentInformation().setAuthor("Ada Lovelace");
            for (List<PdfLine> lines : pages) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.newLineAtOffset(72, 780);
                    for (PdfLine line : lines) {
                        content.setFont(new PDType1Font(FontName.HELVETICA), line.size());
                        content.setRenderingMode(line.visible() ? RenderingMode.FILL : RenderingMode.NEITHER);
                        content.newLineAtOffset(0, -line.below());
                        content.showText(line.text());
                    }
                    content.endText();
                }
            }
            if (password != null) {
                document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    /** A Word document of these paragraphs. */
    public static byte[] docx(String... paragraphs) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            for (String paragraph : paragraphs) {
                document.createParagraph().createRun().setText(paragraph);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        }
    }

    static byte[] zip(String name, byte[] content) throws IOException {
        return zip(Map.of(name, content));
    }

    /** In the order of the map. */
    static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    /** A presentation of one slide: a title, and a paragraph in each of its boxes. */
    public static byte[] pptx(String title, String... paragraphs) throws IOException {
        try (XMLSlideShow show = new XMLSlideShow()) {
            XSLFSlide slide = show.createSlide(show.getSlideMasters().get(0).getLayout(SlideLayout.TITLE_ONLY));
            slide.getPlaceholder(0).setText(title);
            for (String paragraph : paragraphs) {
                slide.createTextBox().setText(paragraph);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            show.write(out);
            return out.toByteArray();
        }
    }

    /** A book whose chapters have these bodies. */
    public static byte[] epub(String title, String... bodies) throws IOException {
        return zip(epubParts(title, bodies));
    }

    /** The parts of such a book, to be changed. */
    static Map<String, byte[]> epubParts(String title, String... bodies) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("mimetype", utf8("application/epub+zip"));
        parts.put(
                "META-INF/container.xml",
                utf8(
                        "<?xml version='1.0'?><container xmlns='urn:oasis:names:tc:opendocument:xmlns:container' version='1.0'>"
                                + "<rootfiles><rootfile full-path='OPS/book.opf' media-type='application/oebps-package+xml'/>"
                                + "</rootfiles></container>"));
        StringBuilder manifest = new StringBuilder();
        StringBuilder spine = new StringBuilder();
        for (int i = 1; i <= bodies.length; i++) {
            manifest.append(
                    "<item id='c" + i + "' href='text/chapter%20" + i + ".xhtml' media-type='application/xhtml+xml'/>");
            spine.append("<itemref idref='c" + i + "'/>");
            parts.put(
                    "OPS/text/chapter " + i + ".xhtml",
                    utf8("<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml'"
                            + " xmlns:epub='http://www.idpf.org/2007/ops'><head><title/><script src='x.js'/>"
                            + "<link rel='stylesheet' href='../style.css'/></head><body>" + bodies[i - 1]
                            + "</body></html>"));
        }
        parts.put("OPS/style.css", utf8(".ghost { display: none } p { margin: 0 }"));
        parts.put(
                "OPS/book.opf",
                utf8("<?xml version='1.0'?><package xmlns='http://www.idpf.org/2007/opf' version='3.0'>"
                        + "<metadata xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>" + title
                        + "</dc:title><dc:creator>Ada Lovelace</dc:creator><dc:creator>Bela Thorn</dc:creator>"
                        + "<dc:date>1871</dc:date></metadata><manifest>" + manifest + "</manifest><spine>" + spine
                        + "</spine></package>"));
        return parts;
    }
}
