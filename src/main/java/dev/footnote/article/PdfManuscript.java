package dev.footnote.article;

import dev.footnote.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text of a PDF, written down page by page; what runs over the end of a page stays one paragraph. */
final class PdfManuscript {

    /** A line set that much larger than most of the text is a heading. */
    private static final double HEADING_SIZE = 1.15;

    private static final int LONGEST_HEADING = 200;

    private final GrowingText text;
    private final PdfProse prose;
    private final double bodySize;
    private final List<Outline.Entry> entries = new ArrayList<>();

    /** Notes and the like that must wait until a paragraph is over. */
    private final List<String> waiting = new ArrayList<>();

    /** Where the entry of the header row stands that names the columns of the last table, or -1. */
    private int header = -1;

    private PdfBlock.@Nullable Table lastTable;
    private @Nullable String heading;

    /** What stands on a page: the text itself in paragraphs and tables, and what stands apart from it. */
    private record Page(List<Object> content, List<String> apart) {}

    PdfManuscript(SourceFile file, double bodySize, List<List<PdfBlock>> pages) throws UnreadableArticleException {
        this.text = new GrowingText(file);
        this.bodySize = bodySize;
        this.prose = new PdfProse(
                pages.stream()
                        .flatMap(List::stream)
                        .filter(PdfBlock.Prose.class::isInstance)
                        .map(PdfBlock.Prose.class::cast)
                        .toList(),
                bodySize);
        write(pages.stream().map(this::pageOf).toList());
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    String text() {
        return text.text();
    }

    List<Integer> pageStarts() {
        return text.pageStarts();
    }

    /** The first line that is set larger than most. */
    @Nullable
    String heading() {
        return heading;
    }

    List<Outline.Entry> outline() {
        return List.copyOf(entries);
    }

    private Page pageOf(List<PdfBlock> blocks) {
        List<Object> content = new ArrayList<>();
        List<String> apart = new ArrayList<>();
        for (PdfBlock block : blocks) {
            if (block instanceof PdfBlock.Aside aside) {
                apart.addAll(aside.lines());
            } else if (block instanceof PdfBlock.Prose lines) {
                content.addAll(prose.paragraphsOf(lines));
            } else {
                content.add(block);
            }
        }
        int end = content.size();
        while (end > 1 && content.get(end - 1) instanceof PdfProse.PdfParagraph paragraph && paragraph.isNote()) {
            end--;
        }
        for (Object note : content.subList(end, content.size())) {
            apart.add(((PdfProse.PdfParagraph) note).text());
        }
        return new Page(content.subList(0, end), apart);
    }

    private void write(List<Page> pages) throws UnreadableArticleException {
        // What stands between a paragraph that the page before has begun and the rest of it; null if there is none.
        String separator = null;
        for (int i = 0; i < pages.size(); i++) {
            Page page = pages.get(i);
            text.startPage();
            waiting.addAll(page.apart());
            PdfProse.PdfParagraph next = i + 1 < pages.size() ? firstOf(pages.get(i + 1)) : null;
            int last = page.content().size() - 1;
            String after = null;
            for (int k = 0; k <= last; k++) {
                if (page.content().get(k) instanceof PdfProse.PdfParagraph paragraph) {
                    String words = paragraph.text();
                    if (k == last && next != null && !isHeading(paragraph) && PdfProse.goesOn(paragraph, next)) {
                        String joined = prose.joined(words, next.text());
                        words = joined.substring(
                                0, joined.length() - next.text().length());
                        after = words.endsWith(" ") ? " " : "";
                    }
                    if (separator != null) {
                        text.goOn(words, separator);
                        separator = null;
                    } else {
                        if (after != null) {
                            // Notes at the foot of the page stand before the paragraph that they would cut apart.
                            writeWaiting();
                        }
                        add(paragraph, words);
                    }
                } else if (page.content().get(k) instanceof PdfBlock.Table table) {
                    add(table, k == 0);
                }
            }
            separator = after;
            if (after == null) {
                writeWaiting();
            }
        }
        writeWaiting();
    }

    private void writeWaiting() throws UnreadableArticleException {
        for (String words : waiting) {
            text.add(words);
            lastTable = null;
        }
        waiting.clear();
    }

    private static PdfProse.@Nullable PdfParagraph firstOf(Page page) {
        return !page.content().isEmpty() && page.content().get(0) instanceof PdfProse.PdfParagraph first ? first : null;
    }

    private boolean isHeading(PdfProse.PdfParagraph paragraph) {
        return paragraph.size() >= HEADING_SIZE * bodySize && paragraph.text().length() <= LONGEST_HEADING;
    }

    private void add(PdfProse.PdfParagraph paragraph, String words) throws UnreadableArticleException {
        if (heading == null && isHeading(paragraph) && words.codePoints().anyMatch(Character::isLetter)) {
            heading = words;
        }
        text.add(words);
        lastTable = null;
    }

    private void add(PdfBlock.Table table, boolean startsPage) throws UnreadableArticleException {
        PdfBlock.Table before = startsPage ? lastTable : null;
        boolean goesOn = before != null
                && before.rows().get(0).size() == table.rows().get(0).size();
        boolean repeatsHeader =
                before != null && before.rows().get(0).equals(table.rows().get(0));
        if (!goesOn || table.hasHeader() && !repeatsHeader) {
            header = -1;
        }
        for (int i = repeatsHeader && header >= 0 ? 1 : 0; i < table.rows().size(); i++) {
            List<String> cells = table.rows().get(i);
            Span place = text.add(String.join(Outline.BETWEEN_CELLS, cells));
            boolean isHeader = i == 0 && table.hasHeader();
            if (place.length() > 0 && cells.size() > 1) {
                if (isHeader) {
                    header = entries.size();
                }
                entries.add(new Outline.Entry(
                        isHeader ? Outline.Role.HEADER_ROW : Outline.Role.ROW, place, 1, place.end()));
            }
        }
        if (header >= 0) {
            Outline.Entry names = entries.get(header);
            entries.set(header, new Outline.Entry(names.role(), names.span(), 1, text.length()));
        }
        lastTable = goesOn && header >= 0 ? before : table;
    }
}
