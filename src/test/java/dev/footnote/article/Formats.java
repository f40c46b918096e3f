package dev.footnote.article;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return out.toByteArray();
    }
}
