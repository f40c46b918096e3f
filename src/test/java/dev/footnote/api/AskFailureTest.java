package dev.footnote.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.footnote.TownClock;
import dev.footnote.answer.Answer;
import dev.footnote.conversation.Conversations;
import dev.footnote.ingestion.Ingestion;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a client sees when an answer cannot be kept: it must not be told. */
@QuarkusTest
@TestProfile(AskFailureTest.DiskIsFull.class)
class AskFailureTest {

    private final Ingestion ingestion;

    AskFailureTest(Ingestion ingestion) {
        this.ingestion = ingestion;
    }

    /** The real application over messages that cannot be kept. */
    public static class DiskIsFull implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(FullConversations.class);
        }
    }

    /** Keeps nothing. */
    @Alternative
    @Singleton
    public static class FullConversations implements Conversations {
        @Override
        public void keep(Answer answer) {
            throw new IllegalStateException("No space left on device");
        }

        @Override
        public void replace(String messageId, Answer answer) {
            keep(answer);
        }

        @Override
        public Optional<Answer> message(String messageId) {
            return Optional.empty();
        }

        @Override
        public List<Answer> turns(String conversationId) {
            return List.of();
        }

        @Override
        public List<Answer> lastTurns(String conversationId, int limit) {
            return List.of();
        }

        @Override
        public boolean delete(String conversationId) {
            return false;
        }
    }

    @Test
    void failureAfterTheStartOfAStreamIsAnErrorEvent() throws InterruptedException {
        ingestion.awaitReady();
        String body = given().contentType("application/json")
                .body(Map.of("question", TownClock.QUESTION, "stream", true))
                .post("/api/v1/ask")
                .asString();
        assertThat(body)
                .startsWith("event: message_start")
                .contains("event: error")
                .endsWith("\n\n")
                .doesNotContain("message_end");
    }

    @Test
    void failureOfAnUnstreamedAnswerIsAProblemThatTellsNoInsides() throws InterruptedException {
        ingestion.awaitReady();
        String body = given().contentType("application/json")
                .body(Map.of("question", TownClock.QUESTION))
                .post("/api/v1/ask")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("status", equalTo(500))
                .extract()
                .asString();
        assertThat(body).doesNotContain("No space left").doesNotContain("Exception");
    }
}
