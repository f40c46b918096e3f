package dev.footnote.article;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/**
 * Reads PDF. The format knows glyphs at places, not words in paragraphs: lines are put together again by the space between
 * them, running headers and footers are left out, and so is text that is drawn invisibly beside text that is not.
 */
final class PdfReader implements ArticleReader {

    /** The last lines of a whole file hold its end mark. In bytes; some tools append their own after it. */
    private static final int END_MARK_WITHIN = 4096;

    private static final long MOST_MEMORY = 128L << 20;

    /** A line that much farther from the one before than lines usually are starts a paragraph. */
    private static final double PARAGRAPH_GAP = 1.35;

    /** A line set that much larger than most of the text is a heading. */
    private static final double HEADING_SIZE = 1.15;

    private static final int LONGEST_HEADING = 200;

    /** A line at the edge of at least so many pages, and of a third of all, is a running header or footer. */
    private static final int LEAST_REPETITIONS = 3;

    private static final String OCR_REMEDY = "has no text in it: it seems to be scanned. "
            + "Run text recognition (OCR) over it, for example with ocrmypdf, and add the result.";

    private static final Pattern NO_REAL_TITLE = Pattern.compile(
            "(?i)^(?:microsoft (?:word|powerpoint) - .*|untitled.*|.*\\.(?:docx?|pdf|tex|dvi|indd|rtf|odt))");

    private static final Set<String> SENTENCE_ENDS = Set.of(".", "!", "?", ":", "\u201D", "\"", ")", "\u2026");

    /** Words set in a row, with the place and the size in which they were set, in points from the top left. */
    private record Line(String text, double left, double right, double baseline, double size) {}

    @Override
    public Draft read(SourceFile file) throws UnreadableArticleException {
        if (!endsWithMark(file.content())) {
            throw file.unreadable("is truncated: its end is missing. Copy or download it once more and add it again.");
        }
        try (PDDocument document = Loader.loadPDF(
                new RandomAccessReadBuffer(file.content()), MemoryUsageSetting.setupMixed(MOST_MEMORY).streamCache)) {
            LineCollector collector = new LineCollector(file);
            List<List<Line>> pages = collector.pagesOf(document);
            dropRunningLines(pages);
            return draft(file, document, pages, collector.hasRecognisedPages());
        } catch (InvalidPasswordException e) {
            throw file.unreadable(
                    "is encrypted with a password. Open it with the password, save it without one and add that.", e);
        } catch (TooMuchTextException e) {
            throw file.tooLarge();
        } catch (IOException e) {
            throw file.unreadable(
                    "is damaged and cannot be read. Open it in a PDF viewer, print it to a new PDF and add that.", e);
        }
    }

    private static boolean endsWithMark(byte[] content) {
        int from = Math.max(0, content.length - END_MARK_WITHIN);
        return new String(content, from, content.length - from, StandardCharsets.ISO_8859_1).contains("%%EOF");
    }

    private static Draft draft(SourceFile file, PDDocument document, List<List<Line>> pages, boolean recognised)
            throws UnreadableArticleException {
        double bodySize = bodySizeOf(pages);
        double pitch = pitchOf(pages, bodySize);
        GrowingText paragraphs = new GrowingText(file);
        String heading = null;
        String last = "";
        for (List<Line> page : pages) {
            paragraphs.startPage();
            boolean first = true;
            for (List<Line> lines : paragraphsOf(page, pitch)) {
                String text = join(lines);
                boolean large = lines.get(0).size() >= HEADING_SIZE * bodySize;
                if (heading == null && large && text.length() <= LONGEST_HEADING && hasLetter(text)) {
                    heading = text;
                }
                if (first && !large && goesOn(last, text)) {
                    paragraphs.goOn(text);
                } else {
                    paragraphs.add(text);
                }
                first = false;
                last = text;
            }
        }
        if (paragraphs.isEmpty()) {
            throw file.unreadable(OCR_REMEDY);
        }
        PDDocumentInformation information = document.getDocumentInformation();
        String title = blankToNull(information.getTitle());
        Calendar created = information.getCreationDate();
        return new Draft(
                paragraphs.text(),
                "application/pdf",
                heading,
                title == null || NO_REAL_TITLE.matcher(title).matches() ? null : title,
                null,
                new Metadata(
                        blankToNull(information.getAuthor()),
                        created == null ? null : created.toInstant().toString(),
                        null),
                paragraphs.pageStarts(),
                recognised
                        ? List.of("Some pages are scanned; their words come from text recognition and may be wrong.")
                        : List.of());
    }

    private static boolean hasLetter(String text) {
        return text.codePoints().anyMatch(Character::isLetter);
    }

