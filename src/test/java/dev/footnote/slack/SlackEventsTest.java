package dev.footnote.slack;

import static dev.footnote.slack.ConnectedSlack.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.bolt.response.Response;
import dev.footnote.TownClock;
import dev.footnote.answer.Answer;
import dev.footnote.answer.AnswerEvent;
import dev.footnote.answer.Answers;
import dev.footnote.answer.Citation;
import dev.footnote.answer.NotReadyException;
import dev.footnote.answer.Question;
import dev.footnote.answer.Support;
import dev.footnote.article.UnknownArticleException;
import dev.footnote.slack.MockSlackApi.CannedResponse;
import dev.footnote.slack.MockSlackApi.RecordedCall;
import dev.footnote.slack.client.ClosableWait;
import dev.footnote.slack.reply.StreamDecision;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Slack sends over HTTP, through Bolt and the Slack client, to a mock of Slack. */
class SlackEventsTest {

    @TempDir
    Path folder;

    private final MockSlackApi api = new MockSlackApi();
    private final FakeApplication footnote = new FakeApplication();
    private final Map<String, String> settings = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // by connect()
    private ConnectedSlack slack;

    @AfterEach
    void stop() {
        if (slack != null) {
            slack.close();
        }
        api.close();
    }

    private void connect() {
        slack = ConnectedSlack.byHttp(api, folder, footnote, settings);
    }

    // ---- mentions

    @Test
    void mentionIsAcknowledgedBeforeItIsAnsweredInItsThread() {
        CountDownLatch held = new CountDownLatch(1);
        footnote.engine = (question, events) -> {
            await(held);
            return FakeApplication.extract(question, events);
        };
        connect();
        // It returns while the answer is held: the acknowledgement does not wait for it.
        assertThat(slack.post(Events.mention("Ev1", "U1", "C1", "10.1", "<@UBOT> Who repaired it?"))
                        .getStatusCode())
                .isEqualTo(200);
        assertThat(slack.posts()).isEmpty();
        held.countDown();
        RecordedCall post = slack.awaitPosts(1).get(0);
        assertThat(post.get("channel")).isEqualTo("C1");
        assertThat(post.get("thread_ts")).isEqualTo("10.1");
        assertThat(post.get("text")).isEqualTo(TownClock.NOTED_ANSWER);
        assertThat(post.get("blocks"))
                .contains(TownClock.ANSWER)
                .contains(" repaired it.")
                .contains("Stated in the article");
        assertThat(post.get("reply_broadcast")).isIn("", "0", "false");
        assertThat(post.authorization()).isEqualTo("Bearer xoxb-1");
        assertThat(footnote.asked.get(0).text()).isEqualTo("Who repaired it?");
    }

    @Test
    void aThreadIsOneConversation() {
        connect();
        slack.post(Events.mention("Ev1", "U1", "C1", "10.1", "<@UBOT> Who repaired it?"));
        slack.post(Events.callback(
                "Ev2",
                "{\"type\":\"app_mention\",\"user\":\"U2\",\"channel\":\"C1\",\"ts\":\"10.2\",\"thread_ts\":\"10.1\",\"text\":\"<@UBOT>"
                        + " And who paid?\"}"));
        slack.post(Events.mention("Ev3", "U1", "C1", "10.3", "<@UBOT> Another thing?"));
        slack.awaitPosts(3);
        eventually().until(() -> footnote.asked.size() == 3);
        List<String> ids = footnote.asked.stream()
                .sorted(java.util.Comparator.comparing(Question::text))
                .map(Question::conversationId)
                .toList();
        // "And who …", "Another …", "Who …"
        assertThat(ids.get(0)).isEqualTo(ids.get(2)).isNotEqualTo(ids.get(1));
    }

    @Test
    void questionsOfAThreadAreAnsweredInTheirOrder() {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicBoolean overlapped = new AtomicBoolean();
        footnote.engine = (question, events) -> {
            overlapped.compareAndSet(false, atOnce.incrementAndGet() > 1);
            atOnce.decrementAndGet();
            return FakeApplication.extract(question, events);
        };
        connect();
        for (int i = 0; i < 9; i++) {
            slack.post(Events.reply("Ev" + i, "im", "D1", "20." + i, "20.0", "Question " + i));
        }
        slack.awaitPosts(9);
        assertThat(footnote.asked)
                .extracting(Question::text)
                .containsExactly(
                        "Question 0",
                        "Question 1",
                        "Question 2",
                        "Question 3",
                        "Question 4",
                        "Question 5",
                        "Question 6",
                        "Question 7",
                        "Question 8");
        assertThat(overlapped).isFalse();
    }

