package dev.footnote.generation;

import dev.footnote.verification.Verdict;
import java.util.List;

/** Checks a sentence that a model wrote against the sentences it cites. */
@FunctionalInterface
interface ClaimCheck {

    /**
     * As {@link dev.footnote.verification.Verification#verify}, of a claim by itself: of several sentences only one may
     * answer the question, and an overview answers none.
     */
    Verdict verify(String claim, List<String> sentences);
}
