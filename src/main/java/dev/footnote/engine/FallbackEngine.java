package dev.footnote.engine;

/** Has another engine answer where the first one fails. Safe for use by several threads. */
public final class FallbackEngine implements Engine {

    private final Engine first;
    private final Engine other;

    /**
     * @param first the engine that is asked
     * @param other the one that answers where it fails
     */
    public FallbackEngine(Engine first, Engine other) {
        this.first = first;
        this.other = other;
    }

    @Override
    public Reply answer(Inquiry inquiry, Route route, Listener listener) {
        try {
            return first.answer(inquiry, route, listener);
        } catch (EngineFailedException e) {
            listener.reset();
            return other.answer(inquiry, route, Listener.NONE)
                    .warning("The language model did not answer (" + e.getMessage()
                            + "); this is the answer of the built-in reader.")
                    .inPlaceOfAnother();
        }
    }
}
