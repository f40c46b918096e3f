package dev.footnote.engine;

import dev.footnote.answer.Support;
import java.util.List;

/**
 * A sentence that a model wrote, checked against the sentences it cites.
 *
 * @param before the model's white space and list signs between the sentence before and this one
 * @param text the sentence without markers
 * @param support how far everything it cites, taken together, carries it; unsupported where it cites nothing
 * @param supportScore the probability that it does
 * @param evidence each place it cites, in the model's order; empty where it cites nothing that was given
 */
public record CheckedSentence(
        String before, String text, Support support, double supportScore, List<Evidence> evidence) {

    public CheckedSentence {
        evidence = List.copyOf(evidence);
    }
}