    @Test
    void whatIsDeliveredTwiceIsAnsweredOnce() {
        connect();
        String event = Events.mention("Ev1", "U1", "C1", "10.1", "<@UBOT> Who?");
        slack.post(event);
        assertThat(slack.post(
                                event,
                                "application/json",
                                Map.of("X-Slack-Retry-Num", "1", "X-Slack-Retry-Reason", "http_timeout"))
                        .getStatusCode())
                .isEqualTo(200);
        // The same message under another event's id, as where message.channels is subscribed too.
        slack.post(Events.mention("Ev2", "U1", "C1", "10.1", "<@UBOT> Who?"));
        slack.post(Events.mention("Ev3", "U1", "C1", "10.2", "<@UBOT> Last?"));
        slack.awaitPosts(2);
        assertThat(footnote.asked).extracting(Question::text).containsExactlyInAnyOrder("Who?", "Last?");
        assertThat(slack.count("duplicate")).isEqualTo(2);
    }

    @Test
    void retryWhoseFirstDeliveryNeverCameIsAnswered() {
        connect();
        slack.post(
                Events.mention("Ev1", "U1", "C1", "10.1", "<@UBOT> Who?"),
                "application/json",
                Map.of("X-Slack-Retry-Num", "3", "X-Slack-Retry-Reason", "connection_failed"));
        slack.awaitPosts(1);
    }

    @Test
    void plainMessageBeforeTheMentionDoesNotSwallowIt() {
        settings.put("footnote.slack.thread-follow-ups", "true");
        connect();
        slack.post(Events.reply("Ev1", "channel", "C1", "10.2", "10.1", "<@UBOT> Who?"));
        slack.post(Events.callback(
                "Ev2",
                "{\"type\":\"app_mention\",\"user\":\"U1\",\"channel\":\"C1\",\"ts\":\"10.2\",\"thread_ts\":\"10.1\",\"text\":\"<@UBOT>"
                        + " Who?\"}"));
        slack.awaitPosts(1);
        assertThat(footnote.asked).hasSize(1);
    }

    @Test
    void threadGoesOnWithoutAMentionOnlyWhereItMayAndWeAnsweredIn() {
        settings.put("footnote.slack.thread-follow-ups", "true");
        connect();
        slack.post(Events.mention("Ev1", "U1", "C1", "10.1", "<@UBOT> Who repaired it?"));
        slack.awaitPosts(1);
        slack.post(Events.reply("Ev2", "channel", "C1", "10.2", "10.1", "And who paid?"));
        slack.post(Events.reply("Ev3", "channel", "C1", "11.2", "11.1", "Not to you."));
        slack.awaitPosts(2);
        assertThat(footnote.asked).extracting(Question::text).containsExactly("Who repaired it?", "And who paid?");
        assertThat(slack.posts().get(1).get("thread_ts")).isEqualTo("10.1");
    }

    @Test
    void threadDoesNotGoOnWithoutAMentionUnlessConfigured() {
        connect();
        slack.post(Events.mention("Ev1", "U1", "C1", "10.1", "<@UBOT> Who repaired it?"));
        slack.awaitPosts(1);
        assertThat(slack.post(Events.reply("Ev2", "channel", "C1", "10.2", "10.1", "And who?"))
                        .getStatusCode())
                .isEqualTo(200);
        slack.post(Events.mention("Ev3", "U1", "C1", "12.1", "<@UBOT> Last?"));
        slack.awaitPosts(2);
        assertThat(footnote.asked).extracting(Question::text).containsExactly("Who repaired it?", "Last?");
    }

    @Test
    void mentionWithoutAQuestionGetsHelp() {
        connect();
        slack.post(Events.mention("Ev1", "U1", "C1", "10.1", "<@UBOT>"));
        assertThat(slack.awaitPosts(1).get(0).get("text")).contains("Ask me a question");
        assertThat(footnote.asked).isEmpty();
    }

