package dev.footnote.slack.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import dev.footnote.TownClock;
import dev.footnote.answer.Answer;
import dev.footnote.answer.AnswerEvent;
import dev.footnote.answer.Answers;
import dev.footnote.answer.Certainty;
import dev.footnote.answer.Form;
import dev.footnote.answer.Kind;
import dev.footnote.slack.MockSlackApi;
import dev.footnote.slack.MockSlackApi.CannedResponse;
import dev.footnote.slack.MockSlackApi.RecordedCall;
import dev.footnote.slack.client.ClosableWait;
import dev.footnote.slack.client.SlackFailure;
import dev.footnote.slack.client.SlackMeters;
import dev.footnote.slack.client.WebApi;
import dev.footnote.slack.question.SlackQuestion;
import dev.footnote.slack.question.SlackQuestion.Surface;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How an answer gets into a thread, by a source of events and a clock of the test. */
class ThreadReplyTest {

    private final MockSlackApi mock = new MockSlackApi();
    private final AtomicLong nanos = new AtomicLong();
    private final ThreadReply reply = reply(true);

    @AfterEach
    void stop() {
        mock.close();
    }

    @Test
    void wordsThatAreThereAtOnceAreOnePost() throws SlackFailure {
        say(reply, Duration.ofMillis(5), TownClock.ANSWER, " [1]");
        reply.finish(answer(TownClock.NOTED_ANSWER));
        assertThat(methods()).containsExactly("chat.postMessage");
        RecordedCall post = mock.calls("chat.postMessage").get(0);
        assertThat(post.get("thread_ts")).isEqualTo("1.0");
        assertThat(post.get("channel")).isEqualTo("C1");
        assertThat(post.get("unfurl_links")).isEqualTo("0");
        assertThat(post.get("unfurl_media")).isEqualTo("0");
        assertThat(post.get("blocks")).contains("rich_text_quote").contains("answer_feedback");
    }

    @Test
    void wordsThatArriveOverTimeAreStreamed() throws SlackFailure {
        String[] words = words();
        say(reply, Duration.ofMillis(600), words);
        reply.finish(answer(String.join("", words)));
        assertThat(methods())
                .startsWith("chat.startStream")
                .contains("chat.appendStream")
                .endsWith("chat.stopStream");
        assertThat(methods()).doesNotContain("chat.postMessage", "chat.update");
        RecordedCall start = mock.calls("chat.startStream").get(0);
        assertThat(start.get("recipient_user_id")).isEqualTo("U1");
        assertThat(start.get("recipient_team_id")).isEqualTo("T1");
        assertThat(streamed()).isEqualTo(String.join("", words));
        RecordedCall stop = mock.calls("chat.stopStream").get(0);
        assertThat(stop.get("blocks")).contains("rich_text_quote").contains("answer_feedback");
        assertThat(stop.get("blocks")).doesNotContain("Sentence 1 ");
    }

    @Test
    void piecesAreGathered() throws SlackFailure {
        String[] words = IntStream.range(0, 400).mapToObj(i -> "word" + i + " ").toArray(String[]::new);
        say(reply, Duration.ofMillis(10), words);
        reply.finish(answer(String.join("", words)));
        assertThat(mock.calls("chat.appendStream").size()).isBetween(3, 20);
        assertThat(streamed()).isEqualTo(String.join("", words));
    }

    @Test
    void nothingStreamedPingsOrLinks() throws SlackFailure {
        String[] words = {"<!channel> ", "[x](https://evil.example) ", "<@U1>"};
        say(reply, Duration.ofSeconds(2), words);
        reply.finish(answer(String.join("", words)));
        assertThat(streamed()).doesNotContain("<").doesNotContain("](").doesNotContain("://");
    }

    @Test
    void streamingCanBeSwitchedOff() throws SlackFailure {
        ThreadReply whole = reply(false);
        say(whole, Duration.ofSeconds(2), words());
        whole.finish(answer(String.join("", words())));
        assertThat(methods()).containsExactly("chat.postMessage");
    }

