package dev.footnote.model;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/** The real encoder, which counts the texts that it was given. */
public final class CountingEncoder extends Encoder {

    private final AtomicInteger texts = new AtomicInteger();

    public CountingEncoder() {
        super(Models.TOKENIZER, new Inference(OptionalInt::empty));
    }

    @Override
    public List<float[]> encode(List<String> toEncode) {
        texts.addAndGet(toEncode.size());
        return super.encode(toEncode);
    }

    /** How many texts it was given since the last call. */
    public int counted() {
        return texts.getAndSet(0);
    }
}
