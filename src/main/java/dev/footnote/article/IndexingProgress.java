package dev.footnote.article;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How far an article is on its way into the index.
 *
 * @param state where it is
 * @param fraction of its passages that are embedded, 0 to 1
 */
public record IndexingProgress(State state, double fraction) {

    /** Where an article is. */
    public enum State {
        /** It can be read but not asked yet. */
        @JsonProperty("indexing")
        INDEXING,
        /** It can be asked. */
        @JsonProperty("ready")
        READY,
        /** It could not be indexed; the log says why. It is tried again at the next start. */
        @JsonProperty("failed")
        FAILED
    }

    /** An article that can be asked. */
    public static final IndexingProgress READY = new IndexingProgress(State.READY, 1);
}
