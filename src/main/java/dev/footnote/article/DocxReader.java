package dev.footnote.article;

import dev.footnote.text.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.IRunElement;
import org.apache.poi.xwpf.usermodel.ISDTContent;
import org.apache.poi.xwpf.usermodel.XWPFAbstractFootnoteEndnote;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.officeDocument.x2006.sharedTypes.STVerticalAlignRun;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Reads Word documents (.docx): paragraphs, headings, list items and table rows, without what Word hides. */
final class DocxReader implements ArticleReader {

    /** Headings deeper than in HTML count as those. */
    private static final int DEEPEST = 6;

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math";

    @Override
    public Draft read(SourceFile file) throws UnreadableArticleException {
        Archive archive = Archive.ofOffice(file, "Word", ".docx");
        archive.refuseBomb(Archive::isXml);
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file.content()))) {
            Content content = new Content(file, document);
            for (IBodyElement element : document.getBodyElements()) {
                content.add(element);
            }
            content.addNotes();
            GrowingText paragraphs = content.paragraphs;
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
                    content.headings.isEmpty() ? null : content.headings.get(0),
                    blankToNull(properties.getTitle()),
                    null,
                    new Metadata(
                            blankToNull(properties.getCreator()),
                            created == null ? null : created.toInstant().toString(),
                            blankToNull(properties.getIdentifier())),
                    List.of(),
                    content.warnings(),
                    content.entries);
        } catch (IOException | POIXMLException | OpenXML4JRuntimeException e) {
            throw archive.damaged(e);
        }
    }

    /** What a document shows, as it grows. */
    private static final class Content {

        private final XWPFDocument document;
        private final GrowingText paragraphs;
        private final List<String> headings = new ArrayList<>();
        private final List<Outline.Entry> entries = new ArrayList<>();
        private boolean hasFormulas;

        Content(SourceFile file, XWPFDocument document) {
            this.document = document;
            this.paragraphs = new GrowingText(file);
        }

        List<String> warnings() {
            return hasFormulas
                    ? List.of("The document has formulas, which Footnote does not read; they are left out.")
                    : List.of();
        }

        void add(IBodyElement element) throws UnreadableArticleException {
            if (element instanceof XWPFParagraph paragraph) {
                add(paragraph);
            } else if (element instanceof XWPFTable table) {
                add(table);
            } else if (element instanceof XWPFSDT control) {
                for (String line : textOf(control.getContent()).split("\n", -1)) {
                    paragraphs.add(line);
                }
            }
        }

        private void add(XWPFParagraph paragraph) throws UnreadableArticleException {
            String text = textOf(paragraph, document);
            Span place = paragraphs.add(text);
            int level = headingLevel(paragraph, document);
            if (level > 0 && !NormalisedText.isBlank(text)) {
                headings.add(text.strip());
                entries.add(new Outline.Entry(Outline.Role.HEADING, place, level, place.end()));
            } else if (paragraph.getNumID() != null && place.length() > 0) {
                BigInteger depth = paragraph.getNumIlvl();
                int deep = depth == null ? 1 : depth.intValue() + 1;
                entries.add(new Outline.Entry(Outline.Role.ITEM, place, Math.max(1, deep), place.end()));
            }
            hasFormulas |= paragraph.getCTP().getDomNode() instanceof Element xml
                    && xml.getElementsByTagNameNS(MATH, "oMath").getLength() > 0;
            for (String boxed : textBoxes(paragraph)) {
                paragraphs.add(boxed);
            }
        }

        private void add(XWPFTable table) throws UnreadableArticleException {
            GrowingTable rows = new GrowingTable(paragraphs, entries);
            for (XWPFTableRow row : table.getRows()) {
                List<String> cells = new ArrayList<>();
                for (XWPFTableCell cell : row.getTableCells()) {
                    cells.add(textOf(cell, document));
                }
                rows.addRow(cells);
            }
            rows.end();
        }

        /** Footnotes and endnotes stand at the end, as they do on paper. */
        void addNotes() throws UnreadableArticleException {
            List<XWPFAbstractFootnoteEndnote> notes = new ArrayList<>(document.getFootnotes());
            notes.addAll(document.getEndnotes());
            for (XWPFAbstractFootnoteEndnote note : notes) {
                for (XWPFParagraph paragraph : note.getParagraphs()) {
                    paragraphs.add(textOf(paragraph, document));
                }
            }
        }
    }

    /** The paragraphs in the text boxes that hang on a paragraph, each box once. */
    private static List<String> textBoxes(XWPFParagraph paragraph) {
        List<String> texts = new ArrayList<>();
        if (paragraph.getCTP().getDomNode() instanceof Element xml) {
            NodeList boxes = xml.getElementsByTagNameNS(WORD, "txbxContent");
            for (int i = 0; i < boxes.getLength(); i++) {
                // Newer files say everything twice, for older programs, too.
                if (boxes.item(i) instanceof Element box && !isInside(box, "Fallback", xml)) {
                    NodeList inner = box.getElementsByTagNameNS(WORD, "p");
                    for (int k = 0; k < inner.getLength(); k++) {
                        texts.add(textOf((Element) inner.item(k)));
                    }
                }
            }
        }
        return texts;
    }

    private static String textOf(Element paragraph) {
        StringBuilder text = new StringBuilder();
        NodeList words = paragraph.getElementsByTagNameNS(WORD, "t");
        for (int i = 0; i < words.getLength(); i++) {
            for (Node child = words.item(i).getFirstChild(); child != null; child = child.getNextSibling()) {
                text.append(child.getNodeValue() == null ? "" : child.getNodeValue());
            }
        }
        return text.toString();
    }

    private static boolean isInside(Node node, String name, Node top) {
        for (Node up = node.getParentNode(); up != null && up != top; up = up.getParentNode()) {
            if (name.equals(up.getLocalName())) {
                return true;
            }
        }
        return false;
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
                    String words = textOf(run);
                    text.append(isRaised(run) ? RaisedText.of(text, words) : words);
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
        Node around = run.getCTR().getDomNode().getParentNode();
        if (around != null && ("moveFrom".equals(around.getLocalName()) || "del".equals(around.getLocalName()))) {
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

    private static boolean isRaised(XWPFRun run) {
        return run.getVerticalAlignment() == STVerticalAlignRun.SUPERSCRIPT;
    }

    /** How deep a heading is, from 1; 0 for other paragraphs. Style ids are translated with Word; the names behind are not. */
    private static int headingLevel(XWPFParagraph paragraph, XWPFDocument document) {
        String id = paragraph.getStyleID();
        if (id == null) {
            return 0;
        }
        XWPFStyle style =
                document.getStyles() == null ? null : document.getStyles().getStyle(id);
        String name = (style == null || style.getName() == null ? id : style.getName()).toLowerCase(Locale.ROOT);
        if (name.equals("title")) {
            return 1;
        }
        return name.matches("heading ?[1-9]") ? Math.min(DEEPEST, name.charAt(name.length() - 1) - '0') : 0;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || NormalisedText.isBlank(text) ? null : text.strip();
    }
}
