package dev.footnote.generation;

/** Takes an answer as it comes. */
public interface AnswerSink {

    /** The next sentence. */
    void say(CheckedSentence sentence);

    /** What was said is void. */
    void reset();
}
