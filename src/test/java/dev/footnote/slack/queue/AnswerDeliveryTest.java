package dev.footnote.slack.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.answer.Answer;
import dev.footnote.answer.AnswerEvent;
import dev.footnote.answer.Answers;
import dev.footnote.slack.client.SlackFailure;
import dev.footnote.slack.queue.AnswerDelivery.DeliveryAttempt;
import dev.footnote.slack.reply.SlackReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerDeliveryTest {

    private static final Duration BACKOFF = Duration.ofSeconds(5);

    private final FailingReply reply = new FailingReply();
    private final AnswerDelivery delivery =
            new AnswerDelivery(reply, SlackOutcome.answered(Answers.answer("m1", "c1", "Who?")), BACKOFF);

    @Test
    void anAnswerThatCannotBeWrittenEndsWithASentence() {
        reply.finishThrows = new IllegalStateException("a fault of ours");
        assertThat(delivery.attempt()).isEqualTo(new DeliveryAttempt(null, "failed"));
        assertThat(reply.sentences)
                .singleElement()
                .asString()
                .contains("Reference")
                .doesNotContain("fault");
    }

    @Test
    void whereNotEvenTheSentenceCanBePostedTheQuestionEnds() {
        reply.finishThrows = new IllegalStateException("a fault of ours");
        reply.sayThrows = new IllegalStateException("another");
        assertThat(delivery.attempt()).isEqualTo(new DeliveryAttempt(null, "undelivered"));
    }

    @Test
    void aTemporaryFailureIsTriedAgainAndALastingOneIsNot() {
        reply.failure = SlackFailure.temporary("chat.postMessage", "busy", null);
        assertThat(delivery.attempt().pause()).isEqualTo(BACKOFF);
        assertThat(delivery.attempt().pause()).isEqualTo(BACKOFF.multipliedBy(3));
        reply.failure = SlackFailure.permanent("chat.postMessage", "channel_not_found");
        assertThat(delivery.attempt()).isEqualTo(new DeliveryAttempt(null, "undelivered"));
    }

    /** Throws what a test sets. */
    private static final class FailingReply implements SlackReply {

        private final List<String> sentences = new ArrayList<>();
        private @Nullable RuntimeException finishThrows;
        private @Nullable RuntimeException sayThrows;
        private @Nullable SlackFailure failure;

        @Override
        public void finish(Answer answer) throws SlackFailure {
            if (finishThrows != null) {
                throw finishThrows;
            }
            if (failure != null) {
                throw failure;
            }
        }

        @Override
        public void say(String sentence) {
            if (sayThrows != null) {
                throw sayThrows;
            }
            sentences.add(sentence);
        }

        @Override
        public void accept(AnswerEvent event) {}

        @Override
        public void abandon(String note) {}

        @Override
        public void stop() {}
    }
}
