package dev.footnote.english;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import dev.footnote.text.Paragraphs;
import dev.footnote.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Cuts a text into sentences: Unicode's rules (UAX 29) with CLDR's English abbreviations, by ICU, and a few rules for
 * what both get wrong. ICU, because on the development texts it made the fewest wrong cuts (decision 3 in .github/docs has
 * the comparison). Safe for use by several threads.
 */
public final class SentenceSplitter {

    /** Titles and the like that CLDR's list lacks; a sentence hardly ever ends with one. */
    private static final List<String> ABBREVIATIONS = List.of(
            "Amb.", "Cpl.", "Gen.", "Gov.", "Hon.", "Lt.", "Maj.", "Messrs.", "Mt.", "Pres.", "Rep.", "Reps.", "Rev.",
            "Sec.", "Sen.", "Sens.", "Sgt.", "Supt.", "St.", "approx.", "cf.", "ca.", "e.g.", "i.e.", "esp.", "viz.",
            "vs.", "Dr.", "Mr.", "Mrs.", "Ms.", "Prof.", "Fig.", "Figs.", "Eq.", "Vol.", "pp.", "p.", "Adm.", "Brig.",
            "Capt.", "Cdr.", "Cmdr.", "Col.", "Comdr.", "Dkt.", "Drs.", "Ft.", "Lts.", "Profs.", "Bros.", "Dept.",
            "Univ.", "Ave.", "Blvd.");

    /** Of CLDR's list: words with a capital that far more often end a sentence than they are shortened. */
    private static final List<String> WORDS = List.of(
            "Act.", "Hat.", "Link.", "Long.", "Job.", "Up.", "By.", "Card.", "Ok.", "OK.", "Mart.", "Jam.", "Do.",
            "All.", "As.", "In.", "Is.");

    /**
     * Marks of reference behind an end mark, which belong to the sentence before: "in 2019.[3][4] It", "the bridge.4,5
     * The". A figure needs a letter before the full stop, or "2.5" would be one, and no "No." or "Fig.".
     */
    private static final Pattern REFERENCES = Pattern.compile("(?<=[.!?…][\"”’')\\]]{0,3})"
            + "(?: ?\\[(?:\\d{1,3}(?:[–,-] ?\\d{1,3}){0,5}|[a-z]{1,2}|[ivx]{1,5}|note \\d{1,3}|citation needed)\\]){1,9}"
            + "|(?<=\\p{Ll}[.!?])(?<!\\b(?:[Nn]os?|[Ff]igs?|[Vv]ol|pp?|[Aa]rt|[Ss]ec|[Cc]h)\\.)"
            + "\\d{1,3}(?:[,–-]\\d{1,3}){0,5}(?=\\s+[\\p{Lu}“\"(])");

    /**
     * A figure that begins a sentence: "It sank. 87 people drowned." ICU goes on where small letters follow the figure, as it must after
     * a shortened word: "Dec. 12", "et al. 2014".
     */
    private static final Pattern BEGINNING_FIGURE =
            Pattern.compile("(?<=\\p{L}{2}[\"”’')\\]]{0,3}[.!?][\"”’')\\]]{0,3}\\s{1,3})"
                    + "(?<!(?i:\\b(?:" + String.join("|", CalendarNames.SHORT_MONTHS)
                    + "|art|al|ch|est|ext|fig|figs|max|min|no|nos|para|paras|pp|sec|sect|tel|ver|vol|vols|approx|ca)\\.)\\s{1,3})"
                    + "\\d(?=[\\d.,:]{0,20}%?[ -]\\s{0,3}\\p{L})");

    /** The number or the letter of an item, which stands before its sentence: "1.", "b)", "2.3.". */
    private static final Pattern NUMBER_OF_ITEM =
            Pattern.compile("[(\\[]?(?:\\d{1,3}(?:\\.\\d{1,3}){0,3}|[a-z]|[ivx]{1,5})[.)\\]]{1,2}");

    /** A lone capital with its dot: an initial, "George W. Bush". */
    private static final Pattern ENDS_IN_INITIAL = Pattern.compile("^(?:|.*[\\s.(\\-–—])(?!I\\.)\\p{Lu}\\.\\s*");

    /** "U.S.", "Inc." and their like, which end a sentence only now and then. */
    private static final Pattern ENDS_IN_ACRONYM =
            Pattern.compile("^(?:|.*[\\s(\"“'‘\\-–—])(?:(?:\\p{L}\\.){2,}|(?:Inc|Ltd|Co|Corp|Jr|Sr|etc)\\.)\\s*");

