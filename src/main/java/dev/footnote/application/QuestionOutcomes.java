package dev.footnote.application;

import dev.footnote.answer.Answer;
import jakarta.inject.Singleton;

/** What became of each question, for the log and for the meters. Safe for use by several threads. */
@Singleton
class QuestionOutcomes {

    private final QuestionMeters meters;
    private final AnswerLog log;

    QuestionOutcomes(QuestionMeters meters, AnswerLog log) {
        this.meters = meters;
        this.log = log;
    }

    /** A question has its answer, be it a refusal. */
    void answered(Answer answer, Door door) {
        meters.answered(answer, door);
        log.answered(answer, door);
    }

    /** A question has no answer, not even a refusal. */
    void failed(RuntimeException failure, Door door) {
        meters.failed(failure, door);
    }
}
