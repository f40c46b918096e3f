package dev.footnote.english;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    private static final String AUXILIARY =
            "(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must)";

    private static final Pattern YES_NO = Pattern.compile(
            "^(?:according to [^,]{2,60},\\s*|so,?\\s+|and\\s+|but\\s+)?(" + AUXILIARY
                    + ")(?:n['’]t)?\\s+(?!you\\b)(.+?)[?.!\\s]*$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern NEGATION = Pattern.compile(
            "\\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|denied|denies|deny|refused|refuses"
                    + "|rejected|rejects|failed to|lacks?|unable)\\b|n['’]t\\b",
            Pattern.CASE_INSENSITIVE);

    /** What a sentence only reports is not settled by it. */
    private static final Pattern REPORTED = Pattern.compile(
            "\\b(?:say|said|says|accused|accuses|alleged|alleges|claimed|claims|suggested|suggests|believes?|believed"
                    + "|thinks?|thought|reportedly|allegedly|(?-i:may)|might|could|would|possibly|perhaps)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SAME =
            Pattern.compile("\\b(?:same|identical|alike|equal|similar|part of)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern DIFFERENT = Pattern.compile(
            "\\b(?:separate|different|differs?|distinct|unlike|apart from|opposite)\\b", Pattern.CASE_INSENSITIVE);

    private static final Set<String> LIGHT = Set.of(
            "a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "by", "with", "and", "or", "that", "this",
            "it", "its", "be", "been", "being", "any", "some", "there", "as", "ever", "about", "same", "thing", "get",
            "got", "into", "he", "she", "they", "his", "her", "their", "already", "yet", "still");

    /** How many of the claim's words a sentence must have before it can settle it. */
    private static final double SHARED = 0.6;

    private Polarity() {}

    /** Whether the question wants "yes" or "no". */
    public static boolean isYesNo(String question) {
        return YES_NO.matcher(question.strip()).matches();
    }

    /** What the question claims, without its auxiliary: "Was Trump surprised?" becomes "Trump surprised". */
    static String claim(String question) {
        Matcher matcher = YES_NO.matcher(question.strip());
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
        boolean denied = NEGATION.matcher(sentence).find() != contrary;
        boolean asksDenied = NEGATION.matcher(question).find();
        if (!denied
                && REPORTED.matcher(sentence).find()
                && !REPORTED.matcher(question).find()) {
            return Verdict.OPEN;
        }
        return denied == asksDenied ? Verdict.YES : Verdict.NO;
    }

    private static Set<String> stems(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() > 1 && !LIGHT.contains(word))
                .map(Polarity::stem)
                .collect(Collectors.toSet());
    }

    /** Cuts the commonest endings; enough to match "talked" with "talk". */
    private static String stem(String word) {
        for (String ending : new String[] {"ingly", "edly", "ings", "ing", "ied", "ies", "ed", "es", "ly", "s"}) {
            if (word.endsWith(ending) && word.length() - ending.length() >= 3) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}