    @Test
    void otherOrganisationsGetNoAnswerUnlessConfigured() {
        connect();
        slack.post(Events.callback(
                "Ev1",
                true,
                "{\"type\":\"app_mention\",\"user\":\"W9\",\"channel\":\"C1\",\"ts\":\"10.1\",\"text\":\"<@UBOT>"
                        + " Who?\"}"));
        assertThat(slack.awaitPosts(1).get(0).get("text")).contains("shared with another organisation");
        assertThat(footnote.asked).isEmpty();
    }

    // ---- direct messages

    @Test
    void directMessageIsAnsweredInItsOwnThreadWithAStatus() {
        connect();
        slack.post(Events.direct("Ev1", "10.1", "Who repaired it?"));
        assertThat(slack.awaitPosts(1).get(0).get("thread_ts")).isEqualTo("10.1");
        RecordedCall status = api.calls("assistant.threads.setStatus").get(0);
        assertThat(status.get("channel_id")).isEqualTo("D1");
        assertThat(status.get("thread_ts")).isEqualTo("10.1");
        assertThat(status.get("status")).isNotEmpty();
    }

    @Test
    void workspaceWithoutAgentsStillGetsItsAnswer() {
        api.answerAlways("assistant.threads.setStatus", CannedResponse.error("unknown_method"));
        connect();
        slack.post(Events.direct("Ev1", "10.1", "Who repaired it?"));
        slack.awaitPosts(1);
    }

    @Test
    void openedMessagesTabGetsPromptsOfNoThread() {
        connect();
        slack.post(
                Events.callback(
                        "Ev1",
                        "{\"type\":\"app_home_opened\",\"user\":\"U1\",\"channel\":\"D1\",\"tab\":\"messages\",\"event_ts\":\"1\"}"));
        eventually()
                .until(() -> !api.calls("assistant.threads.setSuggestedPrompts").isEmpty());
        RecordedCall prompts =
                api.calls("assistant.threads.setSuggestedPrompts").get(0);
        assertThat(prompts.form()).doesNotContainKey("thread_ts");
        assertThat(prompts.get("prompts")).contains("Who paid for it?");
    }

    @Test
    void openedHomeTabShowsTheArticles() {
        connect();
        slack.post(
                Events.callback(
                        "Ev1",
                        "{\"type\":\"app_home_opened\",\"user\":\"U1\",\"channel\":\"D1\",\"tab\":\"home\",\"event_ts\":\"1\"}"));
        eventually().until(() -> !api.calls("views.publish").isEmpty());
        assertThat(api.calls("views.publish").get(0).get("view"))
                .contains("The vote")
                .contains("Who paid for it?");
    }

    @Test
    void assistantPaneOfOlderAppsGetsItsPromptsToo() {
        connect();
        slack.post(
                Events.callback(
                        "Ev1",
                        "{\"type\":\"assistant_thread_started\",\"assistant_thread\":{\"user_id\":\"U1\",\"context\":{},\"channel_id\":\"D1\",\"thread_ts\":\"9.9\"},\"event_ts\":\"1\"}"));
        eventually()
                .until(() -> !api.calls("assistant.threads.setSuggestedPrompts").isEmpty());
        assertThat(api.calls("assistant.threads.setSuggestedPrompts").get(0).get("thread_ts"))
                .isEqualTo("9.9");
    }

    @Test
    void fileOfAnAllowedUserBecomesAnArticle() {
        settings.put("footnote.slack.uploaders", "U1");
        api.answerAlways("files/a.txt", new CannedResponse(200, "A new text.", Map.of()));
        connect();
        slack.post(file("U1", api.base().resolve("/files/a.txt").toString(), 11));
        assertThat(slack.awaitPosts(1).get(0).get("text"))
                .contains("What was sent")
                .contains("(sent)");
        assertThat(footnote.added).hasSize(1);
        assertThat(new String(footnote.added.get(0).content(), StandardCharsets.UTF_8))
                .isEqualTo("A new text.");
        assertThat(api.calls("files/a.txt").get(0).authorization()).isEqualTo("Bearer xoxb-1");
    }

