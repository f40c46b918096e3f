package dev.footnote.model;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The real encoder, which fails while it is broken. */
public final class BreakableEncoder extends Encoder {

    private volatile @Nullable RuntimeException failure;

    public BreakableEncoder() {
        super(Models.TOKENIZER, new Inference(OptionalInt::empty));
    }

    /** Breaks it, or mends it. */
    public void setBroken(boolean isBroken) {
        failure = isBroken ? new IllegalStateException("The encoder is broken") : null;
    }

    /** Breaks it in a way of its own. */
    public void failWith(RuntimeException way) {
        failure = way;
    }

    @Override
    public List<float[]> encode(List<String> toEncode) {
        RuntimeException now = failure;
        if (now != null) {
            throw now;
        }
        return super.encode(toEncode);
    }
}
