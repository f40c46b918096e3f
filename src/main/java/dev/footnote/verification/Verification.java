package dev.footnote.verification;

import dev.footnote.answer.Support;
import dev.footnote.home.Home;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether sentences support a claim, by what can be measured without an LLM: the claim's names, numbers and dates,
 * negation, closeness, and what the reader makes of claim and sentences together. Safe for use by several threads.
 */
@Singleton
public class Verification {

    private static final Verdict NOTHING = new Verdict(Support.UNSUPPORTED, 0, null);

    private final Comparer comparer;
    private final VerificationModel model;

    Verification(Comparer comparer, Home home) {
        this.comparer = comparer;
        this.model = VerificationModel.read(home.embeddings());
    }

    /**
     * Weighs a claim against sentences.
     *
     * @param claim one sentence
     * @param question what it answers, if it answers something
     * @param sentences what it is to stand on, in the article's order; without any nothing is supported
     */
    public Verdict verify(String claim, @Nullable String question, List<String> sentences) {
        return comparer.compare(claim, question, String.join(" ", sentences))
                .map(this::verdict)
                .orElse(NOTHING);
    }

    /**
     * How well texts fit a claim at a glance, which takes a fraction of the time of {@link #verify}. Comparable between
     * texts of one claim only; higher is better.
     */
    public List<Double> glance(String claim, List<String> texts) {
        return comparer.glance(claim, texts);
    }

    private Verdict verdict(Comparison comparison) {
        double probability = model.probability(comparison.features());
        Support support = model.support(probability);
        return new Verdict(support, probability, support == Support.SUPPORTED ? null : comparison.instead());
    }
}
