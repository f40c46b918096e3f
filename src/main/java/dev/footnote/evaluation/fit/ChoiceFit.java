package dev.footnote.evaluation.fit;

import dev.footnote.model.ChoiceModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Fits a {@link ChoiceModel}: raises the probability of the candidates that are right, of any of them, or of none where
 * none is. By gradient descent with momentum and a ridge on the standardised weights (Kingma, Ba, "Adam", ICLR 2015);
 * always from the same start, so that the same examples give the same parameters.
 */
final class ChoiceFit {

    private static final int STEPS = 250;
    private static final double RATE = 0.03;

    private ChoiceFit() {}

    /**
     * One question: its candidates' signs, which of them are right, and how much it counts.
     *
     * @param signs of each candidate
     * @param right whether each answers
     * @param weight how much the question counts
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record AskedChoice(List<Map<String, Double>> signs, boolean[] right, double weight) {

        boolean hasRight() {
            for (boolean each : right) {
                if (each) {
                    return true;
                }
            }
            return false;
        }
    }

    static ChoiceModel fit(List<AskedChoice> examples, List<String> names, List<String> noneNames, double ridge) {
        int size = names.size();
        int noneSize = noneNames.size();
        double[] mean = new double[size];
        double[] deviation = new double[size];
        List<double[][]> all = new ArrayList<>();
        long count = 0;
        for (AskedChoice example : examples) {
            double[][] rows = new double[example.signs().size()][size];
            for (int c = 0; c < rows.length; c++) {
                for (int f = 0; f < size; f++) {
                    rows[c][f] = example.signs().get(c).getOrDefault(names.get(f), 0.0);
                    mean[f] += rows[c][f];
                    deviation[f] += rows[c][f] * rows[c][f];
                }
                count++;
            }
            all.add(rows);
        }
        for (int f = 0; f < size; f++) {
            mean[f] /= count;
            deviation[f] = Math.sqrt(Math.max(0, deviation[f] / count - mean[f] * mean[f])) + 1e-6;
        }
        int[] noneAt = noneNames.stream().mapToInt(names::indexOf).toArray();
        List<double[]> allNone = new ArrayList<>();
        for (double[][] rows : all) {
            double[] most = new double[noneSize];
            Arrays.fill(most, Double.NEGATIVE_INFINITY);
            for (double[] row : rows) {
                for (int f = 0; f < size; f++) {
                    row[f] = (row[f] - mean[f]) / deviation[f];
                }
                for (int g = 0; g < noneSize; g++) {
                    most[g] = Math.max(most[g], row[noneAt[g]]);
                }
            }
            allNone.add(most);
        }
        // the candidates' weights, the weights of none, its bias
        double[] weights = new double[size + noneSize + 1];
        double[] momentum = new double[weights.length];
        double[] square = new double[weights.length];
        for (int step = 1; step <= STEPS; step++) {
            double[] gradient = new double[weights.length];
            for (int i = 0; i < weights.length - 1; i++) {
                gradient[i] = ridge * weights[i];
            }
            for (int i = 0; i < all.size(); i++) {
                add(all.get(i), allNone.get(i), examples.get(i), weights, size, gradient);
            }
            double rate = RATE * (1 - step / (STEPS + 50.0));
            for (int i = 0; i < weights.length; i++) {
                momentum[i] = 0.9 * momentum[i] + 0.1 * gradient[i];
                square[i] = 0.99 * square[i] + 0.01 * gradient[i] * gradient[i];
                weights[i] -= rate
                        * (momentum[i] / (1 - Math.pow(0.9, step)))
                        / (Math.sqrt(square[i] / (1 - Math.pow(0.99, step))) + 1e-8);
            }
        }
        return model(names, noneNames, noneAt, weights, mean, deviation);
    }

    private static void add(
            double[][] rows, double[] most, AskedChoice example, double[] weights, int size, double[] gradient) {
        double[] scores = new double[rows.length + 1];
        double top = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < rows.length; c++) {
            double sum = 0;
            for (int f = 0; f < size; f++) {
                sum += weights[f] * rows[c][f];
            }
            scores[c] = sum;
            top = Math.max(top, sum);
        }
        double none = weights[weights.length - 1];
        for (int g = 0; g < most.length; g++) {
            none += weights[size + g] * most[g];
        }
        scores[rows.length] = none;
        top = Math.max(top, none);
        double sum = 0;
        double right = 0;
        boolean isNone = !example.hasRight();
        for (int c = 0; c < scores.length; c++) {
            scores[c] = Math.exp(scores[c] - top);
            sum += scores[c];
            if (c < rows.length ? example.right()[c] : isNone) {
                right += scores[c];
            }
        }
        for (int c = 0; c < scores.length; c++) {
            boolean is = c < rows.length ? example.right()[c] : isNone;
            double slope = example.weight() * (scores[c] / sum - (is ? scores[c] / Math.max(right, 1e-300) : 0));
            if (c < rows.length) {
                for (int f = 0; f < size; f++) {
                    gradient[f] += slope * rows[c][f];
                }
            } else {
                for (int g = 0; g < most.length; g++) {
                    gradient[size + g] += slope * most[g];
                }
                gradient[gradient.length - 1] += slope;
            }
        }
    }

    /** The same model for signs as they are. */
    private static ChoiceModel model(
            List<String> names,
            List<String> noneNames,
            int[] noneAt,
            double[] weights,
            double[] mean,
            double[] deviation) {
        List<Double> plain = new ArrayList<>();
        double shift = 0;
        for (int f = 0; f < names.size(); f++) {
            plain.add(Rounding.of(weights[f] / deviation[f]));
            shift += weights[f] * mean[f] / deviation[f];
        }
        List<Double> none = new ArrayList<>();
        double bias = weights[weights.length - 1] + shift;
        for (int g = 0; g < noneNames.size(); g++) {
            double weight = weights[names.size() + g];
            none.add(Rounding.of(weight / deviation[noneAt[g]]));
            bias -= weight * mean[noneAt[g]] / deviation[noneAt[g]];
        }
        return new ChoiceModel(names, plain, noneNames, none, Rounding.of(bias));
    }
}