    /** Whether a paragraph was cut by the end of a page. */
    private static boolean goesOn(String before, String text) {
        return !before.isEmpty()
                && !SENTENCE_ENDS.contains(before.substring(before.length() - 1))
                && Character.isLowerCase(text.codePointAt(0));
    }

    private static double bodySizeOf(List<List<Line>> pages) {
        Map<Long, Integer> lengths = new TreeMap<>();
        for (List<Line> page : pages) {
            for (Line line : page) {
                lengths.merge(Math.round(line.size() * 2), line.text().length(), Integer::sum);
            }
        }
        return lengths.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(size -> size.getKey() / 2.0)
                .orElse(0.0);
    }

    /** The usual distance between two lines of a paragraph. */
    private static double pitchOf(List<List<Line>> pages, double bodySize) {
        Map<Long, Integer> counts = new TreeMap<>();
        for (List<Line> page : pages) {
            for (int i = 1; i < page.size(); i++) {
                double gap = page.get(i).baseline() - page.get(i - 1).baseline();
                if (gap > 0.5 * bodySize && gap < 2.5 * bodySize) {
                    counts.merge(Math.round(gap * 2), 1, Integer::sum);
                }
            }
        }
        // Of equally frequent distances the smaller is that within paragraphs.
        return counts.entrySet().stream()
                .max(Map.Entry.<Long, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(gap -> Math.min(gap.getKey() / 2.0, 1.8 * bodySize))
                .orElse(1.2 * bodySize);
    }

    private static List<List<Line>> paragraphsOf(List<Line> page, double pitch) {
        List<List<Line>> paragraphs = new ArrayList<>();
        List<Line> current = new ArrayList<>();
        for (Line line : page) {
            if (!current.isEmpty() && startsParagraph(current, line, pitch)) {
                paragraphs.add(current);
                current = new ArrayList<>();
            }
            current.add(line);
        }
        if (!current.isEmpty()) {
            paragraphs.add(current);
        }
        return paragraphs;
    }

    private static boolean startsParagraph(List<Line> before, Line line, double pitch) {
        Line last = before.get(before.size() - 1);
        double gap = line.baseline() - last.baseline();
        if (gap < -0.5 * line.size()) {
            // The next column: a sentence that is not over goes on there.
            return !goesOn(last.text(), line.text());
        }
        boolean otherSize = Math.abs(line.size() - last.size()) > 0.1 * last.size();
        double usual = Math.max(pitch, 1.2 * Math.min(line.size(), last.size()));
        boolean indented = line.left() - last.left() > 0.8 * line.size()
                && line.left() - last.left() < 6 * line.size()
                && (before.size() > 1
                        || SENTENCE_ENDS.contains(
                                last.text().substring(last.text().length() - 1)));
        return (otherSize && gap > 0.5 * line.size()) || gap > PARAGRAPH_GAP * usual || indented;
    }

    private static String join(List<Line> lines) {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            if (endsInBrokenWord(text, line.text())) {
                text.setLength(text.length() - 1);
            } else if (text.length() > 0 && !endsInCompound(text)) {
                text.append(' ');
            }
            text.append(line.text());
        }
        return text.toString();
    }

    /**
     * Whether a hyphen at the end of a line was put there by the typesetter. Only between lower-case letters and where the
     * word before it has no other hyphen; "US-" and "1990-" keep theirs.
     */
    private static boolean endsInBrokenWord(CharSequence text, String next) {
        int hyphen = text.length() - 1;
        if (hyphen < 2 || !isHyphen(text.charAt(hyphen)) || next.isEmpty() || !Character.isLowerCase(next.charAt(0))) {
            return false;
        }
        int start = hyphen;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        boolean compound = start > 0 && isHyphen(text.charAt(start - 1));
        boolean lowerCase = text.subSequence(start + 1 > hyphen ? start : start + 1, hyphen)
                .chars()
                .allMatch(Character::isLowerCase);
        String prefix = text.subSequence(start, hyphen).toString();
        return !compound && lowerCase && prefix.length() >= 2 && !COMPOUNDING.contains(prefix);
    }

    /** First parts whose hyphen is the author's nearly always, wherever the line ends. */
    private static final Set<String> COMPOUNDING = Set.of(
            "self", "well", "non", "ex", "anti", "half", "long", "short", "high", "low", "state", "so", "first",
            "second", "third", "full", "part", "two", "three", "four", "five", "six", "ten", "year", "cross", "back");

    private static boolean endsInCompound(CharSequence text) {
        int last = text.length() - 1;
        return last > 0 && isHyphen(text.charAt(last)) && Character.isLetterOrDigit(text.charAt(last - 1));
    }

