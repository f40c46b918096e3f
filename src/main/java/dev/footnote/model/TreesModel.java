package dev.footnote.model;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;

/**
 * How likely something is, given signs by their names: many small decision trees, each of which asks two questions and
 * adds a little for or against (Friedman, "Greedy function approximation: a gradient boosting machine", 2001). It sees
 * what only matters together, which a {@link LogisticModel} does not. Its parameters are kept as JSON.
 *
 * @param signs the names of the signs it looks at
 * @param trees each added to the others
 * @param bias what is added besides
 */
@JsonNaming(SnakeCaseStrategy.class)
public record TreesModel(List<String> signs, List<Tree> trees, double bias) {

    /** A tree has so many questions: the first, and one for each of its answers. */
    public static final int QUESTIONS = 3;

    public TreesModel {
        signs = List.copyOf(signs);
        trees = List.copyOf(trees);
        for (Tree tree : trees) {
            for (int sign : tree.signs()) {
                if (sign < 0 || sign >= signs.size()) {
                    throw new IllegalArgumentException("A tree asks for sign " + sign + " of " + signs.size());
                }
            }
        }
    }

    /**
     * One tree: its first question, then the one that is asked below the first one's bound, then the one above it.
     *
     * @param signs which sign each question is about, by its number
     * @param bounds each question is whether its sign is below this
     * @param values what is added: below and below, below and above, above and below, above and above
     */
    public record Tree(List<Integer> signs, List<Double> bounds, List<Double> values) {

        public Tree {
            signs = List.copyOf(signs);
            bounds = List.copyOf(bounds);
            values = List.copyOf(values);
            if (signs.size() != QUESTIONS || bounds.size() != QUESTIONS || values.size() != QUESTIONS + 1) {
                throw new IllegalArgumentException("A tree needs three questions and four values");
            }
        }

        /** What the tree adds for signs in the order of their numbers. */
        public double value(double[] seen) {
            boolean isBelow = seen[signs.get(0)] < bounds.get(0);
            int second = isBelow ? 1 : 2;
            int leaf = (isBelow ? 0 : 2) + (seen[signs.get(second)] < bounds.get(second) ? 0 : 1);
            return values.get(leaf);
        }
    }

    /**
     * The logarithm of the odds.
     *
     * @throws IllegalArgumentException if a sign that it looks at is missing
     */
    double odds(Map<String, Double> seen) {
        double[] values = new double[signs.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = LogisticModel.value(signs.get(i), seen);
        }
        double sum = bias;
        for (Tree tree : trees) {
            sum += tree.value(values);
        }
        return sum;
    }

    /**
     * The probability, from 0 to 1.
     *
     * @throws IllegalArgumentException if a sign that it looks at is missing
     */
    public double probability(Map<String, Double> seen) {
        return LogisticModel.sigmoid(odds(seen));
    }
}
