package dev.footnote.evaluation.fit;

import dev.footnote.model.LogisticModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fits a {@link LogisticModel} with a ridge on the standardised weights, by gradient descent with momentum (as {@link
 * ChoiceFit}); always from the same start.
 */
final class LogisticFit {

    private static final int STEPS = 300;
    private static final double RATE = 0.05;

    private LogisticFit() {}

    /**
     * One case.
     *
     * @param signs in the order of their names
     * @param right whether it came true
     * @param weight how much it counts
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Labelled(double[] signs, boolean right, double weight) {

        /** One whose signs are the numbers of a vector. */
        static Labelled of(float[] vector, boolean right, double weight) {
            return new Labelled(
                    IntStream.range(0, vector.length)
                            .mapToDouble(i -> vector[i])
                            .toArray(),
                    right,
                    weight);
        }
    }

    /** A model of vectors, of which there is one at least: the signs are named by their places. */
    static LogisticModel fit(List<Labelled> vectors, double ridge) {
        List<String> names = IntStream.range(0, vectors.get(0).signs().length)
                .mapToObj(Integer::toString)
                .toList();
        return fit(vectors, names, ridge);
    }

    static LogisticModel fit(List<Labelled> examples, List<String> names, double ridge) {
        int size = examples.isEmpty() ? names.size() : examples.get(0).signs().length;
        double[] mean = new double[size];
        double[] deviation = new double[size];
        for (Labelled example : examples) {
            for (int f = 0; f < size; f++) {
                mean[f] += example.signs()[f] / examples.size();
                deviation[f] += example.signs()[f] * example.signs()[f] / examples.size();
            }
        }
        for (int f = 0; f < size; f++) {
            deviation[f] = Math.sqrt(Math.max(0, deviation[f] - mean[f] * mean[f])) + 1e-6;
        }
        double[][] rows = new double[examples.size()][size];
        for (int i = 0; i < rows.length; i++) {
            for (int f = 0; f < size; f++) {
                rows[i][f] = (examples.get(i).signs()[f] - mean[f]) / deviation[f];
            }
        }
        double[] weights = new double[size + 1];
        double[] momentum = new double[size + 1];
        double[] square = new double[size + 1];
        for (int step = 1; step <= STEPS; step++) {
            double[] gradient = new double[size + 1];
            for (int f = 0; f < size; f++) {
                gradient[f] = ridge * weights[f];
            }
            for (int i = 0; i < rows.length; i++) {
                double sum = weights[size];
                for (int f = 0; f < size; f++) {
                    sum += weights[f] * rows[i][f];
                }
                Labelled example = examples.get(i);
                double slope = example.weight() * (1 / (1 + Math.exp(-sum)) - (example.right() ? 1 : 0));
                for (int f = 0; f < size; f++) {
                    gradient[f] += slope * rows[i][f];
                }
                gradient[size] += slope;
            }
            double rate = RATE * (1 - step / (STEPS + 30.0));
            for (int f = 0; f <= size; f++) {
                momentum[f] = 0.9 * momentum[f] + 0.1 * gradient[f];
                square[f] = 0.99 * square[f] + 0.01 * gradient[f] * gradient[f];
                weights[f] -= rate
                        * (momentum[f] / (1 - Math.pow(0.9, step)))
                        / (Math.sqrt(square[f] / (1 - Math.pow(0.99, step))) + 1e-8);
            }
        }
        List<Double> plain = new ArrayList<>();
        double bias = weights[size];
        for (int f = 0; f < size; f++) {
            plain.add(Rounding.of(weights[f] / deviation[f]));
            bias -= weights[f] * mean[f] / deviation[f];
        }
        return new LogisticModel(names, plain, Rounding.of(bias));
    }
}
