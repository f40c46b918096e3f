package dev.footnote.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.footnote.home.Home;
import dev.footnote.text.Span;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Reads a question and a passage together and points at the words that answer it, if any. Its inputs, outputs and
 * limits are those of the model's card in {@code embeddings/reader}. Safe for use by several threads.
 */
@Singleton
@Startup(Warming.FIRST)
public class SpanReader {

    /** The most tokens of a question that are read, the last ones. */
    public static final int LONGEST_QUESTION = 64;

    static final int LONGEST_ANSWER = 30;
    static final int LONGEST_INPUT = 384;
    /** More than this many places in one passage never matter. */
    private static final int MOST_SPANS = 5;

    private final Tokenizer tokenizer;
    private final Inference inference;
    private final Model model;

    @Inject
    SpanReader(Home home, Tokenizer tokenizer, Inference inference) {
        this(home.embeddings().resolve("reader").resolve("reader.onnx"), tokenizer, inference);
    }

    SpanReader(Path model, Tokenizer tokenizer, Inference inference) {
        this.tokenizer = tokenizer;
        this.inference = inference;
        this.model = inference.open(model.toString(), () -> weights(model));
    }

    private static byte[] weights(Path model) {
        try {
            return Files.readAllBytes(model);
        } catch (NoSuchFileException e) {
            throw new IllegalStateException(
                    "The reader model " + model.toAbsolutePath().normalize()
                            + " is missing. Start Footnote in its own folder, or set footnote.home to it.",
                    e);
        } catch (IOException e) {
            throw new IllegalStateException("The reader model " + model + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Whether a question is longer than what is read of it. */
    public boolean shortens(String question) {
        return tokenizer.count(question) > LONGEST_QUESTION;
    }

    /**
     * Reads each passage for the question.
     *
     * @return for each passage, in their order, its best spans that do not overlap, the best first; empty only for a
     *     passage without a visible character
     */
    public List<List<ScoredSpan>> read(String question, List<String> passages) {
        Tokens asked = tokenizer.tokenize(question).last(LONGEST_QUESTION);
        return inference.all(passages.stream()
                .map(passage -> (Callable<List<ScoredSpan>>) () -> decode(logits(asked, passage)))
                .toList());
    }

    /** Reads one passage for each question; as {@link #read}, with one entry for each question. */
    public List<List<ScoredSpan>> readAll(List<String> questions, String passage) {
        return inference.all(questions.stream()
                .map(question -> (Callable<List<ScoredSpan>>) () -> decode(logits(question, passage)))
                .toList());
    }

    /** What the model says of one question and one passage. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Logits(long[] inputIds, float[] starts, float[] ends, int passageStart, Tokens passage) {

        double noAnswer() {
            return starts[0] + ends[0];
        }

        double score(int first, int last) {
            return starts[passageStart + first] + ends[passageStart + last];
        }
    }

    Logits logits(String question, String passage) throws OrtException {
        return logits(tokenizer.tokenize(question).last(LONGEST_QUESTION), passage);
    }

    private Logits logits(Tokens asked, String text) throws OrtException {
        int passageStart = asked.size() + 2;
        Tokens passage = tokenizer.tokenize(text).first(LONGEST_INPUT - passageStart - 1);
        int length = passageStart + passage.size() + 1;
        long[] ids = new long[length];
        ids[0] = Tokenizer.CLS;
        asked.copyIds(ids, 1);
        ids[passageStart - 1] = Tokenizer.SEP;
        passage.copyIds(ids, passageStart);
        ids[length - 1] = Tokenizer.SEP;
        long[] mask = new long[length];
        Arrays.fill(mask, 1);
        long[] types = new long[length];
        Arrays.fill(types, passageStart, length, 1);
        long[] shape = {1, length};
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OnnxTensor inputIds = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor attention = OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape);
                OnnxTensor tokenTypes = OnnxTensor.createTensor(environment, LongBuffer.wrap(types), shape);
                OrtSession.Result result = model.session()
                        .run(Map.of(
                                "input_ids", inputIds, "attention_mask", attention, "token_type_ids", tokenTypes))) {
            return new Logits(
                    ids, row(result, "start_logits", length), row(result, "end_logits", length), passageStart, passage);
        }
    }

    private static float[] row(OrtSession.Result result, String name, int length) {
        OnnxTensor tensor = (OnnxTensor)
                result.get(name).orElseThrow(() -> new IllegalStateException("The reader model gives no " + name));
        float[] row = new float[length];
        tensor.getFloatBuffer().get(row);
        return row;
    }

    /** The best spans that do not overlap: the best of all, then the best of what is beside it, and so on. */
    static List<ScoredSpan> decode(Logits logits) {
        List<ScoredSpan> spans = new ArrayList<>();
        boolean[] taken = new boolean[logits.passage().size()];
        while (spans.size() < MOST_SPANS) {
            double best = Double.NEGATIVE_INFINITY;
            int bestFirst = -1;
            int bestLast = -1;
            for (int first = 0; first < taken.length; first++) {
                int limit = Math.min(taken.length, first + LONGEST_ANSWER);
                for (int last = first; last < limit && !taken[last]; last++) {
                    double score = logits.score(first, last);
                    if (score > best) {
                        best = score;
                        bestFirst = first;
                        bestLast = last;
                    }
                }
            }
            if (bestFirst < 0) {
                break;
            }
            Arrays.fill(taken, bestFirst, bestLast + 1, true);
            Span span = new Span(
                    logits.passage().span(bestFirst).start(),
                    logits.passage().span(bestLast).end());
            spans.add(new ScoredSpan(span, best - logits.noAnswer()));
        }
        return spans;
    }
}
