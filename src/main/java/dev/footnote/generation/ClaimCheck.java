package dev.footnote.generation;

import dev.footnote.verification.Verdict;
import java.util.List;

/** Weighs what a model says. */
@FunctionalInterface
interface ClaimCheck {

    /** As {@link dev.footnote.verification.Verification#verify}. */
    Verdict verify(String claim, String question, List<String> sentences);
}
