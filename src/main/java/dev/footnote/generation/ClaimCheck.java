package dev.footnote.generation;

import dev.footnote.verification.Verdict;
import java.util.List;

/** Weighs what a model says. */
@FunctionalInterface
interface ClaimCheck {

    /**
     * As {@link dev.footnote.verification.Verification#verify}, of a claim by itself: of several sentences only one may
     * answer the question, and an overview answers none.
     */
    Verdict verify(String claim, List<String> sentences);
}
