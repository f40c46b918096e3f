package dev.footnote.english;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What kind of words can answer a question, as far as its own words tell. It only ever doubts an answer: a span of the
 * wrong kind is less likely right.
 */
public enum AnswerType {
    /** "How many", "how much". */
    QUANTITY(
            "\\bhow (?:many|much)\\b",
            "\\d|\\b(?:" + WordClass.anyOf(NumberWords.unitWords()) + "|dozens|"
                    + WordClass.anyOf(NumberWords.scaleWords())
                    + "s?|half|third|quarter|several|few|no|none|once|twice|both|many|most|all)\\b"),
    /** "When", "what year". */
    TIME(
            "\\bwhen\\b|\\b(?:what|which) (?:year|day|date|month|century|decade)\\b",
            "\\d|\\b(?:" + WordClass.anyOf(CalendarNames.WEEKDAYS) + "s?|"
                    + WordClass.anyOf(CalendarNames.RELATIVE_DAYS)
                    + "|" + WordClass.anyOf(CalendarNames.MONTHS) + "|" + WordClass.anyOf(CalendarNames.SEASONS)
                    + "|days?|months?|years?|weeks?|weekends?|hours?|minutes?|seconds?|mornings?|afternoons?|evenings?|nights?"
                    + "|midnight|noon|centur(?:y|ies)"
                    + "|decades?|ago|after|before|when|since|until|during|while|times?|later"
                    + "|earl(?:y|ier)|late|now|soon|once|shortly|immediately|recently)\\b"),
    /** "Who", "what is the name": something that is written with a capital. */
    NAME("^\\W*(?:and )?(?:who|whos|whose|whom)\\b|\\bnames?\\b", null),
    /** Anything may be right. */
    ANY(null, null);

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private final @Nullable Pattern asks;
    private final @Nullable Pattern answers;

    AnswerType(@Nullable String asks, @Nullable String answers) {
        this.asks = asks == null ? null : Pattern.compile(asks, FLAGS);
        this.answers = answers == null ? null : Pattern.compile(answers, FLAGS);
    }

    /** The first kind that the question's words ask for. */
    public static AnswerType of(String question) {
        for (AnswerType type : values()) {
            if (type.asks != null && type.asks.matcher(question).find()) {
                return type;
            }
        }
        return ANY;
    }

    /** Whether words of an article can be such an answer. */
    public boolean admits(String words) {
        if (this == NAME) {
            return words.codePoints().anyMatch(Character::isUpperCase);
        }
        return answers == null || answers.matcher(words).find();
    }
}
