package dev.footnote.generation;

import dev.footnote.english.Sentence;
import dev.footnote.english.SentenceSplitter;
import dev.footnote.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts what a model writes into sentences with the numbers they cite, as it comes. Where the stream was cut into pieces
 * makes no difference. For one answer and one thread.
 */
final class AnswerDraft {

    /** What stands before a sentence and is none: a list's sign, a heading's, a quotation's. */
    private static final Pattern SIGN = Pattern.compile("(?:[-*+•–]|\\d{1,3}[.)]|#{1,6}|>)[ \\t]+");

    private static final String FENCE = "```";

    private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    /** Before a list of markers at the end, which says nothing. */
    private static final Pattern LABEL =
            Pattern.compile("^\\W*+(?:(?:sources?|references?|citations?)\\W*+)?", Pattern.CASE_INSENSITIVE);

    private static final String OPENS_MARKER = "[【［\\";

    private final SentenceSplitter splitter;
    private final Thoughts thoughts = new Thoughts();
    private final StringBuilder pending = new StringBuilder();
    private final StringBuilder between = new StringBuilder();

    private boolean begun;
    private boolean lineBegins = true;
    private boolean markersLead;
    private boolean marked;
    private boolean restarted;

    AnswerDraft(SentenceSplitter splitter) {
        this.splitter = splitter;
    }

    /** The sentences that are finished with this part of the text. */
    List<DraftSentence> add(String text) {
        take(thoughts.add(text));
        return drain(false);
    }

    /** The sentences that are finished because nothing more comes. */
    List<DraftSentence> finish() {
        take(thoughts.finish());
        return drain(true);
    }

    /** Whether there was any marker, be it one of a sentence that was not given. */
    boolean isMarked() {
        return marked;
    }

    /** Whether the sentences given out before the last {@link #add} are void; asked once. */
    boolean isRestarted() {
        boolean was = restarted;
        restarted = false;
        return was;
    }

    private void take(String text) {
        if (thoughts.isVoided()) {
            pending.setLength(0);
            between.setLength(0);
            begun = false;
            lineBegins = true;
            restarted = true;
            marked = false;
        }
        text.codePoints()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .forEach(pending::appendCodePoint);
    }

    private List<DraftSentence> drain(boolean end) {
        List<DraftSentence> finished = new ArrayList<>();
        boolean more = true;
        while (more) {
            skipSpace();
            int lineEnd = lineEnd(end);
            more = pending.length() > 0
                    && (skipSign()
                            || skipFence(lineEnd)
                            || (lineEnd >= 0 ? takeLine(lineEnd, finished) : takeBeginning(finished)));
        }
        return finished;
    }

    private void skipSpace() {
        int at = 0;
        while (at < pending.length() && Character.isWhitespace(pending.charAt(at))) {
            if (pending.charAt(at) == '\n') {
                lineBegins = true;
                markersLead = false;
            }
            at++;
        }
        between.append(pending, 0, at);
        pending.delete(0, at);
    }

    private boolean skipSign() {
        Matcher sign = SIGN.matcher(pending);
        if (!lineBegins || !sign.lookingAt()) {
            return false;
        }
        between.append(sign.group());
        pending.delete(0, sign.end());
        return true;
    }

    /** The lines that open and close a block of code; what stands between them is text like any other. */
    private boolean skipFence(int lineEnd) {
        if (!lineBegins || lineEnd < 0 || pending.indexOf(FENCE) != 0) {
            return false;
        }
        pending.delete(0, lineEnd);
        return true;
    }

    /** Where the line ends that {@link #pending} begins with; -1 where that is not known yet. */
    private int lineEnd(boolean end) {
        for (int at = pending.indexOf("\n"); at >= 0; at = pending.indexOf("\n", at + 1)) {
            if (at + 1 == pending.length()) {
                return end ? at : -1;
            }
            char next = pending.charAt(at + 1);
            if (OPENS_MARKER.indexOf(next) >= 0) {
                int following = pending.indexOf("\n", at + 1);
                boolean whole = following >= 0 || end;
                String line = pending.substring(at + 1, following >= 0 ? following : pending.length());
                if (!isMarkersOnly(whole ? line : line.substring(0, Markers.settled(line)))) {
                    return at;
                }
                if (!whole) {
                    return -1;
                }
            } else if (!Character.isLowerCase(next) || endsSentence(at)) {
                return at;
            }
        }
        return end ? pending.length() : -1;
    }

    private boolean endsSentence(int at) {
        int last = at - 1;
        while (last >= 0 && Character.isWhitespace(pending.charAt(last))) {
            last--;
        }
        return last >= 0 && ".!?:]】］".indexOf(pending.charAt(last)) >= 0;
    }

