package dev.footnote.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.evaluation.QuestionSets;
import dev.footnote.passage.PassageSplitter;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * How many passages a second are embedded, beside LangChain4j's own in-process model with the same weights and beside what this
 * machine's processors can multiply at most, in turns of the same run. No part of the tests; run it with {@code ./mvnw test -Dtest=EncoderBenchmark}.
 */
class EncoderBenchmark {

    private static final int TURNS = 5;
    private static final int PASSAGES = 200;

    /**
     * Products of weights and activations for one token: in each of 12 layers four matrices of 384 by 384 and two of 384 by
     * 1,536. The attention's own products, some hundredth of them for passages, are not counted.
     */
    private static final double PRODUCTS_OF_A_TOKEN = 12.0 * (4 * 384 * 384 + 2 * 384 * 1536);

    @Test
    void embeddingBesideLangChain4j() throws Exception {
        List<TextSegment> segments = new ArrayList<>();
        PassageSplitter splitter = new PassageSplitter(Models.TOKENIZER::count, PassageSplitter.DEFAULT_LIMIT);
        for (String text : QuestionSets.readingTexts()) {
            splitter.split(text)
                    .forEach(passage ->
                            segments.add(TextSegment.from(passage.span().of(text))));
        }
        List<TextSegment> passages = segments.subList(0, Math.min(PASSAGES, segments.size()));
        EmbeddingModel theirs = new BgeSmallEnV15QuantizedEmbeddingModel();
        rate(Models.ENCODER, passages);
        rate(theirs, passages);
        int tokens = passages.stream()
                .mapToInt(passage -> Models.TOKENIZER.count(passage.text()) + 2)
                .sum();
        List<Double> ratios = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            double ours = rate(Models.ENCODER, passages);
            double other = rate(theirs, passages);
            ratios.add(ours / other);
            double tokensASecond = ours * tokens / passages.size();
            double peak = MatrixPeak.productsASecond();
            shares.add(tokensASecond * PRODUCTS_OF_A_TOKEN / peak);
            System.out.printf(
                    Locale.ROOT,
                    "Footnote %.1f passages/s, LangChain4j %.1f, ratio %.2f; %.0f tokens/s, %.2f of %.0f G products/s%n",
                    ours,
                    other,
                    ours / other,
                    tokensASecond,
                    tokensASecond * PRODUCTS_OF_A_TOKEN / peak,
                    peak / 1e9);
        }
        System.out.printf(
                Locale.ROOT,
                "median ratio %.2f, median share of the peak %.2f%n",
                ratios.stream().sorted().toList().get(TURNS / 2),
                shares.stream().sorted().toList().get(TURNS / 2));
        assertThat(ratios).hasSize(TURNS);
    }

    private static double rate(EmbeddingModel model, List<TextSegment> passages) {
        long start = System.nanoTime();
        model.embedAll(passages);
        return passages.size() / ((System.nanoTime() - start) / 1e9);
    }
}
