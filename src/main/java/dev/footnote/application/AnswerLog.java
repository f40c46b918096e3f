package dev.footnote.application;

import dev.footnote.answer.Answer;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Writes a line of the log for each answer; with the words of question and answer only where that is configured. */
@Singleton
class AnswerLog {

    private static final Logger LOG = Logger.getLogger(AnswerLog.class);

    private final boolean hasWords;

    AnswerLog(ApplicationConfig config) {
        this.hasWords = config.logQuestions();
    }

    void answered(Answer answer, Door door) {
        if (hasWords) {
            LOG.infof(
                    "%s %s by %s in %d ms: %s -> %s",
                    door.tag(),
                    answer.messageId(),
                    answer.engine(),
                    answer.timings().total(),
                    onOneLine(answer.question()),
                    onOneLine(answer.answer()));
        } else {
            LOG.debugf(
                    "%s %s by %s in %d ms: %s",
                    door.tag(),
                    answer.messageId(),
                    answer.engine(),
                    answer.timings().total(),
                    answer.kind());
        }
    }

    /** Nobody's words may begin a line of the log. */
    private static String onOneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ");
    }
}
