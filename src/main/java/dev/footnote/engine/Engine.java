package dev.footnote.engine;

/** Answers questions. Implementations are safe for use by several threads. */
public interface Engine {

    /**
     * Answers a question.
     *
     * @param inquiry the question, and where to look
     * @param route what it wants, as it was understood
     * @param listener receives what happens on the way, on the calling thread
     * @return what is said; if sentences were handed to the listener since its last reset, these are the reply's
     * @throws EngineFailedException if it cannot answer now; another engine may
     */
    Reply answer(Inquiry inquiry, Route route, Listener listener);
}
