package dev.footnote.intent;

/**
 * From which likeness on a question counts as one of an {@link Intent}. Likeness is the mean of the cosines to the two
 * nearest example phrases ({@link ExamplePhrases#likeness}), 0 to 1 in practice. All were measured with the encoder
 * bge-small-en-v1.5 on three kinds of text: what people type that does want such a thing (none of it among the phrases),
 * the 102 stand-alone questions of {@code questions-dev.json}, and the 903 public questions of {@code reading-dev.json},
 * none of which do.
 */
public final class Thresholds {

    /**
     * The phrases decide, whatever the articles say. Overviews reached 0.68 to 0.90 and small talk 0.65 to 0.92; real
     * questions at most 0.74 and 0.69.
     */
    static final double SURE = 0.76;

    /** The phrases decide where nothing was found to the question: below it lay all but a few of the real questions. */
    static final double PERHAPS = 0.65;

    /** After an answer a short question is rather one more question: "To do what?" is 0.77 like "What can you do?". */
    static final double SMALL_TALK_IN_CONVERSATION = 0.8;

    /** An overview in words that any question may have: "What else could it mean?" reaches 0.77. */
    static final double OVERVIEW_WITHOUT_OWN_WORDS = 0.8;

    /** An overview of an article that is named, with the words of its title taken out. */
    static final double OVERVIEW_WITHOUT_TITLE = 0.8;

    /** Less alike than this even with its own word in it, a question does not ask for a count, and no gap is tried. */
    static final double COUNT_PLAUSIBLE = 0.6;

    /** A count, with the word that is to be counted taken out: counts reached 0.87 and more, other questions 0.83. */
    static final double COUNT = 0.85;

    /** A count of words in quotation marks, where nothing else can be what is to be counted: "count “rain”". */
    static final double COUNT_OF_QUOTED = 0.76;

    /** A question for the speaker of a quotation, with the quotation taken out. */
    static final double QUOTATION = 0.8;

    /** A question that names a place such as "paragraph 3" and says nothing else. */
    static final double PLACE = 0.7;

    /** What no article can answer, of questions that nothing answers: 0.70 was the likest of those that can be. */
    static final double UNSUPPORTED = 0.72;

    /**
     * A sentence that is this near a question may be shown as the closest one. A cosine of question and passage; of what
     * has nothing to do with a question nearly all lie below.
     */
    public static final double CLOSEST_SENTENCE = 0.5;

    private Thresholds() {}
}