    private static boolean isHyphen(char c) {
        return c == '-' || c == '\u2010' || c == '\u00AD';
    }

    /** Takes out what stands at the top or bottom of many pages, page numbers apart the same. */
    private static void dropRunningLines(List<List<Line>> pages) {
        Map<String, Integer> repetitions = new HashMap<>();
        for (List<Line> page : pages) {
            edgesOf(page).stream()
                    .map(PdfReader::withoutNumbers)
                    .distinct()
                    .forEach(line -> repetitions.merge(line, 1, Integer::sum));
        }
        int least = Math.max(LEAST_REPETITIONS, (pages.size() + 2) / 3);
        for (List<Line> page : pages) {
            Set<Line> running = edgesOf(page).stream()
                    .filter(line -> repetitions.getOrDefault(withoutNumbers(line), 0) >= least)
                    .collect(Collectors.toSet());
            page.removeAll(running);
        }
    }

    /** The highest and the lowest line, whatever the order in which they were drawn. */
    private static List<Line> edgesOf(List<Line> page) {
        if (page.size() < 3) {
            return List.of();
        }
        Comparator<Line> byHeight = Comparator.comparingDouble(Line::baseline);
        double top = page.stream().min(byHeight).orElseThrow().baseline();
        double bottom = page.stream().max(byHeight).orElseThrow().baseline();
        return page.stream()
                .filter(line -> line.baseline() - top < 1 || bottom - line.baseline() < 1)
                .toList();
    }

    private static String withoutNumbers(Line line) {
        return line.text().replaceAll("\\d+", "#").strip();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || NormalisedText.isBlank(text) ? null : text.strip();
    }

    /** Stops reading where the limit is passed, through code that lets only this kind through. */
    private static final class TooMuchTextException extends IOException {

        private static final long serialVersionUID = 1;
    }

    /** Has PDFBox find the words, and keeps where each line of them stands. */
    private static final class LineCollector extends PDFTextStripper {

        private final SourceFile file;
        private final StringBuilder words = new StringBuilder();
        private List<Line> lines = new ArrayList<>();
        private double left;
        private double right;
        private double baseline;
        private double size;
        private boolean invisibleToo;
        private boolean skippedInvisible;
        private boolean recognisedPages;
        private long length;

        LineCollector(SourceFile file) {
            this.file = file;
            setSuppressDuplicateOverlappingText(true);
            setPageEnd("");
        }

        boolean hasRecognisedPages() {
            return recognisedPages;
        }

        List<List<Line>> pagesOf(PDDocument document) throws IOException {
            List<List<Line>> pages = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                List<Line> found = linesOf(document, page, false);
                if (found.isEmpty() && skippedInvisible) {
                    // Nothing but invisible text: the layer that text recognition lays over a scan.
                    found = linesOf(document, page, true);
                    recognisedPages |= !found.isEmpty();
                }
                pages.add(found);
            }
            return pages;
        }

        private List<Line> linesOf(PDDocument document, int page, boolean withInvisible) throws IOException {
            lines = new ArrayList<>();
            invisibleToo = withInvisible;
            skippedInvisible = false;
            setStartPage(page);
            setEndPage(page);
            writeText(document, Writer.nullWriter());
            endLine();
            return lines;
        }

        @Override
        protected void processTextPosition(TextPosition position) {
            boolean invisible = getGraphicsState().getTextState().getRenderingMode() == RenderingMode.NEITHER;
            if (invisible && !invisibleToo) {
                skippedInvisible = true;
            } else {
                super.processTextPosition(position);
            }
        }

        @Override
        protected void writeString(String text, List<TextPosition> positions) throws IOException {
            if (!positions.isEmpty()) {
                TextPosition first = positions.get(0);
                TextPosition last = positions.get(positions.size() - 1);
                if (words.length() == 0) {
                    left = first.getXDirAdj();
                    baseline = first.getYDirAdj();
                    size = first.getFontSizeInPt() > 0 ? first.getFontSizeInPt() : first.getHeightDir();
                }
                right = last.getXDirAdj() + last.getWidthDirAdj();
            }
            length += text.length();
            if (length > 2 * file.maxText()) {
                throw new TooMuchTextException();
            }
            words.append(text);
        }

        @Override
        protected void writeWordSeparator() {
            words.append(' ');
        }

        @Override
        protected void writeLineSeparator() {
            endLine();
        }

        @Override
        protected void writePageEnd() {
            endLine();
        }

        private void endLine() {
            String text = words.toString().replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
            words.setLength(0);
            if (!NormalisedText.isBlank(text)) {
                lines.add(new Line(text, left, right, baseline, size));
            }
        }
    }
}
