package dev.footnote.model;

import java.util.Map;

/**
 * How likely something is by two models that err differently: the mean of the logarithms of their odds.
 *
 * @param logistic which weighs each sign by itself, and does well with few examples
 * @param trees which see signs together
 */
public record BlendedModel(LogisticModel logistic, TreesModel trees) {

    /**
     * The probability, from 0 to 1.
     *
     * @throws IllegalArgumentException if a sign that one of them looks at is missing
     */
    public double probability(Map<String, Double> seen) {
        return LogisticModel.sigmoid((logistic.odds(seen) + trees.odds(seen)) / 2);
    }
}