    @Test
    void streamThatSlackHasClosedIsWrittenAnew() throws SlackFailure {
        mock.answerAlways("chat.appendStream", CannedResponse.error("message_not_in_streaming_state"));
        mock.answerAlways("chat.stopStream", CannedResponse.error("message_not_in_streaming_state"));
        String[] words = words();
        say(reply, Duration.ofSeconds(2), words);
        reply.finish(answer(String.join("", words)));
        RecordedCall update = mock.calls("chat.update").get(0);
        assertThat(update.get("ts"))
                .isEqualTo(mock.calls("chat.appendStream").get(0).get("ts"));
        assertThat(update.get("blocks"))
                .contains("Sentence 0 ")
                .contains("Sentence 9 ")
                .contains("answer_feedback");
        assertThat(mock.calls("chat.postMessage")).isEmpty();
    }

    @Test
    void whatCannotBeWrittenAnewIsPosted() throws SlackFailure {
        mock.answerAlways("chat.stopStream", CannedResponse.error("message_not_in_streaming_state"));
        mock.answerAlways("chat.update", CannedResponse.error("message_not_found"));
        String[] words = words();
        say(reply, Duration.ofSeconds(2), words);
        reply.finish(answer(String.join("", words)));
        assertThat(mock.calls("chat.postMessage")).hasSize(1);
        assertThat(mock.calls("chat.postMessage").get(0).get("blocks")).contains("Sentence 9 ");
    }

    @Test
    void streamThatCannotBeOpenedIsAPost() throws SlackFailure {
        mock.answerAlways("chat.startStream", CannedResponse.limited(60));
        String[] words = words();
        say(reply, Duration.ofSeconds(2), words);
        reply.finish(answer(String.join("", words)));
        assertThat(mock.calls("chat.postMessage")).hasSize(1);
        assertThat(mock.calls("chat.stopStream")).isEmpty();
    }

    @Test
    void whatWasVoidedDoesNotStay() throws SlackFailure {
        say(reply, Duration.ofSeconds(2), "Wrong. ", "More wrong. ", "Still wrong.");
        reply.accept(new AnswerEvent.Reset());
        say(reply, Duration.ofSeconds(2), TownClock.ANSWER, " [1]");
        reply.finish(answer(TownClock.NOTED_ANSWER));
        assertThat(methods()).endsWith("chat.stopStream", "chat.update");
        assertThat(mock.calls("chat.update").get(0).get("blocks"))
                .contains(TownClock.ANSWER)
                .doesNotContain("rong");
        assertThat(streamed()).doesNotContain(TownClock.ANSWER);
    }

    @Test
    void voidedBeforeItWasShownIsNoMatter() throws SlackFailure {
        say(reply, Duration.ofMillis(1), "Wrong.");
        reply.accept(new AnswerEvent.Reset());
        say(reply, Duration.ofSeconds(2), words());
        reply.finish(answer(String.join("", words())));
        assertThat(streamed()).isEqualTo(String.join("", words()));
        assertThat(methods()).endsWith("chat.stopStream");
    }

    @Test
    void answerThatDiffersFromWhatWasStreamedIsWrittenAnew() throws SlackFailure {
        say(reply, Duration.ofSeconds(2), words());
        reply.finish(answer("Something else."));
        assertThat(mock.calls("chat.update").get(0).get("blocks")).contains("Something else.");
    }

    @Test
    void moreThanAMessageHoldsIsNotStreamedIntoIt() throws SlackFailure {
        String[] words = IntStream.range(0, 200)
                .mapToObj(i -> "Sentence " + i + " is rather long and goes on, and on, and on, until it ends at last. ")
                .toArray(String[]::new);
        say(reply, Duration.ofSeconds(2), words);
        reply.finish(answer(String.join("", words)));
        assertThat(streamed().length()).isLessThanOrEqualTo(ThreadReply.MOST_STREAMED);
        assertThat(mock.calls("chat.update")).hasSize(1);
        assertThat(mock.calls("chat.postMessage")).hasSize(1);
    }

