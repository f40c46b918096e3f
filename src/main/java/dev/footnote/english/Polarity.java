package dev.footnote.english;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Yes/no questions: whether a question is one, what it claims, and whether a sentence settles it.
 *
 * <p>"Yes" and "No" are said only where the sentence itself says what is asked, or denies it in so many words; in all
 * other cases the sentence alone is the answer.
 */
public final class Polarity {

    /** What a sentence makes of a yes/no question. */
    public enum Verdict {
        YES,
        NO,
        OPEN
    }

    private static final String AUXILIARY = WordClass.anyOf(WordClass.union(
            "is are was were do does did has have had", WordClass.MODAL));

    private static final Pattern YES_NO = Pattern.compile(
            "^(?:according to [^,]{2,60},\\s*|so,?\\s+|and\\s+|but\\s+)?(" + AUXILIARY
                    + ")(?:n['’]t)?\\s++(?!you\\b)(.+)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** What a sentence only reports is not settled by it. */
    private static final Pattern REPORTED = Pattern.compile(
            "\\b(?:" + WordClass.anyOf(SpeechVerbs.doubtful())
                    + "|reportedly|allegedly|(?-i:may)|might|could|would|possibly|perhaps)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SAME =
            Pattern.compile("\\b(?:same|identical|alike|equal|similar)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern DIFFERENT = Pattern.compile(
            "\\b(?:separate|different|differs?|distinct|unlike|apart from|opposite)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Words that a sentence need not share with a claim. */
    private static final Set<String> LIGHT = WordClass.union(
            "be been being any some there ever same thing get got already yet still",
            WordClass.ARTICLE,
            WordClass.PREPOSITION,
            WordClass.COORDINATOR,
            WordClass.DEMONSTRATIVE,
            WordClass.THIRD_PERSON);

    /** How many of the claim's words a sentence must have before it can settle it. */
    private static final double SHARED = 0.6;

    private Polarity() {}

    /** Whether the question wants "yes" or "no". */
    public static boolean isYesNo(String question) {
        return YES_NO.matcher(withoutEnd(question.strip())).matches();
    }

    /** What the question claims, without its auxiliary: "Was Trump surprised?" becomes "Trump surprised". */
    static String claim(String question) {
        Matcher matcher = YES_NO.matcher(withoutEnd(question.strip()));
        return matcher.matches() ? matcher.group(2) : question;
    }

    /** What a sentence makes of the question. */
    public static Verdict verdict(String question, String sentence) {
        String claim = claim(question);
        Set<String> asked = stems(claim);
        Set<String> said = stems(sentence);
        if (asked.isEmpty()) {
            return Verdict.OPEN;
        }
        double shared = (double) asked.stream().filter(said::contains).count() / asked.size();
        if (shared < SHARED) {
            return Verdict.OPEN;
        }
        boolean contrary = SAME.matcher(question).find()
                        && DIFFERENT.matcher(sentence).find()
                || DIFFERENT.matcher(question).find() && SAME.matcher(sentence).find();
        boolean denied = Negation.isIn(sentence) != contrary;
        boolean asksDenied = Negation.isIn(question);
        if (!denied
                && REPORTED.matcher(sentence).find()
                && !REPORTED.matcher(question).find()) {
            return Verdict.OPEN;
        }
        return denied == asksDenied ? Verdict.YES : Verdict.NO;
    }

    private static Set<String> stems(String text) {
        return BETWEEN_WORDS.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() > 1 && !LIGHT.contains(word))
                .map(Inflection::stem)
                .collect(Collectors.toSet());
    }

    /** A question without the marks and the white space at its end. */
    private static String withoutEnd(String question) {
        int end = question.length();
        while (end > 0 && (".?!".indexOf(question.charAt(end - 1)) >= 0
                || Character.isWhitespace(question.charAt(end - 1)))) {
            end--;
        }
        return question.substring(0, end);
    }
}
