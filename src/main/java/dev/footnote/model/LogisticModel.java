package dev.footnote.model;

import java.util.List;
import java.util.Map;

/**
 * How likely something is, given signs by their names: a logistic model whose parameters are kept as JSON.
 *
 * @param signs the names of the signs it weighs
 * @param weights one for each sign, as it is
 * @param bias what is added
 */
public record LogisticModel(List<String> signs, List<Double> weights, double bias) {

    /** A model without signs, which gives every case the same probability. */
    public static final LogisticModel SILENT = new LogisticModel(List.of(), List.of(), 0);

    public LogisticModel {
        signs = List.copyOf(signs);
        weights = List.copyOf(weights);
        if (signs.size() != weights.size()) {
            throw new IllegalArgumentException("A logistic model needs a weight for each of its " + signs.size()
                    + " signs, not " + weights.size());
        }
    }

    /**
     * The probability, from 0 to 1.
     *
     * @throws IllegalArgumentException if a sign that it weighs is missing
     */
    public double probability(Map<String, Double> seen) {
        return sigmoid(odds(seen));
    }

    /** The logarithm of the odds. */
    double odds(Map<String, Double> seen) {
        return bias + weighed(signs, weights, seen);
    }

    /** The probability for a vector whose numbers are the signs, in their order. */
    public double probability(float[] vector) {
        return sigmoid(odds(vector));
    }

    /** The logarithm of the odds for a vector whose numbers are the signs, in their order. */
    public double odds(float[] vector) {
        double sum = bias;
        for (int i = 0; i < weights.size(); i++) {
            sum += weights.get(i) * vector[i];
        }
        return sum;
    }

    static double weighed(List<String> signs, List<Double> weights, Map<String, Double> seen) {
        double sum = 0;
        for (int i = 0; i < weights.size(); i++) {
            sum += weights.get(i) * value(signs.get(i), seen);
        }
        return sum;
    }

    static double value(String sign, Map<String, Double> seen) {
        Double value = seen.get(sign);
        if (value == null) {
            throw new IllegalArgumentException("The parameters weigh \"" + sign
                    + "\", which this version does not see. Run the command fit to make them anew.");
        }
        return value;
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
