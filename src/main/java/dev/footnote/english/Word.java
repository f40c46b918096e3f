package dev.footnote.english;

import dev.footnote.text.FoldedText;
import dev.footnote.text.Span;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word or a number of a text. Hyphens part words; a possessive "'s" is no part of one.
 *
 * @param span its place in the text
 * @param text as it is written
 * @param key lower case without accents, its letters in their plain forms (see {@link FoldedText}); an acronym in capitals without its dots, so that "US" is not "us"
 * @param opens whether a sentence or a quotation begins with it, so that its capital says nothing
 * @param clause counts up at every mark that parts clauses
 */
public record Word(Span span, String text, String key, boolean opens, int clause) {

    private static final Pattern WORD =
            Pattern.compile("(?:\\p{L}\\.){2,}|\\p{L}[\\p{L}\\p{M}]*(?:['’](?!s\\b)\\p{L}+)?"
                    + "|\\p{N}+(?:[.,]\\p{N}+)*(?:st|nd|rd|th|s)?");

    private static final Pattern CLAUSE_END = Pattern.compile("[,;:.!?()\"“”–—]");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?:…]\\s|[\"“‘«]\\s*$");
    private static final Pattern POSSESSIVE = Pattern.compile("['’]s\\b");

    /** The words of a text in their order. */
    public static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        FoldedText folded = FoldedText.keepingCase(text);
        int clause = 0;
        int end = 0;
        for (Matcher matcher = WORD.matcher(folded.text()); matcher.find(); ) {
            Span place = folded.original(new Span(matcher.start(), matcher.end()));
            if (place.start() < end) {
                // One character that is written for several words, such as U+2100 for "a/c", is one word.
                continue;
            }
            String between = text.substring(end, place.start());
            if (between.length() == 1
                    && (between.equals("'") || between.equals("’"))
                    && matcher.group().equals("s")) {
                end = place.end();
                continue;
            }
            if (CLAUSE_END.matcher(between).find()) {
                clause++;
            }
            boolean opens = words.isEmpty() || SENTENCE_END.matcher(between).find();
            words.add(new Word(place, place.of(text), key(matcher.group()), opens, clause));
            end = place.end();
        }
        return words;
    }

    private static String key(String text) {
        String letters = text.replace(".", "").replace("’", "'");
        if (isAcronym(letters)) {
            return letters;
        }
        String plain = Character.isDigit(text.charAt(0)) ? text : letters;
        return Normalizer.normalize(plain, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Whether a word of more than one character has no small letter, "US", "R2". */
    static boolean isInCapitals(String word) {
        return word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
    }

    private static boolean isAcronym(String letters) {
        return letters.length() > 1 && letters.length() < 6 && letters.chars().allMatch(Character::isUpperCase);
    }

    boolean isAcronym() {
        return isAcronym(key);
    }

    public boolean isCapital() {
        return Character.isUpperCase(text.codePointAt(0)) && !text.equals("I");
    }

    boolean isNumeral() {
        return !key.isEmpty() && Character.isDigit(key.codePointAt(0));
    }

    /** Whether it only holds a sentence together: a closed class of words. */
    public boolean isLight() {
        return WordClass.isFunctionWord(key);
    }

    /** What remains without its commonest endings; the same for "talked" and "talk". */
    public String stem() {
        return Inflection.stem(key);
    }

    /** Whether a possessive ending follows it. */
    public boolean isPossessive(String of) {
        Matcher matcher = POSSESSIVE.matcher(of);
        return matcher.region(span.end(), of.length()).lookingAt();
    }
}
