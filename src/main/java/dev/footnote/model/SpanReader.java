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
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a question and a passage together and points at the words that answer it, if any. Its inputs, outputs and
 * limits are those of the model's card in {@code embeddings/reader}. Safe for use by several threads.
 */
@Singleton
@Startup(Warming.FIRST)
public class SpanReader {

    /** The most tokens of a question that are read, the last ones. */
    public static final int LONGEST_QUESTION = 64;

    /** Yes, no and open. */
    private static final int STANCES = 3;

    /** What the last layer holds at the first token, from which the model makes its verdict. */
    private static final String STATE = "cls";

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
        this(tokenizer, inference, inference.open(model.toString(), () -> weights(model), STATE));
    }

    private SpanReader(Tokenizer tokenizer, Inference inference, Model model) {
        this.tokenizer = tokenizer;
        this.inference = inference;
        this.model = model;
    }

    /** A reader whose model is opened by whoever needs it first. */
    static SpanReader openedWhenNeeded(Path model, Tokenizer tokenizer, Inference inference) {
        return new SpanReader(tokenizer, inference, inference.openWhenNeeded(model.toString(), () -> weights(model)));
    }

    /** A reader like this one with the model of another file; it is closed with this one. */
    public SpanReader withModel(Path other) {
        return new SpanReader(other, tokenizer, inference);
    }

    private static byte[] weights(Path model) {
        try {
            return Files.readAllBytes(model);
        } catch (NoSuchFileException e) {
            throw missing(model, e);
        } catch (IOException e) {
            throw new IllegalStateException("The model " + model + " cannot be read: " + e.getMessage(), e);
        }
    }

    static IllegalStateException missing(Path model, @Nullable Throwable cause) {
        return new IllegalStateException(
                "The model " + model.toAbsolutePath().normalize()
                        + " is missing. Start Footnote in its own folder, or set footnote.home to it.",
                cause);
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
        Tokens asked = tokenizer.tokenizePlain(question).last(LONGEST_QUESTION);
        return inference.all(passages.stream()
                .map(passage -> (Callable<List<ScoredSpan>>) () -> decode(logits(asked, passage)))
                .toList());
    }

    /**
     * Reads each passage for the question, and tells all that the model says.
     *
     * @param surroundings for each passage, what a person would see before it, such as its heading, and what is read
     *     before it; no answer is looked for there, and places count from the passage's own start; empty for none
     * @return for each passage, in their order, its scores
     */
    public List<PassageScores> score(String question, List<String> surroundings, List<String> passages) {
        if (surroundings.size() != passages.size()) {
            throw new IllegalArgumentException(
                    passages.size() + " passages need as many surroundings, not " + surroundings.size());
        }
        Tokens asked = tokenizer.tokenizePlain(question).last(LONGEST_QUESTION);
        return inference.all(IntStream.range(0, passages.size())
                .mapToObj(i -> (Callable<PassageScores>) () -> scores(asked, surroundings.get(i), passages.get(i)))
                .toList());
    }

    private PassageScores scores(Tokens asked, String before, String passage) throws OrtException {
        return logits(asked, before + passage).scores(before.length());
    }

    /** Reads one passage for each question; as {@link #read}, with one entry for each question. */
    public List<List<ScoredSpan>> readAll(List<String> questions, String passage) {
        return inference.all(questions.stream()
                .map(question -> (Callable<List<ScoredSpan>>) () -> decode(logits(question, passage)))
                .toList());
    }

    /** What the model says of one question and one passage. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Logits(
            long[] inputIds,
            float[] starts,
            float[] ends,
            float[] verdict,
            float[] state,
            int passageStart,
            Tokens passage) {

        /** The scores of what begins at an offset of the text that was read, counted from there. */
        PassageScores scores(int from) {
            int skipped = 0;
            while (skipped < passage.size() && passage.span(skipped).start() < from) {
                skipped++;
            }
            int size = passage.size() - skipped;
            int[] tokenStarts = new int[size];
            int[] tokenEnds = new int[size];
            for (int i = 0; i < size; i++) {
                Span token = passage.span(skipped + i);
                tokenStarts[i] = token.start() - from;
                tokenEnds[i] = token.end() - from;
            }
            int first = passageStart + skipped;
            return new PassageScores(
                    tokenStarts,
                    tokenEnds,
                    Arrays.copyOfRange(starts, first, first + size),
                    Arrays.copyOfRange(ends, first, first + size),
                    starts[0],
                    ends[0],
                    Stance.of(verdict[0], verdict[1], verdict[2]),
                    state);
        }
    }

    Logits logits(String question, String passage) throws OrtException {
        return logits(tokenizer.tokenizePlain(question).last(LONGEST_QUESTION), passage);
    }

    private Logits logits(Tokens asked, String text) throws OrtException {
        int passageStart = asked.size() + 2;
        Tokens passage = tokenizer.tokenizePlain(text).first(LONGEST_INPUT - passageStart - 1);
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
                    ids,
                    row(result, "start_logits", length),
                    row(result, "end_logits", length),
                    row(result, "verdict_logits", STANCES),
                    state(result),
                    passageStart,
                    passage);
        }
    }

    private static float[] state(OrtSession.Result result) {
        return result.get(STATE)
                .map(tensor -> {
                    FloatBuffer numbers = ((OnnxTensor) tensor).getFloatBuffer();
                    float[] state = new float[numbers.remaining()];
                    numbers.get(state);
                    return state;
                })
                .orElse(new float[0]);
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
        return logits.scores(0).bestApart(MOST_SPANS);
    }
}