    private static boolean isMarkersOnly(String line) {
        StringBuilder rest = new StringBuilder(line);
        List<Markers.Marker> markers = Markers.in(line);
        for (int i = markers.size() - 1; i >= 0; i--) {
            rest.delete(markers.get(i).start(), markers.get(i).end());
        }
        return rest.toString().matches("[\\s.,;]*");
    }

    private boolean takeLine(int lineEnd, List<DraftSentence> finished) {
        SourceLine line = new SourceLine(pending.substring(0, lineEnd));
        line.take(line.sentences.size(), finished);
        pending.delete(0, lineEnd);
        // What ended the line is not yet skipped; a line without any words must not be met again.
        return true;
    }

    private boolean takeBeginning(List<DraftSentence> finished) {
        int settled = Markers.settled(pending.toString());
        int end = settled;
        while (end > 0 && !Character.isWhitespace(pending.charAt(end - 1))) {
            end--;
        }
        SourceLine line = new SourceLine(pending.substring(0, end));
        int last = line.sentences.size() - 1;
        if (last < 1 || !LETTER.matcher(line.sentences.get(last).of(line.words)).find()) {
            return false;
        }
        int taken = line.take(last, finished);
        pending.delete(0, taken);
        return true;
    }

    /** A line without its markers, cut into sentences. */
    private final class SourceLine {

        private final List<Markers.Marker> markers;
        /** Where each marker stood in {@link #words}. */
        private final List<Integer> places = new ArrayList<>();

        /** Where in the raw line goes on what stands behind each marker. */
        private final List<Integer> ends = new ArrayList<>();

        private final String words;
        private final List<Span> sentences;

        SourceLine(String raw) {
            markers = Markers.in(raw);
            StringBuilder clean = new StringBuilder();
            int from = 0;
            for (Markers.Marker marker : markers) {
                clean.append(raw, from, marker.start());
                places.add(clean.length());
                from = marker.end();
                // The blanks before a marker go with it; of one that nothing stands before, those behind it.
                while (clean.isEmpty() && from < raw.length() && Character.isWhitespace(raw.charAt(from))) {
                    from++;
                }
                ends.add(from);
            }
            clean.append(raw, from, raw.length());
            words = clean.toString();
            sentences = splitter.split(words.replace('\n', ' ')).stream()
                    .map(Sentence::span)
                    .toList();
            if (!markers.isEmpty()) {
                marked = true;
                if (lineBegins && words.substring(0, places.get(0)).isBlank()) {
                    markersLead = true;
                }
            }
        }

        /** Gives out the first sentences; returns where what is left begins in the raw line. */
        int take(int count, List<DraftSentence> finished) {
            int from = 0;
            for (int i = 0; i < count; i++) {
                Span span = sentences.get(i);
                between.append(words, from, span.start());
                give(span, i, finished);
                from = span.end();
            }
            if (count > 0) {
                lineBegins = false;
            }
            // Markers of the last sentence given are gone with it; those that lead belong to the next.
            int at = from;
            int marker = 0;
            while (marker < markers.size() && (places.get(marker) < at || (places.get(marker) == at && !markersLead))) {
                marker++;
            }
            int raw = at;
            for (int i = 0; i < marker; i++) {
                raw += ends.get(i) - markers.get(i).start();
            }
            return raw;
        }

        private void give(Span span, int index, List<DraftSentence> finished) {
            String text = span.of(words);
            Set<Integer> numbers = numbers(span, index);
            if (markersLead) {
                text = text.replaceFirst("^[\\s:;,–—-]+", "");
            }
            if (LABEL.matcher(text).matches() && !numbers.isEmpty()) {
                return;
            }
            if (!LETTER_OR_DIGIT.matcher(text).find()) {
                between.append(text);
                return;
            }
            String before = begun ? between.toString().replaceAll("\n{3,}", "\n\n") : "";
            finished.add(new DraftSentence(before, text, List.copyOf(numbers)));
            between.setLength(0);
            begun = true;
        }

        private Set<Integer> numbers(Span span, int index) {
            int previousEnd = index == 0 ? -1 : sentences.get(index - 1).end();
            int nextStart =
                    index + 1 < sentences.size() ? sentences.get(index + 1).start() : Integer.MAX_VALUE;
            Set<Integer> numbers = new LinkedHashSet<>();
            for (int i = 0; i < markers.size(); i++) {
                int place = places.get(i);
                boolean inside = place > span.start() && place < span.end();
                boolean before = place > previousEnd && place <= span.start();
                boolean behind = place >= span.end() && place < nextStart;
                boolean leads = markersLead && place >= previousEnd && place <= span.start();
                boolean follows = behind && (!markersLead || nextStart == Integer.MAX_VALUE);
                if (inside || leads || follows || (before && index == 0)) {
                    numbers.addAll(markers.get(i).numbers());
                }
            }
            return numbers;
        }
    }
}
