package dev.footnote.slack.reply.block;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.slack.api.util.json.GsonFactory;
import dev.footnote.answer.Answer;
import dev.footnote.answer.Answers;
import dev.footnote.answer.Certainty;
import dev.footnote.answer.Citation;
import dev.footnote.answer.Form;
import dev.footnote.answer.Kind;
import dev.footnote.answer.Reason;
import dev.footnote.answer.Support;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswerBlocksTest {

    private static final Gson JSON =
            GsonFactory.createSnakeCase().newBuilder().disableHtmlEscaping().create();
    private static final String URL = "https://ask.example.org/articles/seed?cite=0-17&v=12345678";

    @Test
    void answerHasItsWordsItsSourcesAndItsButtons() {
        List<SlackMessage> messages =
                AnswerBlocks.of(answer("Russia [1]", List.of(citation(1, URL, "Russia vetoed it.", 0, 6))));
        assertThat(messages).hasSize(1);
        String json = JSON.toJson(messages.get(0).blocks());
        assertThat(messages.get(0).text()).isEqualTo("Russia [1]");
        assertThat(json)
                .contains("{\"type\":\"text\",\"text\":\"Russia \"},{\"type\":\"link\",\"url\":\"" + URL
                        + "\",\"text\":\"[1]\"}")
                .contains("\"Stated in the article\"")
                .contains("{\"type\":\"link\",\"url\":\"" + URL + "\",\"text\":\"Veto, paragraph 1\"}")
                .contains(
                        "\"rich_text_quote\",\"elements\":[{\"type\":\"text\",\"text\":\"Russia\",\"style\":{\"bold\":true")
                .contains("{\"type\":\"text\",\"text\":\" vetoed it.\"}")
                .contains("You can ask next:\\n• Who abstained?")
                .contains("\"action_id\":\"answer_feedback\"")
                .contains("\"value\":\"m1:up\"")
                .contains("\"value\":\"m1:down\"");
    }

    @Test
    void aListIsAListWithTheFootnotesOfEachItem() {
        String json = JSON.toJson(AnswerBlocks.of(Answers.list(Form.LIST, "; ", "At least: Ada", "Bo"))
                .get(0)
                .blocks());

        assertThat(json)
                .contains("\"rich_text_list\"")
                .contains("\"style\":\"bullet\"")
                .contains("{\"type\":\"text\",\"text\":\"At least:\"}")
                .contains("{\"type\":\"text\",\"text\":\"Ada \"},{\"type\":\"text\",\"text\":\"[1]\"}")
                .contains("{\"type\":\"text\",\"text\":\"Bo \"},{\"type\":\"text\",\"text\":\"[2]\"}");
    }

    @Test
    void theDateOfAnEventIsStrong() {
        String json = JSON.toJson(AnswerBlocks.of(Answers.list(Form.TIMELINE, " ", "1900 was dry.", "1901 was wet."))
                .get(0)
                .blocks());

        assertThat(json).contains("\"text\":\"1900  \",\"style\":{\"bold\":true");
    }

    @Test
    void withoutAPublicAddressTheQuotationStandsAlone() {
        String json = JSON.toJson(AnswerBlocks.of(answer(
                        "Russia [1]", List.of(citation(1, "/articles/seed?cite=0-17", "Russia vetoed it.", 0, 6))))
                .get(0)
                .blocks());
        assertThat(json)
                .doesNotContain("\"link\"")
                .contains("Veto, paragraph 1")
                .contains(" vetoed it.");
    }

    @Test
    void refusalShowsTheClosestSentence() {
        Answer refusal = new Answer(
                "m1",
                "c1",
                "Who is the president of France?",
                null,
                Kind.REFUSAL,
                null,
                "The article does not say.",
                "The article does not say.",
                false,
                Reason.NOT_FOUND,
                Certainty.NONE,
                0.1,
                Answer.EXTRACTIVE,
                false,
                List.of(),
                List.of(citation(1, URL, "Russia vetoed it.", 0, 6)),
                List.of("Who abstained?"),
                List.of(),
                new Answer.Timings(1, 2, 3));
        String json = JSON.toJson(AnswerBlocks.of(refusal).get(0).blocks());
        assertThat(json)
                .contains("The article does not say.")
                .contains("\"Not in the article\"")
                .contains("Closest sentence: ")
                .contains("Who abstained?");
    }

    /** Whatever an article says stands in elements that Slack does not read as markup. */
    @Test
    void nothingInAnArticlePingsOrLinks() {
        String hostile = "<!channel> <@U1> <https://evil.example|x> [x](https://evil.example) @here";
        Answer answer = answer(hostile + " [1]", List.of(citation(1, URL, hostile, 0, 10)));
        for (SlackMessage message :
                List.of(AnswerBlocks.of(answer).get(0), AnswerBlocks.ephemeral(answer), AnswerBlocks.shared(answer))) {
            String json = JSON.toJson(message.blocks());
            assertThat(json)
                    .doesNotContain("\"mrkdwn\"")
                    .doesNotContain("\"markdown\"")
                    .doesNotContain("\"broadcast\"");
            assertThat(json).doesNotContain("\"user_id\"").doesNotContain("\"url\":\"https://evil");
            assertThat(message.text()).doesNotContain("<").doesNotContain("https://");
        }
    }

    @Test
    void longAnswersKeepEveryLimit() {
        List<Citation> citations = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            citations.add(citation(
                    i,
                    URL + "x".repeat(100),
                    ("A long sentence with \"quotes\", number " + i + ". ").repeat(30),
                    5,
                    900));
        }
        for (int words : new int[] {1, 2_900, 3_001, 9_000, 30_000, 200_000}) {
            Answer answer = answer("Wörter und 😀 \"so\" weiter. ".repeat(words / 20 + 1) + "[1]", citations);
            List<SlackMessage> messages = AnswerBlocks.of(answer);
            assertThat(messages.size()).isBetween(1, AnswerBlocks.MOST_MESSAGES);
            messages.forEach(AnswerBlocksTest::keepsEveryLimit);
            keepsEveryLimit(AnswerBlocks.below(answer));
            keepsEveryLimit(AnswerBlocks.ephemeral(answer));
            keepsEveryLimit(AnswerBlocks.shared(answer));
            assertThat(JSON.toJson(messages.get(messages.size() - 1).blocks())).contains("answer_feedback");
        }
    }

    @Test
    void whatIsLeftOutIsSaid() {
        Answer answer = answer("Many words follow here. ".repeat(5_000), List.of());
        List<SlackMessage> messages = AnswerBlocks.of(answer);
        assertThat(JSON.toJson(messages.get(1).blocks())).containsPattern("\\d+ more parts of it are left out");
    }

    @Test
    void aNormalAnswerIsWhole() {
        String text = IntStream.range(0, 100)
                .mapToObj(i -> "Sentence " + i + " is here. ")
                .reduce("", String::concat);
        String json =
                JSON.toJson(AnswerBlocks.of(answer(text, List.of())).get(0).blocks());
        assertThat(json).contains("Sentence 0 is").contains("Sentence 99 is").doesNotContain("left out");
    }

    @Test
    void splittingLosesNothing() {
        for (String text : List.of(
                "", "a", "word ".repeat(3_000), "x".repeat(10_000), "😀".repeat(4_000), "A b. ".repeat(2_000))) {
            List<String> parts = AnswerBlocks.split(text, 3_000);
            assertThat(String.join("", parts)).isEqualTo(text);
            assertThat(parts).allMatch(part -> part.length() <= 3_000);
            assertThat(parts).noneMatch(part -> !part.isEmpty() && Character.isLowSurrogate(part.charAt(0)));
        }
    }

    @Test
    void longQuotationIsShownAroundTheAnswersWords() {
        String cited = "Before. ".repeat(100) + "the words" + " after.".repeat(100);
        int start = cited.indexOf("the words");
        String json = JSON.toJson(QuotedSentence.of(citation(1, URL, cited, start, start + 9), 400));
        assertThat(json).startsWith("[{\"type\":\"text\",\"text\":\"…").endsWith("…\"}]");
        assertThat(json).contains("{\"type\":\"text\",\"text\":\"the words\",\"style\"");
        assertThat(json.length()).isLessThan(800);
    }

    @Test
    void homeKeepsItsLimits() {
        HomeBlocks.Offer offer =
                new HomeBlocks.Offer("id", "T".repeat(1_000), URL, Collections.nCopies(9, "Q?".repeat(500)));
        assertThat(HomeBlocks.of(Collections.nCopies(500, offer), "/footnote").size())
                .isLessThanOrEqualTo(100);
        assertThat(JSON.toJson(HomeBlocks.of(Collections.nCopies(25, offer), "/footnote")))
                .contains("And 5 more.");
        assertThat(JSON.toJson(HomeBlocks.of(List.of(), "/footnote"))).contains("There is no article to read yet.");
    }

    private static void keepsEveryLimit(SlackMessage message) {
        assertThat(message.blocks().size()).isBetween(1, SlackMessage.MOST_BLOCKS);
        assertThat(message.text().length()).isLessThanOrEqualTo(SlackMessage.LONGEST_TEXT);
        assertThat(JSON.toJson(message.blocks()).length()).isLessThanOrEqualTo(SlackMessage.LONGEST_BLOCKS);
        message.blocks().forEach(block -> assertThat(longestText(JSON.toJson(block)))
                .isLessThanOrEqualTo(AnswerBlocks.LONGEST_BLOCK_TEXT));
    }

    private static int longestText(String json) {
        return Pattern.compile("\"text\":\"((?:[^\"\\\\]|\\\\.)*+)\"")
                .matcher(json)
                .results()
                .mapToInt(text -> text.group(1).replace("\\", "").length())
                .max()
                .orElse(0);
    }

    private static Answer answer(String words, List<Citation> citations) {
        Answer answer = Answers.answer("m1", "c1", "Who vetoed it?");
        return new Answer(
                answer.messageId(),
                answer.conversationId(),
                answer.question(),
                null,
                Kind.ANSWER,
                Form.WORDS,
                words,
                words,
                true,
                null,
                Certainty.STATED,
                0.9,
                answer.engine(),
                false,
                List.of(),
                citations,
                answer.suggestedQuestions(),
                List.of(),
                answer.timings());
    }

    private static Citation citation(int index, String url, String cited, int wordsStart, int wordsEnd) {
        return new Citation(
                index,
                "seed",
                "Veto",
                cited,
                0,
                cited.length(),
                wordsStart,
                wordsEnd,
                1,
                null,
                null,
                0,
                6,
                0.9,
                Support.SUPPORTED,
                0.9,
                url);
    }
}