    @Test
    void anAnswerThatFailedHalfWayIsNotSaidTwice() throws SlackFailure {
        String words = "Many words follow here. ".repeat(1_500);
        mock.answerNext("chat.postMessage", CannedResponse.ok("\"ts\":\"1.5\""), CannedResponse.limited(600));
        assertThatThrownBy(() -> reply.finish(answer(words))).isInstanceOf(SlackFailure.class);
        reply.finish(answer(words));
        assertThat(mock.calls("chat.postMessage")).hasSize(2);
    }

    @Test
    void abandonedStreamIsClosedWithANote() {
        say(reply, Duration.ofSeconds(2), words());
        reply.abandon("I am being restarted.");
        assertThat(mock.calls("chat.stopStream").get(0).get("blocks")).contains("I am being restarted.");
        assertThatThrownBy(() -> reply.finish(answer("Late.")))
                .isInstanceOfSatisfying(SlackFailure.class, failure -> assertThat(failure.isTemporary())
                        .isTrue());
        assertThat(mock.calls("chat.postMessage")).isEmpty();
    }

    @Test
    void stoppedAnswerEndsAtItsNextWord() {
        reply.stop();
        assertThatThrownBy(() -> reply.accept(new AnswerEvent.Delta("x")))
                .isInstanceOf(ThreadReply.AnswerStoppedException.class);
    }

    @Test
    void theDecisionIsOneOfTime() {
        assertThat(StreamDecision.of(true).isWorthStreaming(Duration.ZERO)).isFalse();
        assertThat(StreamDecision.of(true).isWorthStreaming(Duration.ofMillis(299)))
                .isFalse();
        assertThat(StreamDecision.of(true).isWorthStreaming(Duration.ofMillis(300)))
                .isTrue();
        assertThat(StreamDecision.of(false).isWorthStreaming(Duration.ofHours(1)))
                .isFalse();
    }

    private static String[] words() {
        return IntStream.range(0, 10)
                .mapToObj(i -> "Sentence " + i + " is here, and somewhat longer than others. ")
                .toArray(String[]::new);
    }

    private void say(ThreadReply to, Duration between, String... words) {
        for (String word : words) {
            to.accept(new AnswerEvent.Delta(word));
            nanos.addAndGet(between.toNanos());
        }
    }

    /** What the reader of the stream has seen, with what keeps it from linking taken out where the test has none. */
    private String streamed() {
        return mock.calls().stream()
                .filter(call -> call.method().endsWith("Stream"))
                .map(call -> call.get("markdown_text"))
                .collect(Collectors.joining());
    }

    private List<String> methods() {
        return mock.calls().stream().map(RecordedCall::method).toList();
    }

    private ThreadReply reply(boolean streaming) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(mock.url().toString());
        config.setStatsEnabled(false);
        SlackMeters meters = new SlackMeters(new SimpleMeterRegistry());
        SlackQuestion question = new SlackQuestion(
                Surface.MENTION, "Ev1", "T1", "C1", "U1", "1.0", "1.0", "Who?", null, false, List.of());
        return new ThreadReply(
                new WebApi(Slack.getInstance(config), "xoxb-1", new ClosableWait(), meters),
                question,
                StreamDecision.of(streaming),
                meters,
                nanos::get);
    }

    private static Answer answer(String words) {
        Answer answer = Answers.answer("m1", "c1", "Who?");
        return new Answer(
                "m1",
                "c1",
                "Who?",
                null,
                Kind.ANSWER,
                Form.WORDS,
                words,
                words,
                true,
                null,
                Certainty.LIKELY,
                null,
                "llm",
                false,
                List.of(),
                answer.citations(),
                List.of(),
                List.of(),
                answer.timings());
    }
}
