package dev.footnote.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footnote.text.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpanReaderTest {

    private static final JsonNode GOLDEN = golden();

    static Stream<JsonNode> cases() {
        return StreamSupport.stream(GOLDEN.get("cases").spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tokensAgreeWithTheGoldenVectors(JsonNode golden) throws Exception {
        SpanReader.Logits logits = Models.READER.logits(text(golden, "question"), text(golden, "passage"));

        assertThat(logits.inputIds()).containsExactly(longs(golden.get("input_ids")));
        assertThat(logits.passageStart())
                .isEqualTo(golden.get("passage_token_start").intValue());
        JsonNode offsets = golden.get("offsets");
        assertThat(logits.passage().size()).isEqualTo(offsets.size());
        for (int i = 0; i < offsets.size(); i++) {
            assertThat(logits.passage().span(i))
                    .isEqualTo(new Span(
                            offsets.get(i).get(0).intValue(),
                            offsets.get(i).get(1).intValue()));
        }
    }

    @Test
    void theStateIsThatOfQuestionAndPassageTogether() {
        String passage = "The mill burned down in 1911.";
        List<PassageScores> scores = Models.READER.score(
                "When did the mill burn down?", List.of("", "", "The valley. "), List.of(passage, passage, passage));
        PassageScores other = Models.READER
                .score("Who owned it?", List.of(""), List.of(passage))
                .get(0);

        assertThat(scores.get(0).state()).hasSize(384).isEqualTo(scores.get(1).state());
        assertThat(scores.get(2).state()).isNotEqualTo(scores.get(0).state());
        assertThat(other.state()).isNotEqualTo(scores.get(0).state());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void spansAndLogitsAgreeWithTheGoldenVectors(JsonNode golden) throws Exception {
        String passage = text(golden, "passage");
        double tolerance = GOLDEN.get("logit_tolerance").doubleValue();
        SpanReader.Logits logits = Models.READER.logits(text(golden, "question"), passage);
        Span expected =
                new Span(golden.get("start").intValue(), golden.get("end").intValue());
        int first = tokenAt(logits, expected.start(), true);
        int last = tokenAt(logits, expected.end(), false);

        assertThat((double) logits.starts()[0])
                .isCloseTo(golden.get("null_start_logit").doubleValue(), within(tolerance));
        assertThat((double) logits.ends()[0])
                .isCloseTo(golden.get("null_end_logit").doubleValue(), within(tolerance));
        assertThat((double) logits.starts()[logits.passageStart() + first])
                .isCloseTo(golden.get("start_logit").doubleValue(), within(tolerance));
        assertThat((double) logits.ends()[logits.passageStart() + last])
                .isCloseTo(golden.get("end_logit").doubleValue(), within(tolerance));
        for (int i = 0; i < 3; i++) {
            assertThat((double) logits.verdict()[i])
                    .isCloseTo(golden.get("verdict_logits").get(i).doubleValue(), within(tolerance));
        }
        if (golden.get("lead").doubleValue() >= 1) {
            Span best = SpanReader.decode(logits).get(0).span();
            assertThat(best.of(passage)).isEqualTo(text(golden, "answer"));
            assertThat(best).isEqualTo(expected);
        }
    }

    @Test
    void aPassageReadsTheSameWhateverIsReadBesideIt() {
        String passage = "Frankenstein was written by Mary Shelley in 1817.";
        String neighbour = "Something else entirely. ".repeat(30);

        List<ScoredSpan> alone =
                Models.READER.read("Who wrote Frankenstein?", List.of(passage)).get(0);
        List<ScoredSpan> beside = Models.READER
                .read("Who wrote Frankenstein?", List.of(neighbour, passage))
                .get(1);

        assertThat(beside).isEqualTo(alone);
        assertThat(alone.get(0).span().of(passage)).isEqualTo("Mary Shelley");
    }

    @Test
    void spansOfAPassageDoNotOverlapAndFallInMargin() {
        String passage = "Ann met Ben on Monday, Carl on Tuesday and Dora on Wednesday in the old town hall.";

        List<ScoredSpan> spans =
                Models.READER.read("Whom did Ann meet?", List.of(passage)).get(0);

        assertThat(spans).hasSizeGreaterThan(1);
        for (int i = 1; i < spans.size(); i++) {
            assertThat(spans.get(i).margin())
                    .isLessThanOrEqualTo(spans.get(i - 1).margin());
            for (int k = 0; k < i; k++) {
                assertThat(spans.get(i).span().overlaps(spans.get(k).span())).isFalse();
            }
        }
    }

    @Test
    void aPassageWithoutAVisibleCharacterHasNoSpan() {
        assertThat(Models.READER.read("Who?", List.of(" \u200b\n"))).containsExactly(List.of());
    }

    @Test
    void onlyTheEndOfALongQuestionIsRead() {
        assertThat(Models.READER.shortens("why ".repeat(64))).isFalse();
        assertThat(Models.READER.shortens("why ".repeat(65))).isTrue();
    }

    @Test
    void aMissingModelIsNamedWithTheRemedy() {
        SpanReader reader = new SpanReader(
                Path.of("nowhere", "reader.onnx"), Models.TOKENIZER, new Inference(() -> OptionalInt.of(1)));
        assertThatThrownBy(() -> new Warming(Models.ENCODER, reader))
                .hasMessageContaining("nowhere")
                .hasMessageContaining("footnote.home");
    }

    private static int tokenAt(SpanReader.Logits logits, int offset, boolean start) {
        for (int i = 0; i < logits.passage().size(); i++) {
            Span span = logits.passage().span(i);
            // Of several tokens that end at one offset the last is meant, of several that start there the first.
            boolean lastSuch = i + 1 == logits.passage().size()
                    || logits.passage().span(i + 1).end() != offset;
            if (start ? span.start() == offset : span.end() == offset && lastSuch) {
                return i;
            }
        }
        throw new AssertionError("No token at " + offset);
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).textValue();
    }

    private static long[] longs(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToLong(JsonNode::longValue)
                .toArray();
    }

    private static JsonNode golden() {
        try (InputStream in = SpanReaderTest.class.getResourceAsStream("/reader-golden.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
