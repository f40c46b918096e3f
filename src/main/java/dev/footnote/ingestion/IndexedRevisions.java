package dev.footnote.ingestion;

import java.util.Set;

/**
 * Tells the replicas that share a library which texts are in the index, and who puts the others there. Where there is only one
 * process nothing is told. Safe for use by several threads.
 */
public interface IndexedRevisions {

    /** Whether there may be other replicas. */
    boolean areShared();

    /** Tells all that an article's passages are in the index, unless it has another text by now. */
    void indexed(String articleId, String revision);

    /**
     * Whether the passages of an article were put into the index, as the library was when something was last asked of it. Costs
     * little.
     */
    boolean areIndexed(String articleId);

    /** The articles that another living replica is about to put into the index. */
    Set<String> ofOthers();

    /** The articles that are not in the index and whose replica is gone. */
    Set<String> abandoned();
}