    @Test
    void fileOfAnotherUserDoesNot() {
        settings.put("footnote.slack.uploaders", "U1");
        connect();
        slack.post(file("U2", api.base().resolve("/files/a.txt").toString(), 11));
        assertThat(slack.awaitPosts(1).get(0).get("text")).contains("footnote.slack.uploaders");
        assertThat(footnote.added).isEmpty();
        assertThat(api.calls("files/a.txt")).isEmpty();
    }

    @Test
    void tokenGoesToNoOtherHost() {
        settings.put("footnote.slack.uploaders", "U1");
        try (MockSlackApi other = new MockSlackApi()) {
            connect();
            slack.post(file("U1", other.base().resolve("/files/a.txt").toString(), 11));
            assertThat(slack.awaitPosts(1).get(0).get("text")).contains("outside Slack");
            assertThat(other.calls()).isEmpty();
        }
    }

    @Test
    void fileThatIsTooLargeIsNotFetched() {
        settings.put("footnote.slack.uploaders", "U1");
        connect();
        slack.post(file("U1", api.base().resolve("/files/a.txt").toString(), 10_000_001));
        assertThat(slack.awaitPosts(1).get(0).get("text")).contains("10,000,000 bytes");
        assertThat(api.calls("files/a.txt")).isEmpty();
    }

    private static String file(String user, String url, int size) {
        return Events.callback(
                "EvF",
                "{\"type\":\"message\",\"subtype\":\"file_share\",\"channel_type\":\"im\",\"user\":\"" + user
                        + "\",\"channel\":\"D1\",\"ts\":\"10.1\",\"event_ts\":\"10.1\",\"text\":\"\",\"files\":[{\"id\":\"F1\",\"name\":\"a.txt\",\"size\":"
                        + size + ",\"url_private\":\"" + url + "\"}]}");
    }

    // ---- commands, shortcuts and clicks

    @Test
    void commandIsAnsweredForTheEyesOfWhoAsked() {
        connect();
        Response ack = slack.form(Events.command("/footnote", "Who repaired it?", "t1", responseUrl("a")));
        assertThat(ack.getStatusCode()).isEqualTo(200);
        assertThat(ack.getBody()).contains("Looking that up");
        eventually().until(() -> !api.calls("resp/a").isEmpty());
        String said = api.calls("resp/a").get(0).body();
        assertThat(said)
                .contains("\"ephemeral\"")
                .contains(TownClock.ANSWER)
                .contains("answer_share")
                .contains("repaired it.");
        assertThat(slack.posts()).isEmpty();
    }

    @Test
    void commandWithoutAQuestionSaysHow() {
        connect();
        assertThat(slack.form(Events.command("/footnote", "  ", "t1", responseUrl("a")))
                        .getBody())
                .contains("/footnote");
        assertThat(footnote.asked).isEmpty();
    }

    @Test
    void sharedAnswerIsShownToTheChannelWithItsQuestion() {
        connect();
        slack.form(Events.command("/footnote", "Who repaired it?", "t1", responseUrl("a")));
        eventually()
                .until(() -> !footnote.answers.isEmpty() && !api.calls("resp/a").isEmpty());
        String id = footnote.answers.keySet().iterator().next();
        slack.form(Events.payload(Events.click("answer_share", "button", id, responseUrl("b"))));
        eventually().until(() -> api.calls("resp/b").size() == 2);
        assertThat(api.calls("resp/b").get(0).body())
                .contains("\"in_channel\"")
                .contains("Who repaired it?")
                .contains(TownClock.ANSWER);
        assertThat(api.calls("resp/b").get(1).body()).contains("\"delete_original\":true");
    }

    @Test
    void shortcutAsksTheMessage() {
        connect();
        slack.form(Events.payload(Events.shortcut("I wonder who repaired it", "t2", responseUrl("a"))));
        eventually().until(() -> !api.calls("resp/a").isEmpty());
        assertThat(footnote.asked.get(0).text()).isEqualTo("I wonder who repaired it");
        assertThat(api.calls("resp/a").get(0).body()).contains("\"ephemeral\"").contains(TownClock.ANSWER);
    }

