package dev.footnote.engine;

import dev.footnote.retrieval.RetrievedPassage;
import java.util.List;

/** Told what happens while an engine answers, on the thread that asked it. */
public interface Listener {

    /** Hears nothing. */
    Listener NONE = new Listener() {};

    /** These passages are read; none where nothing need be read. Called once, before any sentence. */
    default void found(List<RetrievedPassage> passages) {}

    /** The next sentence of the answer, before the answer is complete. */
    default void say(CheckedSentence sentence) {}

    /** The sentences said so far are void. */
    default void reset() {}
}
