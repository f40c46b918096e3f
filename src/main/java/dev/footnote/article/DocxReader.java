package dev.footnote.article;

import dev.footnote.text.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.xwpf.usermodel.XWPFAbstractFootnoteEndnote;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Reads Word documents (.docx): paragraphs, headings, list items and table rows, without what Word hides. What stands in a text
 * box, a content control or a note is read as the body is.
 */
final class DocxReader implements ArticleReader {

    @Override
    public Draft read(SourceFile file) throws UnreadableArticleException {
        Archive archive = Archive.ofOffice(file, "Word", ".docx");
        archive.refuseBomb(Archive::isXml);
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file.content()))) {
            Content content = new Content(file, document);
            content.addBody();
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
        private final WordStyles styles;
        private final GrowingText paragraphs;
        private final List<String> headings = new ArrayList<>();
        private final List<Outline.Entry> entries = new ArrayList<>();
        private boolean hasFormulas;

        Content(SourceFile file, XWPFDocument document) {
            this.document = document;
            this.styles = new WordStyles(document);
            this.paragraphs = new GrowingText(file);
        }

        List<String> warnings() {
            return hasFormulas
                    ? List.of("The document has formulas, which Footnote does not read; they are left out.")
                    : List.of();
        }

        void addBody() throws UnreadableArticleException {
            addBlocks(document.getDocument().getBody().getDomNode());
        }

        /** Footnotes and endnotes stand at the end, as they do on paper. */
        void addNotes() throws UnreadableArticleException {
            List<XWPFAbstractFootnoteEndnote> notes = new ArrayList<>(document.getFootnotes());
            notes.addAll(document.getEndnotes());
            for (XWPFAbstractFootnoteEndnote note : notes) {
                addBlocks(note.getCTFtnEdn().getDomNode());
            }
        }

        /** Paragraphs and tables, whether they are the body's, a note's or a text box's. */
        private void addBlocks(Node parent) throws UnreadableArticleException {
            String begun = "";
            for (Element block : WordXml.shownIn(parent)) {
                if (WordXml.is(block, "p")) {
                    WordWords words = wordsOf(block, begun);
                    if (WordXml.endIsDeleted(block)) {
                        begun = words.text();
                    } else {
                        begun = "";
                        addParagraph(block, words.text());
                    }
                    for (Element box : words.boxes()) {
                        addBlocks(box);
                    }
                } else if (WordXml.is(block, "tbl")) {
                    paragraphs.add(begun);
                    begun = "";
                    addTable(block);
                } else {
                    hasFormulas |= WordXml.isFormula(block);
                }
            }
            paragraphs.add(begun);
        }

        private void addParagraph(Element paragraph, String text) throws UnreadableArticleException {
            int level = styles.headingLevel(paragraph);
            Span place = paragraphs.add(level > 0 ? oneLine(text) : text);
            if (place.length() == 0) {
                return;
            }
            int deep = styles.listDepth(paragraph);
            if (level > 0) {
                headings.add(oneLine(text));
                entries.add(new Outline.Entry(Outline.Role.HEADING, place, level, place.end()));
            } else if (deep > 0) {
                entries.add(new Outline.Entry(Outline.Role.ITEM, place, deep, place.end()));
            }
        }

        private void addTable(Element table) throws UnreadableArticleException {
            GrowingTable rows = new GrowingTable(paragraphs, entries);
            for (List<Element> row : WordXml.rowsOf(table)) {
                List<String> cells = new ArrayList<>();
                for (Element cell : row) {
                    cells.add(inOneLine(cell));
                }
                rows.addRow(cells);
            }
            rows.end();
        }

        /** What stands in a cell: its paragraphs and text boxes, then the cells of a table within it. */
        private String inOneLine(Element parent) {
            List<String> own = new ArrayList<>();
            List<String> nested = new ArrayList<>();
            String begun = "";
            for (Element block : WordXml.shownIn(parent)) {
                if (WordXml.is(block, "p")) {
                    WordWords words = wordsOf(block, begun);
                    begun = WordXml.endIsDeleted(block) ? words.text() : "";
                    own.add(begun.isEmpty() ? oneLine(words.text()) : "");
                    words.boxes().forEach(box -> own.add(inOneLine(box)));
                } else if (WordXml.is(block, "tbl")) {
                    WordXml.rowsOf(block).forEach(row -> row.forEach(cell -> nested.add(inOneLine(cell))));
                } else {
                    hasFormulas |= WordXml.isFormula(block);
                }
            }
            own.add(oneLine(begun));
            return Stream.of(joined(own, " "), joined(nested, Outline.BETWEEN_CELLS))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(" "));
        }

        private WordWords wordsOf(Element paragraph, String begun) {
            WordWords words = WordWords.of(paragraph, begun, styles);
            hasFormulas |= words.hasFormulas();
            return words;
        }
    }

    private static String joined(List<String> texts, String separator) {
        return texts.stream().filter(text -> !text.isEmpty()).collect(Collectors.joining(separator));
    }

    private static String oneLine(String text) {
        return joined(text.lines().map(String::strip).toList(), " ");
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || NormalisedText.isBlank(text) ? null : text.strip();
    }
}
