package dev.footnote.article;

import dev.footnote.text.Span;
import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFDiagram;
import org.apache.poi.xslf.usermodel.XSLFGraphicFrame;
import org.apache.poi.xslf.usermodel.XSLFGroupShape;
import org.apache.poi.xslf.usermodel.XSLFNotes;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTableCell;
import org.apache.poi.xslf.usermodel.XSLFTableRow;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Reads presentations (.pptx): the titles of slides as headings, then what stands on each slide in the order in which the
 * file has it, which is also that of screen readers, then the speaker's notes. A slide is a page.
 */
final class PptxReader implements ArticleReader {

    /** What stands on every slide alike, or only while the slide is made. */
    private static final Set<Placeholder> FURNITURE =
            EnumSet.of(Placeholder.DATETIME, Placeholder.FOOTER, Placeholder.HEADER, Placeholder.SLIDE_NUMBER);

    /** What is said in the title of the whole reaches over the titles of all slides. */
    private static final int TITLE_OF_ALL = 1;

    private static final int TITLE_OF_SLIDE = 2;

    @Override
    public Draft read(SourceFile file) throws UnreadableArticleException {
        Archive archive = Archive.ofOffice(file, "PowerPoint", ".pptx");
        archive.refuseBomb(Archive::isXml);
        try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(file.content()))) {
            SlideContent content = new SlideContent(file, show.getPageSize());
            for (XSLFSlide slide : show.getSlides()) {
                content.add(slide);
            }
            if (content.paragraphs.isEmpty()) {
                throw file.unreadable(
                        "has no text in it. If its slides are pictures of text, export it as PDF, run text "
                                + "recognition (OCR) over that and add the result.");
            }
            CoreProperties properties = show.getProperties().getCoreProperties();
            Date created = properties.getCreated();
            return new Draft(
                    content.paragraphs.text(),
                    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                    content.firstTitle,
                    HtmlReader.blankToNull(orEmpty(properties.getTitle())),
                    null,
                    new Metadata(
                            HtmlReader.blankToNull(orEmpty(properties.getCreator())),
                            created == null ? null : created.toInstant().toString(),
                            HtmlReader.blankToNull(orEmpty(properties.getIdentifier()))),
                    content.paragraphs.pageStarts(),
                    content.warnings(),
                    content.entries);
        } catch (IOException | POIXMLException | OpenXML4JRuntimeException e) {
            throw archive.damaged(e);
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** What a presentation shows, as it grows. */
    private static final class SlideContent {

        private final GrowingText paragraphs;
        private final Rectangle2D slideArea;
        private final List<Outline.Entry> entries = new ArrayList<>();
        private @Nullable String firstTitle;
        private boolean hasHiddenSlides;
        private boolean hasCharts;

        SlideContent(SourceFile file, Dimension size) {
            this.paragraphs = new GrowingText(file);
            this.slideArea = new Rectangle2D.Double(0, 0, size.getWidth(), size.getHeight());
        }

        List<String> warnings() {
            List<String> warnings = new ArrayList<>();
            if (hasHiddenSlides) {
                warnings.add("The presentation has hidden slides; they are left out.");
            }
            if (hasCharts) {
                warnings.add("The presentation has charts, which Footnote does not read; they are left out.");
            }
            return warnings;
        }

        void add(XSLFSlide slide) throws UnreadableArticleException {
            paragraphs.startPage();
            if (slide.isHidden()) {
                hasHiddenSlides = true;
                return;
            }
            List<XSLFShape> shapes = new ArrayList<>(slide.getShapes());
            shapes.sort(Comparator.comparing(shape -> !isTitle(shape)));
            for (XSLFShape shape : shapes) {
                if (!isOutside(shape)) {
                    add(shape);
                }
            }
            XSLFNotes notes = slide.getNotes();
            if (notes != null) {
                for (XSLFShape shape : notes.getShapes()) {
                    if (shape instanceof XSLFTextShape text && text.getTextType() == Placeholder.BODY) {
                        add(text);
                    }
                }
            }
        }

        private void add(XSLFShape shape) throws UnreadableArticleException {
            if (isHidden(shape)) {
                return;
            }
            if (shape instanceof XSLFTable table) {
                add(table);
            } else if (shape instanceof XSLFTextShape text) {
                add(text);
            } else if (shape instanceof XSLFGroupShape group) {
                for (XSLFShape inner : group.getShapes()) {
                    add(inner);
                }
            } else if (shape instanceof XSLFDiagram diagram) {
                XSLFGroupShape drawn = diagram.getGroupShape();
                if (drawn != null) {
                    add(drawn);
                }
            } else if (shape instanceof XSLFGraphicFrame frame) {
                hasCharts |= frame.hasChart();
            }
        }

        private void add(XSLFTextShape shape) throws UnreadableArticleException {
            Placeholder type = shape.getTextType();
            if (type != null && FURNITURE.contains(type)) {
                return;
            }
            if (isTitle(shape)) {
                addTitle(oneLine(textOf(shape)), type == Placeholder.CENTERED_TITLE ? TITLE_OF_ALL : TITLE_OF_SLIDE);
                return;
            }
            for (XSLFTextParagraph paragraph : shape.getTextParagraphs()) {
                Span place = paragraphs.add(textOf(paragraph));
                if (place.length() > 0 && paragraph.isBullet()) {
                    entries.add(new Outline.Entry(
                            Outline.Role.ITEM, place, Math.max(0, paragraph.getIndentLevel()) + 1, place.end()));
                }
            }
        }

        private void addTitle(String title, int level) throws UnreadableArticleException {
            Span place = paragraphs.add(title);
            if (place.length() > 0) {
                entries.add(new Outline.Entry(Outline.Role.HEADING, place, level, place.end()));
                firstTitle = firstTitle == null ? title : firstTitle;
            }
        }

        private void add(XSLFTable table) throws UnreadableArticleException {
            GrowingTable rows = new GrowingTable(paragraphs, entries);
            for (XSLFTableRow row : table.getRows()) {
                List<String> cells = new ArrayList<>();
                for (XSLFTableCell cell : row.getCells()) {
                    if (!cell.isMerged()) {
                        cells.add(oneLine(textOf(cell)));
                    }
                }
                rows.addRow(cells);
            }
            rows.end();
        }

        /** What lies wholly beside the slide is not seen when it is shown. */
        private boolean isOutside(XSLFShape shape) {
            Rectangle2D place = shape.getAnchor();
            return place != null
                    && place.getWidth() > 0
                    && place.getHeight() > 0
                    && !slideArea.isEmpty()
                    && !place.intersects(slideArea);
        }
    }

    private static boolean isTitle(XSLFShape shape) {
        return shape instanceof XSLFTextShape text
                && (text.getTextType() == Placeholder.TITLE || text.getTextType() == Placeholder.CENTERED_TITLE);
    }

    /** Switched off in the list of what is on the slide. */
    private static boolean isHidden(XSLFShape shape) {
        for (Node part = shape.getXmlObject().getDomNode().getFirstChild();
                part != null;
                part = part.getNextSibling()) {
            for (Node inner = part.getFirstChild(); inner != null; inner = inner.getNextSibling()) {
                if (inner instanceof Element named && "cNvPr".equals(named.getLocalName())) {
                    return named.getAttribute("hidden").matches("1|true");
                }
            }
        }
        return false;
    }

    private static String textOf(XSLFTextShape shape) {
        return shape.getTextParagraphs().stream()
                .map(PptxReader::textOf)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private static String textOf(XSLFTextParagraph paragraph) {
        StringBuilder text = new StringBuilder();
        for (XSLFTextRun run : paragraph.getTextRuns()) {
            // A break within a paragraph.
            String words = run.getRawText().replace('\u000B', '\n');
            text.append(run.isSuperscript() ? RaisedText.of(text, words) : words);
        }
        return text.toString();
    }

    private static String oneLine(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining(" "));
    }
}
