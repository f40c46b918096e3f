package dev.footnote.intent;

/**
 * From which likeness on a question counts as one of an {@link Intent}. Likeness is the mean of the cosines to the two
 * nearest example phrases ({@link ExamplePhrases#likeness}). The figures were measured with the encoder bge-small-en-v1.5
 * on the questions of {@code questions-dev.json}, of which some want such a thing and none is among the phrases, and on
 * the 903 public questions of {@code reading-dev.json}, of which none does. Likeness never decides alone: the words of the
 * question must agree ({@link EncodedQuestion#saysOnly}, {@link EncodedQuestion#ownWords}) wherever a figure below does not
 * tell the two apart.
 */
public final class Thresholds {

    /**
     * The phrases decide, whatever the articles say. Overviews reached 0.82 to 0.89 and small talk 0.84 to 0.87; of the
     * public questions one was likelier an overview ("What else could it mean?", 0.77) and none small talk (0.75).
     */
    static final double SURE = 0.76;

    /** The phrases decide only where nothing was found to the question: some ten public questions are as alike. */
    static final double PERHAPS = 0.65;

    /** Small talk after an answer, where a short question is rather one more: "To do what?" is 0.77 like small talk. */
    static final double SMALL_TALK_IN_CONVERSATION = 0.8;

    /** An overview asked for in words that any question may have, above the 0.77 of "What else could it mean?". */
    static final double OVERVIEW_WITHOUT_OWN_WORDS = 0.8;

    /** An overview of an article that is named, with the words of its title taken out; as for the one before. */
    static final double OVERVIEW_WITHOUT_TITLE = 0.8;

    /**
     * Less alike than this even with its own word in it, a question does not ask for a count, and no gap is tried, which
     * costs an encoding. Not measured: it only saves time.
     */
    static final double COUNT_PLAUSIBLE = 0.6;

    /** A count, with the word that is to be counted taken out; the likest other question was "what does the article say", 0.78. */
    static final double COUNT = 0.85;

    /** A count of words in quotation marks, where nothing else can be what is to be counted: "count “rain”". */
    static final double COUNT_OF_QUOTED = 0.76;

    /** A question for the speaker of a quotation, with the quotation taken out; it must have one, which tells most. */
    static final double QUOTATION = 0.8;

    /** A question for the sentences that have quoted words, with these taken out: higher than for a speaker, whom it must not be for. */
    static final double MENTIONS = 0.85;

    /** A question that names a place such as "paragraph 3" and says nothing else, which tells most. */
    static final double PLACE = 0.7;

    /**
     * What no article can answer, of questions to which nothing was found. The likest question that an article can answer
     * reached 0.69 ("Can you sum this up in a few sentences?"), of the public ones 0.63; what no article can answer 0.65
     * to 0.85.
     */
    static final double UNSUPPORTED = 0.72;

    /**
     * A sentence that is this near a question may be shown as the closest one. A cosine of question and passage, not of
     * phrases; of passages that have nothing to do with a question most lie below.
     */
    public static final double CLOSEST_SENTENCE = 0.5;

    private Thresholds() {}
}
