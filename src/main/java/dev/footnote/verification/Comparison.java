package dev.footnote.verification;

import org.jspecify.annotations.Nullable;

/**
 * What was found when a claim was compared with sentences.
 *
 * @param features what tells
 * @param instead what the sentences say where the claim says something else; null where that is not known
 */
public record Comparison(Features features, @Nullable String instead) {}
