package dev.footnote.evaluation;

import java.util.List;

/**
 * Fits a logistic model by Newton's method, with a small ridge on the standardised weights so that a fit always exists.
 */
final class LogisticRegression {

    private static final int MOST_STEPS = 50;
    private static final double SETTLED = 1e-9;
    private static final double RIDGE = 1;

    private LogisticRegression() {}

    /** One case: what was seen, whether it was right, and how much it counts. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Example(double[] features, boolean right, double weight) {}

    /** Weights for the features as they are, then the bias. */
    static double[] fit(List<Example> examples) {
        int size = examples.get(0).features().length;
        double[] mean = new double[size];
        double[] scale = new double[size];
        for (int i = 0; i < size; i++) {
            int feature = i;
            mean[i] = examples.stream()
                    .mapToDouble(each -> each.features()[feature])
                    .average()
                    .orElse(0);
            double centre = mean[i];
            double variance = examples.stream()
                    .mapToDouble(each -> Math.pow(each.features()[feature] - centre, 2))
                    .average()
                    .orElse(0);
            scale[i] = Math.sqrt(variance) + 1e-9;
        }
        double[] weights = new double[size + 1];
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] gradient = new double[size + 1];
            double[][] curvature = new double[size + 1][size + 1];
            for (Example example : examples) {
                double[] x = new double[size + 1];
                for (int i = 0; i < size; i++) {
                    x[i] = (example.features()[i] - mean[i]) / scale[i];
                }
                x[size] = 1;
                double sum = 0;
                for (int i = 0; i <= size; i++) {
                    sum += weights[i] * x[i];
                }
                double p = 1 / (1 + Math.exp(-sum));
                double slope = example.weight() * (p - (example.right() ? 1 : 0));
                double bend = example.weight() * p * (1 - p);
                for (int i = 0; i <= size; i++) {
                    gradient[i] += slope * x[i];
                    for (int k = 0; k <= size; k++) {
                        curvature[i][k] += bend * x[i] * x[k];
                    }
                }
            }
            for (int i = 0; i < size; i++) {
                gradient[i] += RIDGE * weights[i];
                curvature[i][i] += RIDGE;
            }
            curvature[size][size] += 1e-9;
            double[] move = solve(curvature, gradient);
            double moved = 0;
            for (int i = 0; i <= size; i++) {
                weights[i] -= move[i];
                moved += move[i] * move[i];
            }
            if (moved < SETTLED) {
                break;
            }
        }
        for (int i = 0; i < size; i++) {
            weights[i] /= scale[i];
            weights[size] -= weights[i] * mean[i];
        }
        return weights;
    }

    /** Gaussian elimination with pivots, in place. */
    private static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int row = column + 1; row < size; row++) {
                if (Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column])) {
                    pivot = row;
                }
            }
            double[] swapped = matrix[column];
            matrix[column] = matrix[pivot];
            matrix[pivot] = swapped;
            double value = right[column];
            right[column] = right[pivot];
            right[pivot] = value;
            for (int row = column + 1; row < size; row++) {
                double factor = matrix[row][column] / matrix[column][column];
                for (int k = column; k < size; k++) {
                    matrix[row][k] -= factor * matrix[column][k];
                }
                right[row] -= factor * right[column];
            }
        }
        double[] solution = new double[size];
        for (int row = size - 1; row >= 0; row--) {
            double sum = right[row];
            for (int k = row + 1; k < size; k++) {
                sum -= matrix[row][k] * solution[k];
            }
            solution[row] = sum / matrix[row][row];
        }
        return solution;
    }
}