    @Test
    void feedbackIsKept() {
        connect();
        slack.post(Events.mention("Ev1", "U1", "C1", "10.1", "<@UBOT> Who?"));
        slack.awaitPosts(1);
        String id = footnote.answers.keySet().iterator().next();
        slack.form(Events.payload(Events.click("answer_feedback", "feedback_buttons", id + ":down", responseUrl("a"))));
        eventually().until(() -> !api.calls("resp/a").isEmpty());
        assertThat(footnote.feedback).containsEntry(id, false);
        slack.form(Events.payload(Events.click("answer_feedback", "feedback_buttons", id + ":up", responseUrl("a"))));
        eventually().until(() -> api.calls("resp/a").size() == 2);
        assertThat(footnote.feedback).containsEntry(id, true);
        slack.form(Events.payload(Events.click("answer_feedback", "feedback_buttons", "gone:up", responseUrl("b"))));
        eventually().until(() -> !api.calls("resp/b").isEmpty());
        assertThat(api.calls("resp/b").get(0).body()).contains("too old");
    }

    // ---- settings

    @Test
    void administratorBindsAChannelToArticles() {
        settings.put("footnote.slack.admins", "U1");
        connect();
        assertThat(settingsSay("use report, nothing")).contains("no article nothing");
        assertThat(settingsSay("use report")).contains("report here");
        assertThat(settingsSay("show")).contains("Here I answer from report").contains("un-vote – The vote");
        slack.post(Events.mention("Ev1", "U1", "C1", "10.1", "<@UBOT> Who?"));
        slack.awaitPosts(1);
        assertThat(footnote.asked.get(0).articleIds()).containsExactly("report");
        assertThat(settingsSay("use all")).contains("all articles");
        slack.post(Events.mention("Ev2", "U1", "C1", "10.2", "<@UBOT> Who?"));
        slack.awaitPosts(2);
        assertThat(footnote.asked.get(1).articleIds()).isEmpty();
    }

    @Test
    void othersMayNot() {
        connect();
        assertThat(settingsSay("use report")).contains("footnote.slack.admins");
        assertThat(settingsSay("erase channel")).contains("footnote.slack.admins");
        assertThat(settingsSay("")).contains("erase");
    }

    @Test
    void whoAskedErasesWhatTheyAsked() {
        connect();
        slack.post(Events.mention("Ev1", "U1", "C1", "10.1", "<@UBOT> Who?"));
        slack.post(Events.mention("Ev2", "U2", "C1", "10.2", "<@UBOT> Who?"));
        slack.awaitPosts(2);
        assertThat(settingsSay("erase")).contains("1 question ");
        assertThat(settingsSay("erase")).contains("0 questions");
    }

    @Test
    void articleThatIsGoneIsSaid() {
        footnote.engine = (question, events) -> {
            throw new UnknownArticleException("report");
        };
        connect();
        slack.post(Events.mention("Ev1", "U1", "C1", "10.1", "<@UBOT> Who?"));
        assertThat(slack.awaitPosts(1).get(0).get("text")).contains("report").contains("/footnote-settings use");
    }

    private int commands;

    private String settingsSay(String text) {
        String name = "settings" + commands++;
        assertThat(slack.form(Events.command("/footnote-settings", text, name, responseUrl(name)))
                        .getStatusCode())
                .isEqualTo(200);
        eventually().until(() -> !api.calls("resp/" + name).isEmpty());
        return api.calls("resp/" + name).get(0).body();
    }

    // ---- what is not as it should be

    @Test
    void requestsWithoutTheSignatureAreRefused() {
        connect();
        String body = Events.mention("Ev1", "U1", "C1", "10.1", "<@UBOT> Who?");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        assertThat(slack.connection.handle("/slack/events", bytes, Map.of()).getStatusCode())
                .isEqualTo(401);
        long now = Clock.systemUTC().instant().getEpochSecond();
        for (long time : new long[] {now - 3_600, now + 3_600}) {
            assertThat(slack.connection
                            .handle("/slack/events", bytes, ConnectedSlack.signed(body, time))
                            .getStatusCode())
                    .isEqualTo(401);
        }
        assertThat(slack.connection
                        .handle(
                                "/slack/events",
                                "{\"type\":\"url_verification\",\"challenge\":\"c\"}".getBytes(StandardCharsets.UTF_8),
                                Map.of())
                        .getStatusCode())
                .isEqualTo(401);
        assertThat(footnote.asked).isEmpty();
    }

