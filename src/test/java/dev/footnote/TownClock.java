package dev.footnote;

/**
 * The article that the tests of the doors ask about, {@code src/test/resources/seeds/town-clock.txt}: written for them, so
 * that what they say of a door holds whatever the articles in {@code seeds/} and the fitted parameters become. Its
 * questions are short and their answers stand in one sentence each.
 */
public final class TownClock {

    public static final String ID = "town-clock";

    /** How many paragraphs the article has, its heading included. */
    public static final int PARAGRAPHS = 16;

    /** How many words the article has. */
    public static final int WORDS = 422;

    public static final String QUESTION = "Who designed the hands of the tower clock?";
    public static final String ANSWER = "Ines Falk";

    /** The answer as it is given with its only footnote. */
    public static final String NOTED_ANSWER = ANSWER + " [1]";

    /** A statement that the article supports: the beginning of the sentence that has the answer. */
    public static final String CLAIM = "The hands of the tower clock were designed by " + ANSWER;

    /** The sentence that has the answer. */
    public static final String ANSWER_SENTENCE = CLAIM + " in 2019.";

    /** The answer in a sentence, as a language model would write it. */
    public static final String SPOKEN_ANSWER = CLAIM + ".";

    /** A word that stands in the sentence with the answer and in no other. */
    public static final String WORD_OF_CLAIM = "designed";

    public static final String WHY = "Why must the clock be wound twice a week?";

    /** The sentence about an interview. */
    public static final String INTERVIEW = "Odell gave the interview to Radio Lorne in Carrow on Thursday.";

    public static final String INTERVIEWER_QUESTION = "Which radio station interviewed Odell?";
    public static final String INTERVIEWER = "Radio Lorne";

    /** A question that can be followed by another, which is then to be made whole. */
    public static final String INTERVIEW_DAY_QUESTION = "When did Odell give the interview?";

    public static final String INTERVIEW_DAY = "Thursday";
    public static final String INTERVIEW_PLACE_QUESTION = "Where did Odell give the interview?";
    public static final String INTERVIEW_PLACE = "Carrow";

    /** A question that is answered with a whole sentence. */
    public static final String STATEMENT_QUESTION = "What did Odell say on Monday?";

    /** The first two whom the article quotes, as an answer names them. */
    public static final String SPEAKER = "Ines Falk";

    public static final String NEXT_SPEAKER = "Mayor Ruth Odell";

    /** What the article says of when the first two events of its timeline were. */
    public static final String FIRST_DAY = "Saturday";

    public static final String SECOND_DAY = "2019";

    /** Something near the article that it does not say. */
    public static final String UNANSWERED = "How many bells were stolen?";

    /** Something that has nothing to do with the article. */
    public static final String BESIDE = "What is the capital of Australia?";

    private TownClock() {}
}
