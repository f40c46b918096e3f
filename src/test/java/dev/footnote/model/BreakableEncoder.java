package dev.footnote.model;

import java.util.List;
import java.util.OptionalInt;

/** The real encoder, which fails while it is broken. */
public final class BreakableEncoder extends Encoder {

    private volatile boolean broken;

    public BreakableEncoder() {
        super(Models.TOKENIZER, new Inference(OptionalInt::empty));
    }

    /** Breaks it, or mends it. */
    public void setBroken(boolean isBroken) {
        broken = isBroken;
    }

    @Override
    public List<float[]> encode(List<String> toEncode) {
        if (broken) {
            throw new IllegalStateException("The encoder is broken");
        }
        return super.encode(toEncode);
    }
}
