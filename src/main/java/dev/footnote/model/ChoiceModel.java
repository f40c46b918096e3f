package dev.footnote.model;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;

/**
 * Which of several candidates is the one, or that none is: each candidate gets a score from its signs, "none" gets one
 * from the signs of all, and the scores are shared out as probabilities that add up to 1. Its parameters are kept as
 * JSON.
 *
 * @param signs the names of a candidate's signs
 * @param weights one for each, as it is
 * @param noneSigns the names of the signs that speak for "none"; of each the highest among the candidates counts
 * @param noneWeights one for each
 * @param noneBias what is added to the score of "none"
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ChoiceModel(
        List<String> signs, List<Double> weights, List<String> noneSigns, List<Double> noneWeights, double noneBias) {

    public ChoiceModel {
        signs = List.copyOf(signs);
        weights = List.copyOf(weights);
        noneSigns = List.copyOf(noneSigns);
        noneWeights = List.copyOf(noneWeights);
        if (signs.size() != weights.size() || noneSigns.size() != noneWeights.size()) {
            throw new IllegalArgumentException("A choice model needs a weight for each of its signs");
        }
    }

    /**
     * The probability of each candidate, in their order, and of none, the last.
     *
     * @throws IllegalArgumentException if a sign that it weighs is missing
     */
    public double[] probabilities(List<Map<String, Double>> candidates) {
        double[] scores = new double[candidates.size() + 1];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < candidates.size(); i++) {
            scores[i] = LogisticModel.weighed(signs, weights, candidates.get(i));
            most = Math.max(most, scores[i]);
        }
        double none = noneBias;
        for (int i = 0; i < noneWeights.size() && !candidates.isEmpty(); i++) {
            String sign = noneSigns.get(i);
            none += noneWeights.get(i)
                    * candidates.stream()
                            .mapToDouble(each -> each.getOrDefault(sign, 0.0))
                            .max()
                            .orElseThrow();
        }
        scores[candidates.size()] = none;
        most = Math.max(most, none);
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Math.exp(scores[i] - most);
            sum += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= sum;
        }
        return scores;
    }
}
