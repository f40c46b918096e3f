package dev.footnote.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * bge-small-en-v1.5, quantised: a text to 384 numbers of length 1, so that the dot product of two is their cosine.
 * Deterministic: the same text has the same vector, whatever is encoded beside it. Safe for use by several threads.
 */
@Singleton
@Startup(Warming.FIRST)
public class Encoder implements EmbeddingModel {

    /** Names the weights and all that is done with them; a change makes every kept vector stale. */
    public static final String ID = "bge-small-en-v1.5-q/cls/l2/512";

    /** How many numbers a vector has. */
    public static final int DIMENSION = 384;

    private static final String WEIGHTS = "/bge-small-en-v1.5-q.onnx";
    /** What the model was trained to see before a question; passages stand as they are. */
    private static final String QUESTION_PREFIX = "Represent this sentence for searching relevant passages: ";

    private static final int LONGEST_INPUT = 512;

    private final Tokenizer tokenizer;
    private final Inference inference;
    private final Model model;

    Encoder(Tokenizer tokenizer, Inference inference) {
        this.tokenizer = tokenizer;
        this.inference = inference;
        this.model = inference.open(WEIGHTS, Encoder::weights);
    }

    private static byte[] weights() {
        try (InputStream in = Encoder.class.getResourceAsStream(WEIGHTS)) {
            if (in == null) {
                throw new IllegalStateException("The encoder's weights " + WEIGHTS
                        + " are not on the class path. Build Footnote with ./mvnw package, which brings them.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("The encoder's weights " + WEIGHTS + " cannot be read", e);
        }
    }

    /** The vector of a question, comparable with those of passages. */
    public float[] encodeQuestion(String question) {
        return encode(List.of(QUESTION_PREFIX + question)).get(0);
    }

    /** The vectors of texts, in their order; of each the first 510 tokens count. */
    public List<float[]> encode(List<String> texts) {
        return inference.all(texts.stream()
                .map(text -> (Callable<float[]>) () -> compute(text))
                .toList());
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        return Response.from(encode(segments.stream().map(TextSegment::text).toList()).stream()
                .map(Embedding::from)
                .collect(Collectors.toList()));
    }

    @Override
    public int dimension() {
        return DIMENSION;
    }

    /**
     * The vectors of the words of texts, each as it is meant where it stands: the mean of the last layer's vectors of its
     * tokens, of length 1.
     */
    public List<EncodedWords> encodeWords(List<String> texts) {
        return inference.all(texts.stream()
                .map(text -> (Callable<EncodedWords>) () -> computeWords(text))
                .toList());
    }

    private EncodedWords computeWords(String text) throws OrtException {
        Tokens tokens = tokenizer.tokenizePlain(text).first(LONGEST_INPUT - 2);
        return run(tokens, hidden -> EncodedWords.of(text, tokens, hidden));
    }

    private float[] compute(String text) throws OrtException {
        return run(tokenizer.tokenizePlain(text).first(LONGEST_INPUT - 2), hidden -> {
            // [1, length, 384]: the vector of [CLS], the first, stands for the text.
            float[] vector = new float[DIMENSION];
            hidden.get(vector);
            return normalise(vector);
        });
    }

    private <T> T run(Tokens tokens, Function<FloatBuffer, T> use) throws OrtException {
        int length = tokens.size() + 2;
        long[] ids = new long[length];
        ids[0] = Tokenizer.CLS;
        tokens.copyIds(ids, 1);
        ids[length - 1] = Tokenizer.SEP;
        long[] mask = new long[length];
        Arrays.fill(mask, 1);
        long[] shape = {1, length};
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OnnxTensor inputIds = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor attention = OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[length]), shape);
                OrtSession.Result result = model.session()
                        .run(
                                Map.of("input_ids", inputIds, "attention_mask", attention, "token_type_ids", types),
                                Collections.singleton("last_hidden_state"))) {
            return use.apply(((OnnxTensor) result.get(0)).getFloatBuffer());
        }
    }

    static float[] normalise(float[] vector) {
        double squares = 0;
        for (float x : vector) {
            squares += x * x;
        }
        float norm = (float) Math.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= norm;
        }
        return vector;
    }
}
