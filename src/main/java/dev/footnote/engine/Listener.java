package dev.footnote.engine;

import dev.footnote.retrieval.RetrievedPassage;
import java.util.List;

/** Receives what happens while an engine answers, on the thread that asked it. */
public interface Listener {

    /** Ignores everything. */
    Listener NONE = new Listener() {};

    /** These passages are read; none where nothing need be read. Called once, before any sentence. */
    default void found(List<RetrievedPassage> passages) {}

    /** The next sentence of the answer, before the answer is complete. */
    default void say(CheckedSentence sentence) {}

    /** Called when the sentences passed on so far are no part of the answer any more. */
    default void reset() {}
}
