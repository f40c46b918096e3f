package dev.footnote.slack.queue;

import dev.footnote.answer.Answer;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The result of handling a question: an answer, or a sentence to post instead.
 *
 * @param name the name of the outcome in the metrics
 * @param answer the answer; null if the sentence is posted
 * @param sentence the sentence; empty if there is an answer
 */
record SlackOutcome(String name, @Nullable Answer answer, String sentence) {

    SlackOutcome {
        if ((answer == null) == sentence.isEmpty()) {
            throw new IllegalArgumentException("An outcome has either an answer or a sentence");
        }
    }

    static SlackOutcome answered(Answer answer) {
        return new SlackOutcome("answered", answer, "");
    }

    static SlackOutcome sentence(String name, String sentence) {
        return new SlackOutcome(name, null, sentence);
    }

    /** Returns the sentence for an unexpected failure, with the reference under which the log has the cause. */
    static SlackOutcome failed(String reference) {
        return sentence("failed", "I can't answer right now. Try again in a minute. (Reference " + reference + ")");
    }

    /** Returns a random reference that connects a message in Slack with a line of the log. */
    static String newReference() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    }
}
