package dev.footnote.verification;

import dev.footnote.answer.Support;
import dev.footnote.home.Home;
import dev.footnote.text.FoldedText;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Decides whether sentences support a claim, by what can be measured without an LLM: what reader and judge say of the claim,
 * its names, numbers, dates and units, contrary words, negation, and who did what to whom. Safe for use by several threads.
 */
@Singleton
public class Verification {

    private static final Verdict NOTHING = new Verdict(Support.UNSUPPORTED, 0, null);
    private static final Verdict VERBATIM = new Verdict(Support.SUPPORTED, 1, null);

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{Sc}%]+");

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
     * @param sentences what it is to stand on, in the article's order; without any nothing is supported
     */
    public Verdict verify(String claim, List<String> sentences) {
        // What an article says, it says, however long and involved the sentence is.
        if (sentences.stream().anyMatch(sentence -> words(sentence).equals(words(claim)))) {
            return VERBATIM;
        }
        String text = String.join(" ", sentences);
        return comparer.signs(claim, text)
                .map(signs -> verdict(claim, text, model.probability(signs)))
                .orElse(NOTHING);
    }

    /**
     * How well texts fit a claim at a glance, which takes a fraction of the time of {@link #verify}. Comparable between
     * texts of one claim only; higher is better.
     */
    public List<Double> glance(String claim, List<String> texts) {
        return comparer.glance(claim, texts);
    }

    private static String words(String text) {
        return BETWEEN_WORDS
                .matcher(FoldedText.keepingCase(text).text())
                .replaceAll(" ")
                .strip();
    }

    private Verdict verdict(String claim, String text, double probability) {
        Support support = model.support(probability);
        return new Verdict(support, probability, support == Support.SUPPORTED ? null : comparer.instead(claim, text));
    }
}
