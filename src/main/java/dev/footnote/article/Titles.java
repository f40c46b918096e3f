package dev.footnote.article;

import com.ibm.icu.text.BreakIterator;
import dev.footnote.english.ClauseWords;
import dev.footnote.english.Sentence;
import dev.footnote.english.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what to call an article that nobody has named. */
final class Titles {

    /** The longest title made of a sentence, in UTF-16 code units. */
    static final int LONGEST = 80;

    /** A heading is taken whole up to this length: its author meant it so. */
    private static final int LONGEST_HEADING = 160;

    /** A title cut shorter than this says too little. */
    private static final int SHORTEST = 25;

    /** How far into a text a sentence is looked for, in UTF-16 code units. */
    private static final int LOOKED_AT = 10_000;

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\uFFFD]+");

    /** Direction marks and other invisible characters, but the joiners that scripts and emoji need. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}&&[^\\u200C\\u200D]]+");

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private static final String OPENING_QUOTES = "\"\u201C\u201E\u00AB\u2018'`";

    /** The longest mark of reference, "[citation needed]", and a little more; in UTF-16 code units. */
    private static final int LONGEST_REFERENCE = 20;

    private static final SentenceSplitter SENTENCES = new SentenceSplitter();

    private static final Pattern CLAUSE_END = Pattern.compile("[,;:](?= )| [\u2013\u2014-](?= )|\u2014");

    private Titles() {}

    /**
     * The first of these that says anything: the heading, the document's own title, a sentence of its beginning, the
     * file's name. One line, without control characters, never blank.
     */
    static String choose(@Nullable String heading, @Nullable String ownTitle, String lead, String fileName) {
        for (String given : new String[] {heading, ownTitle}) {
            String title = given == null ? "" : oneLine(given);
            if (!title.isEmpty()) {
                return title.length() <= LONGEST_HEADING ? title : shortened(title);
            }
        }
        String sentence = firstStatement(lead.substring(0, Math.min(lead.length(), LOOKED_AT)));
        if (!sentence.isEmpty()) {
            return shortened(sentence);
        }
        String name = oneLine(fileName.replaceFirst("\\.\\w+$", ""));
        return name.isEmpty() ? "Untitled" : cutAtWord(name);
    }

    private static String oneLine(String text) {
        String printable = INVISIBLE
                .matcher(UNPRINTABLE.matcher(withoutBrokenPairs(text)).replaceAll(" "))
                .replaceAll("");
        String line = SPACE.matcher(printable).replaceAll(" ").strip();
        return NormalisedText.isBlank(line) ? "" : line;
    }

    private static String withoutBrokenPairs(String text) {
        return NormalisedText.of(text);
    }

    /** The first sentence that is not a quotation, else the first; empty where there is none. */
    private static String firstStatement(String text) {
        String first = "";
        int paragraph = 0;
        for (Sentence each : SENTENCES.split(text)) {
            String sentence = withoutReferences(oneLine(each.span().of(text)));
            if (sentence.codePoints().anyMatch(Character::isLetterOrDigit)) {
                // What follows a quotation within its paragraph is mostly its speaker or more of it.
                if (each.paragraph() != paragraph && !isQuotation(sentence)) {
                    return sentence;
                }
                paragraph = each.paragraph();
                first = first.isEmpty() ? sentence : first;
            }
        }
        return first;
    }

    /** A sentence without the marks of reference behind it: "[3][4]". */
    private static String withoutReferences(String sentence) {
        int end = sentence.length();
        while (end > 0 && sentence.charAt(end - 1) == ']') {
            int opening = sentence.lastIndexOf('[', end);
            if (opening <= 0 || end - opening > LONGEST_REFERENCE) {
                break;
            }
            end = opening;
            while (end > 0 && sentence.charAt(end - 1) == ' ') {
                end--;
            }
        }
        return end == 0 ? sentence : sentence.substring(0, end);
    }

    private static boolean isQuotation(String sentence) {
        return OPENING_QUOTES.indexOf(sentence.charAt(0)) >= 0;
    }

    /** The main clause of a sentence, ended where it can end within the limit. */
    static String shortened(String sentence) {
        String whole = withoutEnd(sentence);
        if (whole.length() <= LONGEST) {
            return whole;
        }
        String main = withoutSubordinateStart(whole);
        if (main.length() <= LONGEST) {
            return capitalised(main);
        }
        int end = lastClauseEnd(main);
        return capitalised(end > 0 ? main.substring(0, end).strip() : cutAtWord(main));
    }

    private static String withoutEnd(String sentence) {
        String trimmed = sentence.strip();
        return trimmed.endsWith(".") && !trimmed.endsWith("..") ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
    }

    private static String withoutSubordinateStart(String sentence) {
        int comma = sentence.indexOf(", ");
        if (comma < 0 || !opensSubordinate(sentence)) {
            return sentence;
        }
        String rest = sentence.substring(comma + 2);
        // "In Paris, Lyon and Nice, …": an enumeration goes on with a word and the next comma.
        boolean enumeration = rest.indexOf(',') >= 0 && rest.indexOf(',') < SHORTEST;
        return rest.length() < SHORTEST || enumeration ? sentence : rest;
    }

    /** By its first word, or by a measure of time before "after" or "before": "Weeks before". */
    private static boolean opensSubordinate(String sentence) {
        int space = sentence.indexOf(' ');
        String second = space < 0 ? "" : firstWord(sentence.substring(space + 1));
        return ClauseWords.opensCircumstance(firstWord(sentence))
                || firstWord(sentence).endsWith("s") && ClauseWords.ordersInTime(second);
    }

    private static String firstWord(String sentence) {
        int space = sentence.indexOf(' ');
        return (space < 0 ? sentence : sentence.substring(0, space)).toLowerCase(Locale.ROOT);
    }

    /** The last place within the limit where a clause ends, or 0. */
    private static int lastClauseEnd(String sentence) {
        int best = 0;
        var mark = CLAUSE_END.matcher(sentence);
        while (mark.find() && mark.start() <= LONGEST) {
            best = mark.start() >= SHORTEST ? mark.start() : best;
        }
        List<Integer> starts = wordStarts(sentence);
        for (int i = 1; i < starts.size() && starts.get(i) - 1 <= LONGEST; i++) {
            int end = starts.get(i) - 1;
            String word = wordAt(sentence, starts.get(i));
            String before = wordAt(sentence, starts.get(i - 1));
            if (end >= SHORTEST && end > best && startsClause(word, before)) {
                best = end;
            }
        }
        return best;
    }

    private static boolean startsClause(String word, String before) {
        String bare = before.toLowerCase(Locale.ROOT);
        if (ClauseWords.leavesOpen(bare)) {
            return false;
        }
        // A participle, not a noun: those follow an article, an adjective or a preposition, and most are short.
        boolean participle = word.length() >= 8 && word.endsWith("ing") && Character.isLowerCase(word.charAt(0));
        return ClauseWords.startsClause(word) || participle;
    }

    private static List<Integer> wordStarts(String sentence) {
        List<Integer> starts = new ArrayList<>();
        for (int start = 0; start >= 0 && start < sentence.length() && start <= LONGEST + 1; ) {
            starts.add(start);
            int space = sentence.indexOf(' ', start);
            start = space < 0 ? -1 : space + 1;
        }
        return starts;
    }

    private static String wordAt(String sentence, int start) {
        int space = sentence.indexOf(' ', start);
        return sentence.substring(start, space < 0 ? sentence.length() : space);
    }

    private static String cutAtWord(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = text.lastIndexOf(' ', LONGEST - 1);
        if (end < SHORTEST) {
            BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
            characters.setText(text.substring(0, Math.min(text.length(), 2 * LONGEST)));
            end = characters.preceding(LONGEST);
        }
        // A cluster longer than the limit has no place to be cut; only a hostile text holds one.
        int cut = end > 0 ? end : Character.isHighSurrogate(text.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return text.substring(0, cut).replaceFirst("(?<![ ,;:\u2013\u2014-])[ ,;:\u2013\u2014-]+$", "") + "\u2026";
    }

    private static String capitalised(String text) {
        int first = text.codePointAt(0);
        return Character.toString(Character.toTitleCase(first)) + text.substring(Character.charCount(first));
    }
}
