package dev.footnote.article;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The formats that are read, and how a file is recognised as one of them. */
enum Format {
    TEXT,
    MARKDOWN,
    HTML,
    PDF,
    DOCX,
    PPTX,
    EPUB,
    CSV;

    /** The sentence that says what is read. */
    static final String READABLE = "Footnote reads .txt, .md, .html, .pdf, .docx, .pptx, .epub and .csv.";

    private static final String EPUB_TYPE = "application/epub+zip";

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
            case PPTX -> new PptxReader();
            case EPUB -> new EpubReader();
            case CSV -> new CsvReader();
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
            case "pptx" -> PPTX.confirmed(file);
            case "epub" -> EPUB.confirmed(file);
            case "csv", "tsv", "tab" -> CSV;
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
        if (this == PPTX) {
            throw file.unreadable("is named .pptx but is not a presentation, or is damaged at its start. "
                    + "Open it in the program that made it and save it again as .pptx.");
        }
        if (this == EPUB) {
            throw file.unreadable("is named .epub but is not an EPUB book, or is damaged at its start. "
                    + "Copy or download it once more and add it again.");
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
            throw switch (file.extension()) {
                case "docx" ->
                    file.unreadable("is encrypted, or an old Word document named .docx. "
                            + "Open it in Word, remove the password and save it as .docx.");
                case "pptx" ->
                    file.unreadable("is encrypted, or an old presentation named .pptx. "
                            + "Open it in PowerPoint, remove the password and save it as .pptx.");
                case "ppt", "pps" ->
                    file.unsupported("is a presentation of an old Office format. "
                            + "Open it in PowerPoint or LibreOffice and save it as .pptx.");
                default ->
                    file.unsupported("is a document of an old Office format (such as .doc). "
                            + "Open it in Word or LibreOffice and save it as .docx.");
            };
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
        Archive archive = new Archive(
                file,
                "Save it again in the program that made it, or copy it again from where it came.",
                "Give the files in it one by one.");
        long inflated = 0;
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(file.content()))) {
            byte[] buffer = new byte[1 << 13];
            int seen = 0;
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                String name = entry.getName();
                if (name.equals("word/document.xml")) {
                    return DOCX;
                }
                if (name.startsWith("ppt/")) {
                    return PPTX;
                }
                if (name.equals("META-INF/container.xml")) {
                    return EPUB;
                }
                if (name.startsWith("xl/")) {
                    throw file.unsupported("is a spreadsheet. Save the table you want to ask about as .csv.");
                }
                if (name.equals("mimetype")) {
                    // The format wants it first, unpacked and nothing but its media type.
                    byte[] type = entries.readNBytes(100);
                    if (new String(type, StandardCharsets.US_ASCII).strip().equals(EPUB_TYPE)) {
                        return EPUB;
                    }
                    throw file.unsupported("is an OpenDocument file. Save it as .docx or .pptx, or export it as .pdf.");
                }
                if (++seen > MOST_ENTRIES_LOOKED_AT) {
                    break;
                }
                for (int read = entries.read(buffer); read >= 0; read = entries.read(buffer)) {
                    inflated += read;
                    if (archive.inflatesTooFar(inflated)) {
                        throw archive.inflatesTooFar();
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw archive.damaged(e);
        }
        throw switch (file.extension()) {
            case "docx", "pptx", "epub" ->
                file.unreadable("is named ." + file.extension() + " but holds no such document, or is truncated. "
                        + "Save or copy it once more from where it came.");
            default -> file.unsupported("is an archive (ZIP), not an article. Unpack it and add the files in it.");
        };
    }
}
