package dev.footnote.english;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import com.ibm.icu.util.UResourceBundle;
import dev.footnote.text.Paragraphs;
import dev.footnote.text.Span;
import dev.footnote.text.TableRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Cuts a text into sentences: Unicode's rules (UAX 29) with CLDR's English abbreviations, by ICU, and a few rules for
 * what both get wrong. ICU, because on the development texts it made the fewest wrong cuts (decision 3 in .github/docs has
 * the comparison). Safe for use by several threads.
 */
public final class SentenceSplitter {

    private static final String ICU_BREAKS = "com/ibm/icu/impl/data/icudata/brkitr";

    /** Titles, marks of reference and the like, behind which no sentence ends. */
    private static final Set<String> ALWAYS_GO_ON = Set.of(
            "Amb.", "Cpl.", "Gen.", "Gov.", "Hon.", "Lt.", "Maj.", "Messrs.", "Mt.", "Pres.", "Rep.", "Reps.", "Rev.",
            "Sec.", "Sen.", "Sens.", "Sgt.", "Supt.", "approx.", "cf.", "ca.", "e.g.", "i.e.", "esp.", "viz.", "v.",
            "vs.", "Dr.", "Mr.", "Mrs.", "Ms.", "Prof.", "Fig.", "Figs.", "Eq.", "Vol.", "pp.", "p.", "Adm.", "Brig.",
            "Capt.", "Cdr.", "Cmdr.", "Col.", "Comdr.", "Dkt.", "Drs.", "Lts.", "Profs.");

    /** Shortened words that CLDR's list lacks and that end a sentence now and then: "the corner of Mill Ave." */
    private static final List<String> MAY_END =
            List.of("St.", "Ft.", "Bros.", "Dept.", "Univ.", "Ave.", "Blvd.", "Apt.", "Ste.", "Rm.");

    /** Of CLDR's list: words with a capital that far more often end a sentence than they are shortened. */
    private static final Set<String> WORDS = Set.of(
            "Act.", "Hat.", "Link.", "Long.", "Job.", "Up.", "By.", "Card.", "Ok.", "OK.", "Mart.", "Jam.", "Do.",
            "All.", "As.", "In.", "Is.", "Joe.", "Go.", "To.", "On.", "Or.", "Pro.", "PC.", "Min.", "Lib.");

    /** What is shortened, and how it ends a sentence only before one of {@link #OPENERS}. */
    private static final Set<String> SHORTENED = shortened();

    /** CLDR's list for English, in the data that ICU brings. Its words are looked up whole: ICU itself takes "map." for "p.". */
    private static Set<String> shortened() {
        UResourceBundle listed = UResourceBundle.getBundleInstance(ICU_BREAKS, ULocale.ENGLISH)
                .get("exceptions")
                .get("SentenceBreak");
        Set<String> shortened = new HashSet<>(MAY_END);
        CalendarNames.SHORT_MONTHS.forEach(month -> shortened.add(month + "."));
        for (int i = 0; i < listed.getSize(); i++) {
            shortened.add(listed.getString(i));
        }
        shortened.removeAll(WORDS);
        return Set.copyOf(shortened);
    }

