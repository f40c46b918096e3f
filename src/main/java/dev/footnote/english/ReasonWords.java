package dev.footnote.english;

import java.util.regex.Pattern;

/** Words with which a sentence gives a reason, or says by what means something was done. */
public final class ReasonWords {

    /** Conjunctions, prepositions and adverbs of cause and purpose, and the commonest verbs and nouns of causing. */
    private static final Pattern REASON = Pattern.compile(
            "\\b(?:because|since|due to|owing to|thanks to|on account of|so that|so as to|in order to|therefore|hence|thus"
                    + "|as a result|(?:this|that|which) (?:is|was) why|reasons?|caus(?:e|es|ed|ing)|le(?:d|ads?|ading) to"
                    + "|to avoid|to prevent|to ensure|to allow|meant that|means that)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Prepositions of means before a participle or a noun. */
    private static final Pattern WAY = Pattern.compile(
            "\\b(?:by (?:\\p{L}++(?<=ly) )?\\p{L}++(?<=ing)|using|us(?:es|ed)|with the help of|by means of|via|through)\\b",
            Pattern.CASE_INSENSITIVE);

    private ReasonWords() {}

    /** Whether a sentence has words that give a reason or a purpose. */
    public static boolean giveReason(String sentence) {
        return REASON.matcher(sentence).find();
    }

    /** Whether a sentence has words that tell by what means. */
    public static boolean tellWay(String sentence) {
        return WAY.matcher(sentence).find();
    }
}
