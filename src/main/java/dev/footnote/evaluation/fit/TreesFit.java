package dev.footnote.evaluation.fit;

import dev.footnote.evaluation.fit.LogisticFit.Labelled;
import dev.footnote.model.TreesModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fits a {@link TreesModel}: each tree takes a step against what those before it left wrong (second order, as Chen,
 * Guestrin, "XGBoost", KDD 2016). Nothing in it is random, so the same examples give the same trees.
 */
final class TreesFit {

    private static final int TREES = 100;
    private static final double RATE = 0.07;
    private static final double RIDGE = 8;
    /** A sign is cut at so many places at most. */
    private static final int BOUNDS = 15;

    private static final int FEWEST = 20;
    private static final double LEAST_GAIN = 1e-3;

    private final List<Labelled> examples;
    private final double[][] bounds;
    /** For each example and sign how many bounds lie at the sign or below it. */
    private final int[][] bins;

    private final double[] slopes;
    private final double[] bends;

    private TreesFit(List<Labelled> examples, int signs) {
        this.examples = examples;
        this.bounds = new double[signs][];
        this.bins = new int[examples.size()][signs];
        this.slopes = new double[examples.size()];
        this.bends = new double[examples.size()];
        for (int sign = 0; sign < signs; sign++) {
            int of = sign;
            double[] sorted = examples.stream()
                    .mapToDouble(example -> example.signs()[of])
                    .sorted()
                    .toArray();
            bounds[sign] = bounds(sorted);
            for (int i = 0; i < bins.length; i++) {
                int bin = 0;
                while (bin < bounds[sign].length
                        && bounds[sign][bin] <= examples.get(i).signs()[sign]) {
                    bin++;
                }
                bins[i][sign] = bin;
            }
        }
    }

    /** Values between which about as many examples lie. */
    private static double[] bounds(double[] sorted) {
        List<Double> bounds = new ArrayList<>();
        for (int k = 1; k <= BOUNDS && sorted.length > 0; k++) {
            double bound = Rounding.of(sorted[(int) ((long) k * (sorted.length - 1) / (BOUNDS + 1))]);
            if (bounds.isEmpty() || bounds.get(bounds.size() - 1) < bound) {
                bounds.add(bound);
            }
        }
        return bounds.stream().mapToDouble(each -> each).toArray();
    }

    static TreesModel fit(List<Labelled> examples, List<String> names) {
        return new TreesFit(examples, names.size()).fit(names);
    }

    private TreesModel fit(List<String> names) {
        double right = 0;
        double all = 0;
        for (Labelled example : examples) {
            right += example.right() ? example.weight() : 0;
            all += example.weight();
        }
        double bias = Rounding.of(Math.log((right + 0.5) / (all - right + 0.5)));
        double[] odds = new double[examples.size()];
        Arrays.fill(odds, bias);
        List<TreesModel.Tree> trees = new ArrayList<>();
        for (int t = 0; t < TREES; t++) {
            for (int i = 0; i < odds.length; i++) {
                Labelled example = examples.get(i);
                double probability = 1 / (1 + Math.exp(-odds[i]));
                slopes[i] = example.weight() * ((example.right() ? 1 : 0) - probability);
                bends[i] = example.weight() * probability * (1 - probability);
            }
            TreesModel.Tree tree = tree();
            trees.add(tree);
            for (int i = 0; i < odds.length; i++) {
                odds[i] += tree.value(examples.get(i).signs());
            }
        }
        return new TreesModel(names, trees, bias);
    }

    /** A question whose bound lies above all examples is none: all go below. */
    private record SplitQuestion(int sign, int bin, double bound) {}

    private TreesModel.Tree tree() {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < bins.length; i++) {
            all.add(i);
        }
        SplitQuestion first = best(all);
        List<Integer> below = side(all, first, true);
        List<Integer> above = side(all, first, false);
        SplitQuestion second = best(below);
        SplitQuestion third = best(above);
        return new TreesModel.Tree(
                List.of(first.sign(), second.sign(), third.sign()),
                List.of(first.bound(), second.bound(), third.bound()),
                List.of(
                        step(side(below, second, true)),
                        step(side(below, second, false)),
                        step(side(above, third, true)),
                        step(side(above, third, false))));
    }

    private List<Integer> side(List<Integer> some, SplitQuestion question, boolean isBelow) {
        return some.stream()
                .filter(i -> (bins[i][question.sign()] <= question.bin()) == isBelow)
                .toList();
    }

    private double step(List<Integer> some) {
        double slope = 0;
        double bend = 0;
        for (int i : some) {
            slope += slopes[i];
            bend += bends[i];
        }
        return Rounding.of(RATE * slope / (bend + RIDGE));
    }

    /** The question that parts some examples best. */
    private SplitQuestion best(List<Integer> some) {
        SplitQuestion best = new SplitQuestion(0, Integer.MAX_VALUE, Double.MAX_VALUE);
        if (some.size() < FEWEST) {
            return best;
        }
        double most = LEAST_GAIN;
        for (int sign = 0; sign < bounds.length; sign++) {
            double[] slope = new double[bounds[sign].length + 1];
            double[] bend = new double[bounds[sign].length + 1];
            double allSlope = 0;
            double allBend = 0;
            for (int i : some) {
                slope[bins[i][sign]] += slopes[i];
                bend[bins[i][sign]] += bends[i];
                allSlope += slopes[i];
                allBend += bends[i];
            }
            double whole = allSlope * allSlope / (allBend + RIDGE);
            double slopeBelow = 0;
            double bendBelow = 0;
            for (int bin = 0; bin < bounds[sign].length; bin++) {
                slopeBelow += slope[bin];
                bendBelow += bend[bin];
                double above = allSlope - slopeBelow;
                double gain = slopeBelow * slopeBelow / (bendBelow + RIDGE)
                        + above * above / (allBend - bendBelow + RIDGE)
                        - whole;
                if (gain > most) {
                    most = gain;
                    best = new SplitQuestion(sign, bin, bounds[sign][bin]);
                }
            }
        }
        return best;
    }
}