    /** Ranks follow one another, "Lt. Col.", which ICU takes for an end. */
    private static final Pattern ENDS_IN_RANK =
            Pattern.compile("^(?:|.*[\\s(\"“‘])(?:Adm|Brig|Capt|Col|Cpl|Gen|Lt|Maj|Sgt|Cmdr)\\.\\s*");

    private static final Pattern ENDS_IN_NUMBER_SIGN = Pattern.compile("^(?:|.*[\\s(])(?:No|Nos|no|nos)\\.\\s*");

    /** A quoted question or exclamation; in lower case behind it the sentence goes on: "Why?" he asked. */
    private static final Pattern ENDS_IN_QUOTED_CRY = Pattern.compile("^.*[!?…][\"”’')\\]]+\\s*");

    /** Words that begin a sentence so much more often than they follow an acronym that a cut before them is right. */
    private static final Set<String> OPENERS =
            Set.of(("A An The This That These Those He She It They We You I His Her Its Their Our My But And Or "
                            + "So If When While As In On At After Before However There Here Some Many Most Not No Yes "
                            + "What Who How Why Where For To From With Since Although Because Then Meanwhile Also Another "
                            + "Both Each Other")
                    .split(" "));

    private final BreakIterator boundaries;

    public SentenceSplitter() {
        FilteredBreakIteratorBuilder builder = FilteredBreakIteratorBuilder.getInstance(ULocale.ENGLISH);
        ABBREVIATIONS.forEach(builder::suppressBreakAfter);
        WORDS.forEach(builder::unsuppressBreakAfter);
        this.boundaries = builder.wrapIteratorWithFilter(BreakIterator.getSentenceInstance(ULocale.ENGLISH));
    }

    /**
     * The sentences of a text in their order. They do not overlap, and together they hold every character that is not
     * white space.
     */
    public List<Sentence> split(String text) {
        List<Sentence> sentences = new ArrayList<>();
        int paragraph = 0;
        for (Span place : Paragraphs.of(text)) {
            paragraph++;
            for (Span span : splitParagraph(place.of(text))) {
                sentences.add(new Sentence(span.shifted(place.start()), paragraph));
            }
        }
        return sentences;
    }

    private List<Span> splitParagraph(String paragraph) {
        // A line break inside a paragraph is a space; ICU would end the sentence there.
        String line = paragraph.replace('\n', ' ');
        BreakIterator iterator = (BreakIterator) boundaries.clone();
        iterator.setText(asIcuReads(line));
        List<Span> spans = new ArrayList<>();
        int start = iterator.first();
        for (int end = iterator.next(); end != BreakIterator.DONE; end = iterator.next()) {
            if (end == line.length() || isBoundary(line, start, end)) {
                Span span = new Span(start, end).trimmed(line);
                if (span.length() > 0) {
                    spans.add(span);
                }
                start = end;
            }
        }
        return spans;
    }

    /** The line with blanks in the place of marks of reference, so that a cut comes behind them, and a letter in that of a figure. */
    private static String asIcuReads(String line) {
        String plain = REFERENCES.matcher(line).replaceAll(mark -> " "
                .repeat(mark.group().length()));
        return BEGINNING_FIGURE.matcher(plain).replaceAll("N");
    }

    /** Whether the cut that ICU proposes at {@code at} is one; the sentence so far began at {@code start}. */
    private static boolean isBoundary(String line, int start, int at) {
        String sofar = line.substring(Math.max(start, at - 24), at);
        String next = firstWord(line, at);
        if (next.isEmpty()) {
            return true;
        }
        if (Character.isLowerCase(next.codePointAt(0))
                && ENDS_IN_QUOTED_CRY.matcher(sofar).matches()) {
            return false;
        }
        if (ENDS_IN_RANK.matcher(sofar).matches()) {
            return false;
        }
        if (at - start <= sofar.length()
                && NUMBER_OF_ITEM.matcher(sofar.strip()).matches()) {
            return false;
        }
        if (ENDS_IN_ACRONYM.matcher(sofar).matches()) {
            return OPENERS.contains(next);
        }
        if (Character.isDigit(next.codePointAt(0))
                && ENDS_IN_NUMBER_SIGN.matcher(sofar).matches()) {
            return false;
        }
        return !ENDS_IN_INITIAL.matcher(sofar).matches();
    }

    private static String firstWord(String line, int at) {
        int from = at;
        while (from < line.length() && !Character.isLetterOrDigit(line.charAt(from))) {
            from++;
        }
        int to = from;
        while (to < line.length() && Character.isLetterOrDigit(line.charAt(to))) {
            to++;
        }
        return line.substring(from, to);
    }
}
