package dev.footnote.english;

import dev.footnote.text.Span;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds what a sentence says somebody or something is: "Ann Lee, a surgeon, …", "A lathe is a machine …", "mayor Bo Ek". */
public final class DefinitionFinder {

    /** An apposition that is longer says more than what something is. */
    private static final int LONGEST_APPOSITION = 120;

    private static final Set<String> DETERMINERS = WordClass.union("one " + String.join(" ", Determiners.PLAIN));

    private static final Set<String> COPULAS = Set.of("is", "are", "was", "were", "means", "became", "remains");

    private DefinitionFinder() {}

    /** How a sentence says what something is. */
    public enum Manner {
        /** "Ann Lee, a surgeon, …" or "a surgeon, Ann Lee". */
        APPOSITION,
        /** "A lathe is a machine …". */
        COPULA,
        /** "The mayor Bo Ek". */
        TITLE,
        /** "the World Health Organization (WHO)". */
        BRACKETS
    }

    /**
     * What a sentence says something is.
     *
     * @param manner how it says so
     * @param words the words that say it
     */
    public record Definition(Manner manner, Span words) {}

    /**
     * What a sentence says a thing is.
     *
     * @param text the article's text
     * @param sentence the sentence in it
     * @param term what is to be defined, without an article before it
     * @return empty where the sentence does not define it
     */
    public static Optional<Definition> find(String text, Span sentence, String term) {
        Span span = sentence;
        int from = sentence.start();
        while (true) {
            Span place = place(text, new Span(from, span.end()), term);
            if (place.length() == 0) {
                return Optional.empty();
            }
            Optional<Definition> found = behind(text, sentence, place)
                    .or(() -> inBrackets(text, sentence, place))
                    .or(() -> before(text, sentence, place));
            if (found.isPresent()) {
                return found;
            }
            from = place.end();
        }
    }

    /** Whether a sentence names a thing at all. */
    public static boolean mentions(String text, Span sentence, String term) {
        return place(text, sentence, term).length() > 0;
    }

    /** What is said where no sentence defines a thing and some mention it; these follow as quotations. */
    public static String undefined(String term) {
        return "The article does not define " + term + "; it mentions it here:";
    }

    /** The place of a term as whole words, whatever their capitals; empty where it is not there. */
    private static Span place(String text, Span within, String term) {
        String words = within.of(text).toLowerCase(Locale.ROOT);
        String sought = term.toLowerCase(Locale.ROOT);
        for (int at = words.indexOf(sought); at >= 0 && !sought.isEmpty(); at = words.indexOf(sought, at + 1)) {
            int end = at + sought.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(words.charAt(at - 1));
            boolean ends = end == words.length() || !Character.isLetterOrDigit(words.charAt(end));
            if (begins && ends && words.length() == within.length()) {
                return new Span(at, end).shifted(within.start());
            }
        }
        return new Span(within.start(), within.start());
    }

