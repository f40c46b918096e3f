package dev.footnote.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.footnote.text.Span;
import dev.langchain4j.data.segment.TextSegment;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncoderTest {

    @Test
    void vectorsHaveLengthOne() {
        for (float[] vector : Models.ENCODER.encode(List.of("A short text.", "", "🚀"))) {
            double squares = 0;
            for (float x : vector) {
                squares += x * x;
            }
            assertThat(vector).hasSize(384);
            assertThat(squares).isCloseTo(1, within(1e-4));
        }
    }

    @Test
    void aTextHasTheSameVectorWhateverIsEncodedBesideIt() {
        String text = "Russia vetoed the resolution.";

        float[] alone = Models.ENCODER.encode(List.of(text)).get(0);
        float[] beside =
                Models.ENCODER.encode(List.of("word ".repeat(400), text, "x")).get(1);

        assertThat(beside).isEqualTo(alone);
    }

    @Test
    void isALangChain4jEmbeddingModel() {
        assertThat(Models.ENCODER.dimension()).isEqualTo(384);
        assertThat(Models.ENCODER
                        .embedAll(List.of(TextSegment.from("one"), TextSegment.from("two")))
                        .content()
                        .get(1)
                        .vector())
                .isEqualTo(Models.ENCODER.encode(List.of("two")).get(0));
    }

    @Test
    void aQuestionIsNearerToItsAnswerThanToAnythingElse() {
        float[] question = Models.ENCODER.encodeQuestion("How do I bake bread?");
        List<float[]> passages = Models.ENCODER.encode(
                List.of("Knead the dough and put it into a hot oven.", "The senate voted on Tuesday."));

        assertThat(cosine(question, passages.get(0))).isGreaterThan(cosine(question, passages.get(1)));
    }

    private static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Test
    void wordsOfNearlyTheSameMeaningAreMoreAlikeThanOthers() {
        List<EncodedWords> texts = Models.ENCODER.encodeWords(
                List.of("Who blocked the resolution?", "On Monday, France vetoed the re-written resolution."));

        assertThat(texts.get(1).words())
                .extracting(EncodedWords.EncodedWord::text)
                .containsExactly("On", "Monday", "France", "vetoed", "the", "re", "written", "resolution");
        EncodedWords.EncodedWord blocked = texts.get(0).words().get(1);
        List<Double> likeness = texts.get(1).words().stream()
                .map(word -> Similarity.cosine(blocked.vector(), word.vector()))
                .toList();
        assertThat(likeness.get(3)).as("vetoed").isGreaterThan(likeness.get(1)).isGreaterThan(likeness.get(2));
        assertThat(texts.get(1).words().get(3).span()).isEqualTo(new Span(18, 24));
    }
}
