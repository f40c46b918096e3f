package dev.footnote.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * A claim with sentences, and whether they support it.
 *
 * @param id names it
 * @param kind what is right or wrong about it, such as {@code right}, {@code name} or {@code negation}
 * @param claim one sentence
 * @param question what it answers; null if that is not said
 * @param evidence the sentences it is weighed against
 * @param supported whether they support it
 * @param textId the text it is about; claims of one text are held out together
 */
public record ClaimTrial(
        String id,
        String kind,
        String claim,
        @Nullable String question,
        String evidence,
        boolean supported,
        String textId) {}