    private static Optional<Definition> behind(String text, Span sentence, Span place) {
        int at = place.end();
        if (at < sentence.end() && "\"”’'".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        at = behindBrackets(text, sentence, at);
        String rest = text.substring(at, sentence.end());
        if (rest.startsWith(", ") || rest.startsWith(" – ") || rest.startsWith(" — ")) {
            int start = at + (rest.startsWith(", ") ? 2 : 3);
            String apposition = text.substring(start, sentence.end());
            int comma = ends(apposition);
            String first = firstWord(apposition).toLowerCase(Locale.ROOT);
            boolean describes = DETERMINERS.contains(first) || isRole(apposition, comma, rest.startsWith(", "));
            return describes && comma <= LONGEST_APPOSITION && comma > first.length()
                    ? Optional.of(new Definition(Manner.APPOSITION, new Span(start, start + comma)))
                    : Optional.empty();
        }
        String copula = firstWord(rest.strip()).toLowerCase(Locale.ROOT);
        if (rest.startsWith(" ") && COPULAS.contains(copula)) {
            int start = at + 1 + copula.length() + 1;
            if (start >= sentence.end()) {
                return Optional.empty();
            }
            String predicate = text.substring(start, sentence.end());
            boolean defines =
                    DETERMINERS.contains(firstWord(predicate).toLowerCase(Locale.ROOT)) || copula.equals("means");
            return defines
                    ? Optional.of(new Definition(Manner.COPULA, new Span(start, start + clauseEnd(predicate))))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    /** The place behind what stands in brackets at a place, with or without a blank before it; the place itself where none close. */
    private static int behindBrackets(String text, Span sentence, int at) {
        int open = text.startsWith(" (", at) ? at + 1 : at;
        int close = text.startsWith("(", open) ? text.indexOf(')', open) : -1;
        return close >= 0 && close < sentence.end() ? close + 1 : at;
    }

    /** Without an article only what a comma closes is an apposition: "Ann Lee, harbourmaster since 2011, …". */
    private static boolean isRole(String apposition, int comma, boolean byComma) {
        String first = firstWord(apposition);
        return byComma
                && comma < apposition.length()
                && apposition.charAt(comma) == ','
                && !first.isEmpty()
                && Character.isLowerCase(first.charAt(0))
                && !WordClass.isFunctionWord(first)
                && !first.endsWith("ing")
                && !first.endsWith("ed")
                && apposition.substring(0, comma).indexOf(" and ") < 0;
    }

    /** "the Food Board (FB)" for FB: what stands before the bracket. */
    private static Optional<Definition> inBrackets(String text, Span sentence, Span place) {
        boolean bracketed = place.start() > sentence.start() + 2
                && place.end() < sentence.end()
                && text.charAt(place.start() - 1) == '('
                && text.charAt(place.end()) == ')';
        if (!bracketed) {
            return Optional.empty();
        }
        int end = place.start() - 1;
        while (end > sentence.start() && text.charAt(end - 1) == ' ') {
            end--;
        }
        int start = end;
        int at = end;
        // Back over capitalised words and the small ones between them.
        while (at > sentence.start()) {
            int blank = text.lastIndexOf(' ', at - 1);
            int wordStart = Math.max(blank + 1, sentence.start());
            String word = text.substring(wordStart, at);
            boolean isCapital = !word.isEmpty()
                    && Character.isUpperCase(word.charAt(0))
                    && !WordClass.ARTICLE.contains(word.toLowerCase(Locale.ROOT));
            boolean links = Set.of("of", "and", "for", "the", "on", "in", "&").contains(word);
            if (!isCapital && !links) {
                break;
            }
            start = isCapital ? wordStart : start;
            at = Math.max(blank, sentence.start());
        }
        return start < end ? Optional.of(new Definition(Manner.BRACKETS, new Span(start, end))) : Optional.empty();
    }

    /** "Its operations manager, Bo Ek, said", "foreign minister Bo Ek": only names, and only lower-case words before them. */
    private static Optional<Definition> before(String text, Span sentence, Span place) {
        if (!Character.isUpperCase(text.charAt(place.start()))) {
            return Optional.empty();
        }
        boolean comma = place.start() - 2 >= sentence.start() && text.startsWith(", ", place.start() - 2);
        int end = comma ? place.start() - 2 : place.start() - 1;
        if (end <= sentence.start() || !comma && text.charAt(end) != ' ') {
            return Optional.empty();
        }
        boolean closes = place.end() >= sentence.end() - 1 || ",.;".indexOf(text.charAt(place.end())) >= 0;
        int start = end;
        int at = end;
        boolean determined = false;
        for (int words = 0; at > sentence.start() && words < 5 && !determined; words++) {
            int blank = text.lastIndexOf(' ', at - 1);
            int wordStart = Math.max(blank + 1, sentence.start());
            String word = text.substring(wordStart, at);
            String lower = word.toLowerCase(Locale.ROOT);
            determined = DETERMINERS.contains(lower);
            boolean isTitle = Character.isLetter(word.isEmpty() ? ' ' : word.charAt(0))
                    && word.chars().noneMatch(c -> ",.;:".indexOf(c) >= 0)
                    && !WordClass.isFunctionWord(lower);
            if (!determined && !isTitle) {
                break;
            }
            start = wordStart;
            at = Math.max(blank, sentence.start());
        }
        boolean describes = determined && start < end - 3 && (!comma || closes);
        return describes
                ? Optional.of(new Definition(comma ? Manner.APPOSITION : Manner.TITLE, new Span(start, end)))
                : Optional.empty();
    }

    private static String firstWord(String words) {
        int end = 0;
        while (end < words.length() && (Character.isLetter(words.charAt(end)) || words.charAt(end) == '-')) {
            end++;
        }
        return words.substring(0, end);
    }

    /** Up to the next mark that closes an apposition. */
    private static int ends(String words) {
        for (int i = 0; i < words.length(); i++) {
            if (",;–—".indexOf(words.charAt(i)) >= 0 || words.charAt(i) == '.' && isLast(words, i)) {
                return words.substring(0, i).stripTrailing().length();
            }
        }
        return words.length();
    }

    private static int clauseEnd(String words) {
        for (int i = 0; i < words.length(); i++) {
            if (words.charAt(i) == ';' || words.charAt(i) == '.' && isLast(words, i)) {
                return i;
            }
        }
        return words.length();
    }

    private static boolean isLast(String words, int at) {
        return at >= words.length() - 2;
    }
}
