package dev.footnote.api;

import static dev.footnote.api.Requests.added;
import static dev.footnote.api.Requests.ask;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footnote.ingestion.Ingestion;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people type that is no question for one sentence, each asked of an article of the test's own. */
@QuarkusTest
class TypedTest {

    private static final String BRIDGE =
            """
            <html><head><title>A new bridge for Velden</title><meta name="author" content="Ida Holm"></head><body><main>
            <h1>A new bridge for Velden</h1>
            <p>The town council of Velden decided on Monday to build a new bridge over the river Drau.</p>
            <p>"The old bridge cannot carry another winter", Mayor Petra Lang said at the meeting. The engineer Tom Reiter
            warned that the costs could double.</p>
            <p>"We were never asked". Farmers from Slovenia and Italy use the old bridge every week to reach the market.</p>
            <p>Reiter said that work will begin in March 2027 and that the bridge will have two lanes for bicycles.</p>
            </main></body></html>
            """;

    private final Ingestion ingestion;
    private String id = "";

    TypedTest(Ingestion ingestion) {
        this.ingestion = ingestion;
    }

    @BeforeEach
    void addArticle() throws InterruptedException {
        ingestion.awaitReady();
        id = added("velden.html", BRIDGE.getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void deleteArticle() {
        given().delete("/api/v1/articles/" + id).then().statusCode(204);
    }

    @Test
    void overviewIsASummaryWithFootnotes() {
        JsonNode answer = asked("What is this text about?");
        assertKind(answer, "summary");
        assertThat(answer.get("citations").size()).isBetween(2, 4);
        assertThat(answer.get("claims").size())
                .isEqualTo(answer.get("citations").size());
        int before = -1;
        for (JsonNode citation : answer.get("citations")) {
            assertThat(citation.get("start_char_index").asInt()).isGreaterThan(before);
            before = citation.get("start_char_index").asInt();
        }
    }

    @Test
    void overviewOfSeveralArticlesAsksWhichAndItsSuggestionsTell() {
        JsonNode which = ask("{\"question\":\"Summarise it, please\"}");
        assertKind(which, "chat");
        assertThat(which.get("answer_text").asText()).contains("A new bridge for Velden");
        String suggested = "";
        for (JsonNode question : which.get("suggested_questions")) {
            suggested = question.asText().contains("Velden") ? question.asText() : suggested;
        }
        JsonNode told = ask(request(suggested, UUID.randomUUID().toString()).toString());
        assertKind(told, "summary");
        assertThat(told.get("answer_text").asText()).startsWith("“A new bridge for Velden”:");
    }

    @Test
    void articleOfTheTurnBeforeIsMeant() {
        String conversation = UUID.randomUUID().toString();
        ask(request("Which river does the new bridge of Velden cross?", conversation)
                .toString());
        JsonNode answer =
                ask(request("What does paragraph 2 say?", conversation).toString());
        assertKind(answer, "answer");
        assertThat(answer.get("answer_text").asText()).startsWith("The town council");
    }

    @Test
    void talkOffersTwoQuestions() {
        JsonNode answer = asked("good afternoon");
        assertKind(answer, "chat");
        assertThat(answer.get("answerable").asBoolean()).isFalse();
        assertThat(answer.get("citations")).isEmpty();
        assertThat(answer.get("suggested_questions").size()).isBetween(1, 2);
        for (JsonNode suggested : answer.get("suggested_questions")) {
            assertThat(asked(suggested.asText()).get("answerable").asBoolean()).isTrue();
        }
    }

    @Test
    void bareNameGivesTheSentencesThatMentionIt() {
        JsonNode answer = asked("Tom Reiter");
        assertKind(answer, "summary");
        assertThat(answer.get("citations")).singleElement().satisfies(citation -> assertThat(
                        citation.get("cited_text").asText())
                .contains("Tom Reiter"));
    }

    @Test
    void quotationIsGivenToItsSpeakerOrToNobody() {
        JsonNode named = asked("Who said 'cannot carry another winter'?");
        assertKind(named, "answer");
        assertThat(named.get("answer_text").asText()).isEqualTo("Mayor Petra Lang");
        JsonNode unnamed = asked("who said \"we were never asked\"?");
        assertKind(unnamed, "refusal");
        assertThat(unnamed.get("answer_text").asText()).isEqualTo("The speaker is not named here.");
        assertThat(unnamed.get("citations").get(0).get("cited_text").asText()).contains("never asked");
    }

    @Test
    void listsSayThatTheyMayHaveGaps() {
        assertThat(asked("list everybody who is quoted").get("answer_text").asText())
                .startsWith("At least: ")
                .contains("Petra Lang", "Reiter");
        JsonNode countries = asked("Which countries are named?");
        assertThat(countries.get("answer").asText()).isEqualTo("At least: Slovenia [1]; Italy [1]");
    }

    @Test
    void wordsAreCounted() {
        JsonNode answer = asked("How many times is Reiter mentioned?");
        assertKind(answer, "answer");
        assertThat(answer.get("answer_text").asText()).isEqualTo("“Reiter” is mentioned twice");
        assertThat(answer.get("citations")).hasSize(2);
    }

    @Test
    void eachOfSeveralIsRead() {
        JsonNode answer = asked("What did each say about the bridge: Lang, Reiter");
        assertKind(answer, "answer");
        assertThat(answer.get("answer_text").asText() + answer.get("warnings")).contains("Lang", "Reiter");
        assertThat(answer.get("answer_text").asText()).contains(": ");
    }

    @Test
    void placeIsQuoted() {
        assertThat(asked("last sentence").get("answer_text").asText()).startsWith("Reiter said that work");
        JsonNode none = asked("What does paragraph 40 say?");
        assertKind(none, "refusal");
        assertThat(none.get("answer_text").asText()).startsWith("There is no paragraph 40");
    }

    @Test
    void timelineHasTheDatedSentences() {
        JsonNode answer = asked("chronology of events");
        assertKind(answer, "summary");
        assertThat(answer.get("citations")).hasSize(2);
    }

    @Test
    void misspeltNameIsRead() {
        JsonNode answer = asked("What did Reitter warn of?");
        assertThat(answer.get("question_understood").asText()).isEqualTo("What did Reiter warn of?");
        assertThat(answer.get("warnings").toString()).contains("Read as Reiter");
    }

    @Test
    void doubtGetsEvidenceCertaintyAndWhatCameSecond() {
        String conversation = UUID.randomUUID().toString();
        JsonNode first = ask(request("When will work begin?", conversation, id).toString());
        assertKind(first, "answer");
        JsonNode doubt = ask(request("are you certain?", conversation, id).toString());
        assertKind(doubt, "answer");
        assertThat(doubt.get("question_understood").asText()).isEqualTo("When will work begin?");
        assertThat(doubt.get("answer_text").asText())
                .startsWith(first.get("answer_text").asText())
                .contains(" of 100)");
        assertThat(doubt.get("certainty")).isEqualTo(first.get("certainty"));
        assertThat(doubt.get("citations").get(0).get("cited_text"))
                .isEqualTo(first.get("citations").get(0).get("cited_text"));
    }

    @Test
    void originIsToldFromTheFile() {
        JsonNode author = asked("Who wrote this piece?");
        assertKind(author, "answer");
        assertThat(author.get("answer_text").asText()).isEqualTo("Ida Holm");
        assertThat(author.get("citations")).isEmpty();
        assertThat(author.get("warnings").toString()).contains("not from its text");
        JsonNode date = asked("When was this published?");
        assertKind(date, "refusal");
        assertThat(date.get("answer_text").asText()).startsWith("The file does not say");
    }

    @Test
    void nothingIsJudged() {
        JsonNode answer = asked("Is the article one-sided?");
        assertKind(answer, "summary");
        assertThat(answer.get("answer_text").asText()).startsWith("I don't judge.");
        assertThat(answer.get("citations").size()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void foreignQuestionIsAnsweredInItsLanguage() {
        JsonNode answer = asked("Quand est-ce que les travaux vont commencer ?");
        assertThat(answer.get("reason").asText()).isEqualTo("language");
        assertThat(answer.get("answer_text").asText()).startsWith("Je ne lis que l’anglais.");
        assertThat(answer.get("suggested_questions")).isNotEmpty();
    }

    private JsonNode asked(String question) {
        return Requests.askArticle(id, question);
    }

    private static ObjectNode request(String question, String conversation, String... articles) {
        ObjectNode request =
                new ObjectMapper().createObjectNode().put("question", question).put("conversation_id", conversation);
        List.of(articles).forEach(request.withArray("article_ids")::add);
        return request;
    }

    private static void assertKind(JsonNode answer, String kind) {
        assertThat(answer.get("kind").asText())
                .as(answer.get("answer_text").asText())
                .isEqualTo(kind);
        boolean sure = kind.equals("answer") || kind.equals("refusal");
        assertThat(answer.get("certainty").isNull()).isEqualTo(!sure);
        assertThat(answer.get("confidence").isNull()).isEqualTo(!sure);
    }
}
