package dev.footnote.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.TownClock;
import dev.footnote.answer.Question;
import dev.footnote.answer.UnverifiedText;
import dev.footnote.ingestion.Ingestion;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where spans are switched on, each stage of the work is one, and none has a word of what was asked. */
@QuarkusTest
@TestProfile(StagesTest.Traced.class)
class StagesTest {

    /** Keeps the spans of a test. */
    @ApplicationScoped
    public static class SpanKeeper {

        @Produces
        @ApplicationScoped
        InMemorySpanExporter exporter() {
            return InMemorySpanExporter.create();
        }
    }

    /** Spans are on, and exported soon. */
    public static class Traced implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.otel.sdk.disabled", "false",
                    "quarkus.otel.bsp.schedule.delay", "50ms");
        }
    }

    private final Ingestion ingestion;
    private final Assistant assistant;
    private final Verifier verifier;
    private final InMemorySpanExporter exporter;

    StagesTest(Ingestion ingestion, Assistant assistant, Verifier verifier, InMemorySpanExporter exporter) {
        this.ingestion = ingestion;
        this.assistant = assistant;
        this.verifier = verifier;
        this.exporter = exporter;
    }

    @BeforeEach
    void begin() throws InterruptedException {
        ingestion.awaitReady();
        exporter.reset();
    }

    @Test
    void aQuestionIsASpanWithItsStagesBelowIt() {
        String id = assistant.ask(Question.of(TownClock.QUESTION)).messageId();

        List<SpanData> spans = spansOf("ask");
        SpanData root = only(spans, "ask");
        assertThat(attribute(root, "footnote.message_id")).isEqualTo(id);
        assertThat(attribute(root, "footnote.engine")).isEqualTo("extractive");
        assertThat(attribute(root, "footnote.door")).isEqualTo("cli");
        assertThat(attribute(root, "footnote.kind")).isEqualTo("answer");
        assertThat(names(spans)).contains("ask", "classify", "retrieve", "encode", "read", "score", "suggest", "keep");
        assertThat(parent(spans, "classify")).isEqualTo("ask");
        assertThat(parent(spans, "encode")).isEqualTo("retrieve");
        assertThat(parent(spans, "score")).isEqualTo("read");
        assertThat(parent(spans, "keep")).isEqualTo("ask");
        assertThat(spans).filteredOn(span -> !span.getName().equals("ask")).allSatisfy(span -> {
            assertThat(span.getTraceId()).isEqualTo(root.getTraceId());
            assertThat(spans).extracting(SpanData::getSpanId).contains(span.getParentSpanId());
            assertThat(span.getStartEpochNanos()).isGreaterThanOrEqualTo(root.getStartEpochNanos());
            assertThat(span.getEndEpochNanos()).isLessThanOrEqualTo(root.getEndEpochNanos());
        });
    }

    @Test
    void noSpanHasAWordOfTheQuestionNotEvenThatOfItsAddress() {
        RestAssured.given()
                .queryParam("q", TownClock.QUESTION)
                .get("/api/v1/ask")
                .then()
                .statusCode(200);

        List<SpanData> spans = spansOf("ask");
        String said = spans.toString();
        for (String word : TownClock.QUESTION.replace("?", "").split(" ", -1)) {
            if (word.length() > 3) {
                assertThat(said).doesNotContainIgnoringCase(word);
            }
        }
        assertThat(names(spans)).noneMatch(name -> name.contains("/"));
    }

    @Test
    void aCheckedTextHasASpanForEachOfItsSentences() {
        verifier.verify(new UnverifiedText(TownClock.ANSWER_SENTENCE + " It was never wound.", List.of()));

        List<SpanData> spans = spansOf("check");
        assertThat(names(spans)).contains("check", "retrieve", "verify");
        assertThat(spans).filteredOn(span -> span.getName().equals("verify")).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aFailureIsToldByItsKindAlone() {
        Question unknown = new Question(TownClock.QUESTION, Question.newConversationId(), List.of("none"), null, null);
        try {
            assistant.ask(unknown);
        } catch (RuntimeException expected) {
            assertThat(expected).hasMessageContaining("none");
        }

        SpanData root = only(spansOf("ask"), "ask");
        assertThat(root.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(root.getStatus().getDescription()).isEqualTo("UnknownArticleException");
        assertThat(root.getEvents()).isEmpty();
    }

    /** All spans, once the last of them is there. */
    private List<SpanData> spansOf(String root) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> names(exporter.getFinishedSpanItems())
                .contains(root));
        return exporter.getFinishedSpanItems();
    }

    /** The name of the span that the first of a name is below. */
    private static String parent(List<SpanData> spans, String name) {
        String id = spans.stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getParentSpanId();
        return spans.stream()
                .filter(span -> span.getSpanId().equals(id))
                .findFirst()
                .orElseThrow()
                .getName();
    }

    private static Set<String> names(List<SpanData> spans) {
        return spans.stream().map(SpanData::getName).collect(Collectors.toSet());
    }

    private static SpanData only(List<SpanData> spans, String name) {
        assertThat(spans).filteredOn(span -> span.getName().equals(name)).hasSize(1);
        return spans.stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String attribute(SpanData span, String key) {
        return String.valueOf(span.getAttributes().asMap().entrySet().stream()
                .filter(entry -> entry.getKey().getKey().equals(key))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(""));
    }
}