    @Test
    void addressIsVerified() {
        connect();
        Response response = slack.post("{\"type\":\"url_verification\",\"challenge\":\"abc\",\"token\":\"x\"}");
        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(response.getBody()).isEqualTo("abc");
    }

    @Test
    void whatConcernsUsNotIsAcknowledged() {
        connect();
        for (String body : List.of(
                Events.callback("Ev1", "{\"type\":\"reaction_added\",\"user\":\"U1\"}"),
                Events.callback("Ev2", "{\"type\":\"nothing_we_know\"}"),
                Events.callback(
                        "Ev3",
                        "{\"type\":\"message\",\"subtype\":\"message_changed\",\"channel\":\"C1\",\"ts\":\"1.1\"}"),
                Events.callback(
                        "Ev4",
                        "{\"type\":\"message\",\"subtype\":\"bot_message\",\"bot_id\":\"B2\",\"channel\":\"C1\",\"ts\":\"1.1\",\"text\":\"x\"}"),
                Events.callback("Ev5", "{\"type\":\"assistant_thread_started\"}"),
                "{\"token\":\"x\",\"type\":\"app_rate_limited\",\"team_id\":\"T1\",\"minute_rate_limited\":1,\"api_app_id\":\"A1\"}")) {
            assertThat(slack.post(body).getStatusCode()).as(body).isEqualTo(200);
        }
        assertThat(api.calls("bots.info")).isEmpty();
        assertThat(footnote.asked).isEmpty();
    }

    @Test
    void whatIsNotOfSlackIsRefusedAndNeverBreaks() {
        connect();
        for (String body : List.of(
                "",
                "{",
                "[]",
                "null",
                "\"x\"",
                "{}",
                "{\"type\":5}",
                "payload=",
                "payload={",
                "a=b",
                "\u0000",
                "{\"type\":null}")) {
            for (String type : List.of("application/json", "application/x-www-form-urlencoded", "text/plain")) {
                int status = slack.post(body, type, Map.of()).getStatusCode();
                assertThat(status).as(body + " as " + type).isBetween(200, 499);
                assertThat(status).as(body + " as " + type).isNotEqualTo(200);
            }
        }
        assertThat(slack.post("x".repeat(SlackConnection.LARGEST_REQUEST + 1)).getStatusCode())
                .isEqualTo(413);
    }

    @Test
    void engineThatFailsIsOnePoliteMessage() {
        footnote.engine = (question, events) -> {
            throw new IllegalStateException("jdbc:h2:file:/secret password=hunter2");
        };
        connect();
        slack.post(Events.mention("Ev1", "U1", "C1", "10.1", "<@UBOT> Who?"));
        String text = slack.awaitPosts(1).get(0).get("text");
        assertThat(text).contains("Try again in a minute").containsPattern("Reference [0-9a-f]{8}");
        assertThat(slack.posts().toString()).doesNotContain("hunter2").doesNotContain("Exception");
    }

    @Test
    void questionThatIsTooLongIsSaidToBe() {
        connect();
        slack.post(Events.mention("Ev1", "U1", "C1", "10.1", "<@UBOT> " + "why ".repeat(600)));
        assertThat(slack.awaitPosts(1).get(0).get("text")).contains("2,000");
    }

    @Test
    void whoAsksTooMuchIsToldSo() {
        settings.put("footnote.slack.questions-per-minute", "2");
        connect();
        for (int i = 0; i < 3; i++) {
            slack.post(Events.mention("Ev" + i, "U1", "C1", "10." + i, "<@UBOT> Who?"));
        }
        eventually().until(() -> !api.calls("chat.postEphemeral").isEmpty());
        RecordedCall told = api.calls("chat.postEphemeral").get(0);
        assertThat(told.get("user")).isEqualTo("U1");
        assertThat(told.get("text")).contains("more than 2 questions");
        slack.awaitPosts(2);
        slack.post(Events.mention("Ev9", "U2", "C1", "11.0", "<@UBOT> Who?"));
        slack.awaitPosts(3);
    }

