package dev.footnote.article;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The formats that are read, and how a file is told to be one of them. */
enum Format {
    TEXT,
    MARKDOWN,
    HTML,
    PDF,
    DOCX;

    private static final String READABLE = "Footnote reads .txt, .md, .html, .pdf and .docx.";

    private static final int MOST_ENTRIES_LOOKED_AT = 10_000;

    private static final int PDF_HEADER_WITHIN = 1024;

    /** First bytes of what is often taken for an article, each with what it is. */
    private static final Map<String, String> FOREIGN = Map.ofEntries(
            Map.entry("\u0089PNG", "a picture (PNG)"),
            Map.entry("\u00FF\u00D8\u00FF", "a picture (JPEG)"),
            Map.entry("GIF8", "a picture (GIF)"),
            Map.entry("II*\0", "a picture (TIFF)"),
            Map.entry("MM\0*", "a picture (TIFF)"),
            Map.entry("\u007FELF", "a program"),
            Map.entry("\u00CA\u00FE\u00BA\u00BE", "a program"),
            Map.entry("\u001F\u008B", "a compressed archive (gzip)"),
            Map.entry("7z\u00BC\u00AF", "a compressed archive (7z)"),
            Map.entry("Rar!\u001A", "a compressed archive (RAR)"),
            Map.entry("SQLite format 3\0", "a database"));

    ArticleReader reader() {
        return switch (this) {
            case TEXT -> new TextReader();
            case MARKDOWN -> new MarkdownReader();
            case HTML -> new HtmlReader();
            case PDF -> new PdfReader();
            case DOCX -> new DocxReader();
        };
    }

    /** The format of a file, by its first bytes and then by its name. */
    static Format of(SourceFile file) throws UnreadableArticleException {
        if (file.startsWith("%PDF-")) {
            return PDF;
        }
        if (file.startsWith("PK\u0003\u0004")) {
            return ofArchive(file);
        }
        refuseForeign(file);
        String extension = file.extension();
        return switch (extension) {
            case "txt", "text", "" -> TEXT;
            case "md", "markdown" -> MARKDOWN;
            case "html", "htm", "xhtml" -> HTML;
            case "pdf" -> PDF.confirmed(file);
            case "docx" -> DOCX.confirmed(file);
            default ->
                throw file.unsupported("is of a type that Footnote does not read (." + extension + "). " + READABLE
                        + " Save it as one of these and add that.");
        };
    }

    private Format confirmed(SourceFile file) throws UnreadableArticleException {
        if (this == DOCX) {
            throw file.unreadable("is named .docx but is not a Word document, or is damaged at its start. "
                    + "Open it in the program that made it and save it again as .docx.");
        }
        if (this == PDF && !hasLatePdfHeader(file.content())) {
            throw file.unreadable("is named .pdf but is not a PDF, or is damaged at its start. "
                    + "Open it in the program that made it and export it again as PDF.");
        }
        return this;
    }

    /** Some producers put bytes of their own before the header; the specification lets readers search for it. */
    private static boolean hasLatePdfHeader(byte[] content) {
        return new String(content, 0, Math.min(content.length, PDF_HEADER_WITHIN), StandardCharsets.ISO_8859_1)
                .contains("%PDF-");
    }

    private static void refuseForeign(SourceFile file) throws UnreadableArticleException {
        if (file.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
            // Both look the same from outside: an encrypted .docx is wrapped into the container of the old formats.
            throw file.extension().equals("docx")
                    ? file.unreadable("is encrypted, or an old Word document named .docx. "
                            + "Open it in Word, remove the password and save it as .docx.")
                    : file.unsupported("is a document of an old Office format (such as .doc). "
                            + "Open it in Word or LibreOffice and save it as .docx.");
        }
        if (file.startsWith("{\\rtf")) {
            throw file.unsupported("is a Rich Text document. Open it in a word processor and save it as .docx.");
        }
        if (file.startsWith("MZ")
                && (file.extension().equals("exe") || file.extension().equals("dll"))) {
            throw file.unsupported("is a program, not an article. " + READABLE);
        }
        for (Map.Entry<String, String> magic : FOREIGN.entrySet()) {
            if (file.startsWith(magic.getKey())) {
                throw file.unsupported("is " + magic.getValue() + ", not an article. " + READABLE);
            }
        }
    }

    private static Format ofArchive(SourceFile file) throws UnreadableArticleException {
        long inflated = 0;
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(file.content()))) {
            byte[] buffer = new byte[1 << 13];
            int seen = 0;
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                String name = entry.getName();
                if (name.equals("word/document.xml")) {
                    return DOCX;
                }
                if (name.startsWith("xl/")) {
                    throw file.unsupported("is a spreadsheet. Footnote reads prose: export the text you want to ask "
                            + "about as .docx, .pdf or .txt.");
                }
                if (name.startsWith("ppt/")) {
                    throw file.unsupported("is a presentation. Export it as .pdf and add that.");
                }
                if (name.equals("mimetype")) {
                    throw file.unsupported("is an OpenDocument or EPUB file. Save it as .docx or export it as .pdf.");
                }
                if (++seen > MOST_ENTRIES_LOOKED_AT) {
                    break;
                }
                for (int read = entries.read(buffer); read >= 0; read = entries.read(buffer)) {
                    inflated += read;
                    if (inflated > DocxReader.MOST_INFLATED) {
                        throw DocxReader.inflatesTooFar(file);
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw file.unreadable(
                    "is a damaged or truncated archive. Save it again in the program that made it, or "
                            + "copy it again from where it came.",
                    e);
        }
        throw file.extension().equals("docx")
                ? file.unreadable("is named .docx but holds no Word document, or is truncated. Save it again as .docx.")
                : file.unsupported("is an archive (ZIP), not an article. Unpack it and add the files in it.");
    }
}
