package dev.footnote.article;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.IRunElement;
import org.apache.poi.xwpf.usermodel.ISDTContent;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jspecify.annotations.Nullable;

/** Reads Word documents (.docx): paragraphs, headings, list items and table rows, without what Word hides. */
final class DocxReader implements ArticleReader {

    /** The most bytes that an archive may hold when unpacked: far more than a document with pictures, far less than a bomb. */
    static final long MOST_INFLATED = 256L << 20;

    /** The most bytes of XML, which is held in memory as a tree. */
    private static final long MOST_XML = 64L << 20;

    private static final int MOST_ENTRIES = 10_000;

    /** Compressed XML of real documents is about a tenth; a hundredth, beyond the first megabyte, is made to harm. */
    private static final int MOST_RATIO = 100;

    @Override
    public Draft read(SourceFile file) throws UnreadableArticleException {
        refuseBomb(file);
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file.content()))) {
            GrowingText paragraphs = new GrowingText(file);
            List<String> headings = new ArrayList<>();
            for (IBodyElement element : document.getBodyElements()) {
                add(element, document, paragraphs, headings);
            }
            if (paragraphs.isEmpty()) {
                throw file.unreadable(
                        "has no text in it. If it holds pictures of text, run text recognition (OCR) over "
                                + "it and save the result as .docx or .txt.");
            }
            CoreProperties properties = document.getProperties().getCoreProperties();
            Date created = properties.getCreated();
            return new Draft(
                    paragraphs.text(),
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    headings.isEmpty() ? null : headings.get(0),
                    blankToNull(properties.getTitle()),
                    null,
                    new Metadata(
                            blankToNull(properties.getCreator()),
                            created == null ? null : created.toInstant().toString(),
                            blankToNull(properties.getIdentifier())),
                    List.of(),
                    List.of());
        } catch (IOException | POIXMLException | OpenXML4JRuntimeException e) {
            throw damaged(file, e);
        }
    }

    static UnreadableArticleException inflatesTooFar(SourceFile file) {
        return file.unreadable("unpacks to far more than a document holds, as a ZIP bomb does. "
                + "Open it in Word, remove its pictures and save it again as .docx.");
    }

    private static UnreadableArticleException damaged(SourceFile file, Exception cause) {
        return file.unreadable(
                "is damaged or truncated. Open it in Word or LibreOffice, which can mend it, and save it again as .docx.",
                cause);
    }

    /** Unpacks everything once and keeps nothing: sizes that an archive states of itself may lie. */
    private static void refuseBomb(SourceFile file) throws UnreadableArticleException {
        long inflated = 0;
        long xml = 0;
        int entriesSeen = 0;
        byte[] buffer = new byte[1 << 14];
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(file.content()))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                boolean isXml = name.endsWith(".xml") || name.endsWith(".rels");
                for (int read = entries.read(buffer); read >= 0; read = entries.read(buffer)) {
                    inflated += read;
                    xml += isXml ? read : 0;
                    if (inflated > MOST_INFLATED
                            || xml > MOST_XML
                            || inflated > (1 << 20) + (long) MOST_RATIO * file.content().length) {
                        throw inflatesTooFar(file);
                    }
                }
                if (++entriesSeen > MOST_ENTRIES) {
                    throw inflatesTooFar(file);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(file, e);
        }
    }

    private static void add(IBodyElement element, XWPFDocument document, GrowingText paragraphs, List<String> headings)
            throws UnreadableArticleException {
        if (element instanceof XWPFParagraph paragraph) {
            String text = textOf(paragraph, document);
            if (isHeading(paragraph, document) && !NormalisedText.isBlank(text)) {
                headings.add(text);
            }
            paragraphs.add(text);
        } else if (element instanceof XWPFTable table) {
            for (XWPFTableRow row : table.getRows()) {
                List<String> cells = new ArrayList<>();
                for (XWPFTableCell cell : row.getTableCells()) {
                    cells.add(textOf(cell, document));
                }
                if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                    paragraphs.add(String.join(" | ", cells));
                }
            }
        } else if (element instanceof XWPFSDT control) {
            for (String line : textOf(control.getContent()).split("\n", -1)) {
                paragraphs.add(line);
            }
        }
    }

    private static String textOf(XWPFTableCell cell, XWPFDocument document) {
        String own = cell.getParagraphs().stream()
                .map(paragraph -> textOf(paragraph, document).strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        String nested = cell.getTables().stream()
                .flatMap(table -> table.getRows().stream())
                .flatMap(row -> row.getTableCells().stream())
                .map(inner -> textOf(inner, document))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" | "));
        return own.isEmpty() || nested.isEmpty() ? own + nested : own + " " + nested;
    }

    private static String textOf(XWPFParagraph paragraph, XWPFDocument document) {
        StringBuilder text = new StringBuilder();
        for (IRunElement element : paragraph.getIRuns()) {
            if (element instanceof XWPFRun run) {
                if (!isHidden(run, document)) {
                    text.append(textOf(run));
                }
            } else if (element instanceof XWPFSDT control) {
                text.append(textOf(control.getContent()));
            }
        }
        return text.toString();
    }

    /** Deleted text that is kept for review is not shown; the references to footnotes are numbers of the file, not words. */
    private static String textOf(XWPFRun run) {
        if (run.getCTR().sizeOfDelTextArray() > 0) {
            return "";
        }
        return run.text().replaceAll("\\[(?:footnote|endnote)Ref:[^\\]]*\\]", "");
    }

    private static String textOf(ISDTContent content) {
        return content.getText();
    }

    private static boolean isHidden(XWPFRun run, XWPFDocument document) {
        if (run.isVanish()) {
            return true;
        }
        String id = run.getStyle();
        XWPFStyle style = id.isEmpty() || document.getStyles() == null
                ? null
                : document.getStyles().getStyle(id);
        return style != null
                && style.getCTStyle().isSetRPr()
                && style.getCTStyle().getRPr().sizeOfVanishArray() > 0;
    }

    /** Style ids are translated with Word; the names behind them are not. */
    private static boolean isHeading(XWPFParagraph paragraph, XWPFDocument document) {
        String id = paragraph.getStyleID();
        if (id == null) {
            return false;
        }
        XWPFStyle style =
                document.getStyles() == null ? null : document.getStyles().getStyle(id);
        String name = (style == null || style.getName() == null ? id : style.getName()).toLowerCase(Locale.ROOT);
        return name.equals("title") || name.matches("heading ?[1-9]");
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || NormalisedText.isBlank(text) ? null : text.strip();
    }
}