    @Test
    void whoComesWhenTheHouseIsFullIsToldSo() {
        settings.put("footnote.slack.workers", "1");
        settings.put("footnote.slack.waiting", "1");
        CountDownLatch held = new CountDownLatch(1);
        footnote.engine = (question, events) -> {
            await(held);
            return FakeApplication.extract(question, events);
        };
        connect();
        for (int i = 0; i < 3; i++) {
            assertThat(slack.post(Events.mention("Ev" + i, "U" + i, "C1", "10." + i, "<@UBOT> Who?"))
                            .getStatusCode())
                    .isEqualTo(200);
        }
        eventually().until(() -> !api.calls("chat.postEphemeral").isEmpty());
        assertThat(api.calls("chat.postEphemeral").get(0).get("text")).contains("busy");
        held.countDown();
        slack.awaitPosts(2);
    }

    @Test
    void answerOutlivesAnOutage() {
        api.answerNext(
                "chat.postMessage",
                CannedResponse.limited(600),
                new CannedResponse(200, "no JSON", Map.of()),
                CannedResponse.limited(900));
        connect();
        slack.post(Events.mention("Ev1", "U1", "C1", "10.1", "<@UBOT> Who?"));
        assertThat(slack.awaitPosts(1).get(0).get("text")).isEqualTo(TownClock.NOTED_ANSWER);
        assertThat(footnote.asked).hasSize(1);
    }

    @Test
    void anAnswerThatCannotBeWrittenEndsAndTheThreadGoesOn() {
        footnote.engine = (question, events) -> {
            Answer answer = FakeApplication.extract(question, events);
            return question.text().equals("Broken?") ? answer.citing(List.of(backwards())) : answer;
        };
        connect();
        slack.post(Events.direct("Ev1", "10.1", "Broken?"));
        assertThat(slack.awaitPosts(1).get(0).get("text")).contains("I can't answer right now");
        eventually().until(() -> slack.count("failed") == 1);
        assertThat(slack.stores.unansweredInSlack()).isEmpty();
        slack.post(Events.reply("Ev2", "im", "D1", "10.2", "10.1", "Who?"));
        assertThat(slack.awaitPosts(2).get(1).get("text")).isEqualTo(TownClock.NOTED_ANSWER);
    }

    /** A citation whose words end before they begin, which cannot be shown. */
    private static Citation backwards() {
        return new Citation(
                1,
                "a",
                "Title",
                "A sentence.",
                0,
                11,
                6,
                0,
                1,
                null,
                null,
                0,
                6,
                0.9,
                Support.SUPPORTED,
                0.9,
                "/articles/a");
    }

    @Test
    void aQuestionAskedBeforeTheArticlesAreReadIsAskedAgain() {
        AtomicInteger asked = new AtomicInteger();
        footnote.engine = (question, events) -> {
            if (asked.incrementAndGet() < 3) {
                throw new NotReadyException("The articles are being read.", Duration.ofMillis(20));
            }
            return FakeApplication.extract(question, events);
        };
        connect();
        slack.post(Events.mention("Ev1", "U1", "C1", "10.1", "<@UBOT> Who?"));
        assertThat(slack.awaitPosts(1)).extracting(post -> post.get("text")).containsExactly(TownClock.NOTED_ANSWER);
        assertThat(asked).hasValue(3);
        eventually().until(() -> slack.count("answered") == 1);
        assertThat(slack.count("failed")).isZero();
    }

    @Test
    void aQuestionThatWaitsForTheArticlesStaysInTheInbox() {
        footnote.engine = (question, events) -> {
            throw new NotReadyException("The articles are being read.", Duration.ofHours(1));
        };
        connect();
        slack.post(Events.mention("Ev1", "U1", "C1", "10.1", "<@UBOT> Who?"));
        eventually().until(() -> !footnote.asked.isEmpty());
        slack.connection.close();
        assertThat(slack.stores.unansweredInSlack()).singleElement().satisfies(question -> assertThat(question.text())
                .isEqualTo("Who?"));
        assertThat(slack.posts()).isEmpty();
    }

    @Test
    void badTokenStopsNothing() {
        api.answerAlways("auth.test", CannedResponse.error("invalid_auth"));
        api.answerAlways("chat.postMessage", CannedResponse.error("invalid_auth"));
        connect();
        assertThat(slack.post(Events.mention("Ev1", "U1", "C1", "10.1", "<@UBOT> Who?"))
                        .getStatusCode())
                .isEqualTo(200);
        eventually().until(() -> slack.count("undelivered") == 1);
    }

