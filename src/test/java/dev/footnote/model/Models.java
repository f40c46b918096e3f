package dev.footnote.model;

import java.nio.file.Path;
import java.util.OptionalInt;

/** The real models, loaded once for all tests that need no container. */
public final class Models {

    static final Inference INFERENCE = new Inference(OptionalInt::empty);

    /** Shared, immutable. */
    public static final Tokenizer TOKENIZER = new Tokenizer();

    /** Shared, safe for use by several threads. */
    public static final Encoder ENCODER = new Encoder(TOKENIZER, INFERENCE);

    /** Shared, safe for use by several threads. */
    public static final SpanReader READER =
            new SpanReader(Path.of("embeddings/reader/reader.onnx"), TOKENIZER, INFERENCE);

    /** Shared, safe for use by several threads. */
    public static final ClaimJudge JUDGE = new ClaimJudge(Path.of("embeddings/judge/judge.onnx"), TOKENIZER, INFERENCE);

    private Models() {}
}
