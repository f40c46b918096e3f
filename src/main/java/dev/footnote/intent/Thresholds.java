package dev.footnote.intent;

/**
 * From which likeness on a question counts as one of an {@link Intent}. Likeness is the mean of the cosines to the two
 * nearest example phrases ({@link ExamplePhrases#likeness}). The figures were measured with the encoder bge-small-en-v1.5
 * on the questions of {@code questions-dev.json}, of which some want such a thing and none is among the phrases, and on
 * the 903 public questions of {@code reading-dev.json}, of which none does; those for counts, quotations, mentions and places
 * on the phrases themselves, each compared with the others of its file, and on the other questions: the 4,957 of
 * {@code src/test/resources}, of which one asks for a place and none for the others ({@code ThresholdFigures}). Likeness
 * never decides alone: the words of the question must agree ({@link EncodedQuestion#saysOnly},
 * {@link EncodedQuestion#ownWords}) wherever a figure below does not separate the two.
 */
final class Thresholds {

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
     * costs an encoding. A phrase of {@code count.txt} with a word put in the gap reaches 0.65 to 0.85 ("How many occurrences
     * of the Ministry of Defence are there?", 0.65); of the other questions 585 reach 0.6, and a gap is tried.
     */
    static final double COUNT_PLAUSIBLE = 0.6;

    /**
     * A count, with the word that is to be counted taken out. Each phrase is 0.78 to 0.93 like the others. Of the other
     * questions 11 share a word with the phrases and have a gap; one reached it ("grooved shoulder blades count", 0.85), the
     * next 0.80 ("what sort of things did they count").
     */
    static final double COUNT = 0.85;

    /**
     * A count of words in quotation marks, where nothing else can be what is to be counted: "count “rain”". Below the least
     * of the phrases, "Count it.", 0.78. Of the five other questions that quote one shares a word with the phrases (0.65).
     */
    static final double COUNT_OF_QUOTED = 0.76;

    /**
     * A question for the speaker of a quotation, with the quotation taken out; that it has one says most. Each phrase is 0.78
     * ("Whose words are these: this?") to 0.92 like the others; of the five other questions that quote the likest is 0.76
     * ("what are “the twelfths”").
     */
    static final double QUOTATION = 0.8;

    /**
     * A question for the sentences that have quoted words, with these taken out: higher than for a speaker, whom it must not be
     * for. Each phrase is 0.82 ("Where in the text does this appear?") to 0.96 like the others, the second least 0.87; of the
     * five other questions that quote the likest is 0.78 ("What is “the Vandersmet”?").
     */
    static final double MENTIONS = 0.85;

    /**
     * A question that names a place such as "paragraph 3" and says nothing else, which says most. Each phrase is 0.79 to 0.94
     * like the others; of the other questions one names a place, and is for it: "tell me about paragraph 31", 0.80.
     */
    static final double PLACE = 0.7;

    /**
     * What no article can answer, of questions to which nothing was found. The likest question that an article can answer
     * reached 0.69 ("Can you sum this up in a few sentences?"), of the public ones 0.63; what no article can answer 0.65
     * to 0.85.
     */
    static final double UNSUPPORTED = 0.72;

    private Thresholds() {}
}