    @Test
    void stopEndsWhatIsBeingAnswered() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch held = new CountDownLatch(1);
        footnote.engine = (question, events) -> {
            events.accept(new AnswerEvent.Started("m", question.conversationId()));
            begun.countDown();
            await(held);
            return FakeApplication.extract(question, events);
        };
        connect();
        slack.post(Events.direct("Ev1", "10.1", "Who?"));
        slack.post(Events.reply("Ev2", "im", "D1", "10.2", "10.1", "And why?"));
        await(begun);
        slack.post(
                Events.callback(
                        "Ev3",
                        "{\"type\":\"agent_session_stopped\",\"channel\":\"D1\",\"thread_ts\":\"10.1\",\"user\":\"U1\",\"event_ts\":\"10.3\",\"streaming_message_ts\":[]}"));
        held.countDown();
        eventually().until(() -> slack.count("stopped") == 2);
        assertThat(slack.posts()).extracting(post -> post.get("text")).containsExactly("Stopped.");
        assertThat(footnote.asked).hasSize(1);
        slack.post(Events.reply("Ev4", "im", "D1", "10.4", "10.1", "Once more?"));
        slack.awaitPosts(2);
    }

    @Test
    void answerOfALanguageModelIsStreamed() {
        AtomicInteger sentence = new AtomicInteger();
        footnote.engine = (question, events) -> {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < 5; i++) {
                String words = "Sentence " + sentence.getAndIncrement() + " of a model. ";
                all.append(words);
                events.accept(new AnswerEvent.Delta(words));
                // What makes it stream is time; more of it only makes the test slower, not wrong.
                new ClosableWait().take(StreamDecision.OVER_TIME.plusMillis(50));
            }
            return spoken(question, all.toString());
        };
        settings.put("footnote.slack.streaming", "true");
        connect();
        slack.post(Events.mention("Ev1", "U1", "C1", "10.1", "<@UBOT> Who?"));
        eventually().until(() -> !api.calls("chat.stopStream").isEmpty());
        assertThat(api.calls("chat.startStream").get(0).get("thread_ts")).isEqualTo("10.1");
        assertThat(api.calls("chat.stopStream").get(0).get("blocks")).contains("answer_feedback");
        assertThat(slack.posts()).isEmpty();
    }

    @Test
    void whatWasNotAnsweredBeforeAStopIsAnsweredAfterTheStart() {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        footnote.engine = (question, events) -> {
            events.accept(new AnswerEvent.Delta("Begun. "));
            new ClosableWait().take(StreamDecision.OVER_TIME.plusMillis(50));
            events.accept(new AnswerEvent.Delta("Going on. "));
            begun.countDown();
            await(held);
            return spoken(question, "Begun. Going on. ");
        };
        settings.put("footnote.slack.streaming", "true");
        connect();
        slack.post(Events.mention("Ev1", "U1", "C1", "10.1", "<@UBOT> Who?"));
        slack.post(Events.reply("Ev2", "im", "D1", "11.2", "11.1", "And this?"));
        await(begun);
        slack.connection.close();
        assertThat(api.calls("chat.stopStream").get(0).get("blocks")).contains("restarted");
        held.countDown();
        slack.stores.close();

        footnote.engine = FakeApplication::extract;
        connect();
        eventually().until(() -> slack.posts().size() == 2);
        assertThat(slack.posts()).extracting(post -> post.get("thread_ts")).containsExactlyInAnyOrder("10.1", "11.1");
    }

    private static dev.footnote.answer.Answer spoken(Question question, String words) {
        dev.footnote.answer.Answer answer =
                Answers.answer("m-" + question.text(), question.conversationId(), question.text());
        return new dev.footnote.answer.Answer(
                answer.messageId(),
                answer.conversationId(),
                answer.question(),
                null,
                answer.kind(),
                answer.form(),
                words,
                words,
                true,
                null,
                answer.certainty(),
                null,
                "llm",
                false,
                List.of(),
                answer.citations(),
                List.of(),
                List.of(),
                answer.timings());
    }

    private String responseUrl(String name) {
        return api.base().resolve("/resp/" + name).toString();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