    /**
     * Marks of reference behind an end mark, which belong to the sentence before: "in 2019.[3][4] It", "the bridge.4,5
     * The". A figure needs a letter before the full stop, or "2.5" would be one, and no "No." or "Fig.".
     */
    private static final Pattern REFERENCES = Pattern.compile("(?<=[.!?…][\"”’')\\]]{0,3})"
            + "(?: ?\\[(?:\\d{1,3}(?:[–,-] ?\\d{1,3}){0,5}|[a-z]{1,2}|[ivx]{1,5}|note \\d{1,3}|citation needed)\\]){1,9}"
            + "|(?<=[.!?…][\"”’')\\]]{0,3})[⁰¹²³⁴-⁹]{1,3}(?:[,⁻–][⁰¹²³⁴-⁹]{1,3}){0,5}"
            + "|(?<=(?:\\p{Ll}|°\\p{L})[.!?])(?<!\\b(?:[Nn]os?|[Ff]igs?|[Vv]ol|pp?|[Aa]rt|[Ss]ec|[Cc]h)\\.)"
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

    /** A name that is written with a small letter and a capital behind it begins a sentence too: "eBay", "iPhone". */
    private static final Pattern BEGINNING_NAME =
            Pattern.compile("(?<=[\\p{L}\\p{N})\"”’][.!?][\"”’')\\]]{0,3}\\s{1,3})\\p{Ll}(?=\\p{Lu})");

    /** Three dots before a capital are an end. */
    private static final Pattern ENDING_DOTS = Pattern.compile("…(?=[\"”’')\\]]{0,3}\\s{1,3}[\"“‘]?\\p{Lu})");

    /** The number or the letter of an item, which stands before its sentence: "1.", "b)", "2.3.". */
    private static final Pattern NUMBER_OF_ITEM =
            Pattern.compile("[(\\[]?(?:\\d{1,3}(?:\\.\\d{1,3}){0,3}|[a-z]|[ivx]{1,5})[.)\\]]{1,2}");

    /** A lone capital with its dot: an initial, "George W. Bush". */
    private static final Pattern ENDS_IN_INITIAL = Pattern.compile("^(?:|.*[\\s.(\\-–—])(?!I\\.)\\p{Lu}\\.\\s*");

    /** "U.S.", "Inc." and their like, which end a sentence only now and then. */
    private static final Pattern ENDS_IN_ACRONYM =
            Pattern.compile("^(?:|.*[\\s(\"“'‘\\-–—])(?:(?:\\p{L}\\.){2,}|(?:Inc|Ltd|Co|Corp|Jr|Sr|etc)\\.)\\s*");

    private static final Pattern ENDS_IN_NUMBER_SIGN = Pattern.compile("^(?:|.*[\\s(])(?:No|Nos|no|nos)\\.\\s*");

    /** A question or an exclamation; in small letters behind it the sentence goes on: "Why?" he asked. Yahoo! was sold. */
    private static final Pattern ENDS_IN_CRY = Pattern.compile("^.*[!?…][\"”’')\\]]*\\s*");

    /** Words that begin a sentence so much more often than they follow an acronym that a cut before them is right. */
    private static final Set<String> OPENERS =
            Set.of(("A An The This That These Those He She It They We You I His Her Its Their Our My But And Or "
                            + "So If When While As In On At After Before However There Here Some Many Most Not No Yes "
                            + "What Who How Why Where For To From With Since Although Because Then Meanwhile Also Another "
                            + "Both Each Other")
                    .split(" "));

    private final BreakIterator boundaries;

    public SentenceSplitter() {
        this.boundaries = BreakIterator.getSentenceInstance(ULocale.ENGLISH);
    }

    /**
     * The sentences of a text in their order. They do not overlap, and together they hold every character that is not
     * white space or the frame of a table's row.
     */
    public List<Sentence> split(String text) {
        List<Sentence> sentences = new ArrayList<>();
        int paragraph = 0;
        for (Span place : Paragraphs.of(text)) {
            paragraph++;
            Span inside = TableRow.withoutFrame(text, place);
            for (Span span : splitParagraph(inside.of(text))) {
                sentences.add(new Sentence(span.shifted(inside.start()), paragraph));
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
        String ended = ENDING_DOTS.matcher(plain).replaceAll(".");
        return BEGINNING_NAME
                .matcher(BEGINNING_FIGURE.matcher(ended).replaceAll("N"))
                .replaceAll("N");
    }

    /** Whether the cut that ICU proposes at {@code at} is one; the sentence so far began at {@code start}. */
    private static boolean isBoundary(String line, int start, int at) {
        String sofar = line.substring(Math.max(start, at - 24), at);
        String next = firstWord(line, at);
        if (next.isEmpty()) {
            return true;
        }
        if (Character.isLowerCase(next.codePointAt(0))
                && !hasCapital(next)
                && ENDS_IN_CRY.matcher(sofar).matches()) {
            return !Character.isUpperCase(line.codePointAt(start)) && !endsInQuotation(sofar);
        }
        if (at - start <= sofar.length()
                && NUMBER_OF_ITEM.matcher(sofar.strip()).matches()) {
            return false;
        }
        String last = lastWord(sofar);
        if (ALWAYS_GO_ON.contains(last)) {
            return false;
        }
        if (ENDS_IN_INITIAL.matcher(sofar).matches()) {
            return OPENERS.contains(next) && isFollowedBySmallLetter(line, at, next);
        }
        if (SHORTENED.contains(last) || ENDS_IN_ACRONYM.matcher(sofar).matches()) {
            return OPENERS.contains(next);
        }
        return !Character.isDigit(next.codePointAt(0))
                || !ENDS_IN_NUMBER_SIGN.matcher(sofar).matches();
    }

    private static boolean hasCapital(String word) {
        return word.codePoints().anyMatch(Character::isUpperCase);
    }

    private static boolean endsInQuotation(String sofar) {
        String words = sofar.strip();
        return "\"”’')]".indexOf(words.charAt(words.length() - 1)) >= 0;
    }

    /** "Malcolm X. He talked", but "K. He, J. Sun". */
    private static boolean isFollowedBySmallLetter(String line, int at, String next) {
        int behind = line.indexOf(next, at) + next.length();
        return behind + 1 < line.length()
                && line.charAt(behind) == ' '
                && Character.isLowerCase(line.charAt(behind + 1));
    }

    /** What stands behind the last space, without what may open a quotation or a bracket, with its dot. */
    private static String lastWord(String sofar) {
        String words = sofar.strip();
        int from = words.length();
        while (from > 0
                && !Character.isWhitespace(words.charAt(from - 1))
                && "(\"“'‘[-–—/".indexOf(words.charAt(from - 1)) < 0) {
            from--;
        }
        return words.substring(from);
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
