package dev.footnote.evaluation;

import java.util.List;

/**
 * How long something takes that was done many times, in milliseconds.
 *
 * @param half half of the times are no longer
 * @param most 95 of 100 are no longer
 */
public record Times(double half, double most) {

    private static final double MOST = 0.95;

    /** Sums up times in milliseconds; there must be at least one. */
    public static Times of(List<Double> all) {
        List<Double> sorted = all.stream().sorted().toList();
        return new Times(quantile(sorted, 0.5), quantile(sorted, MOST));
    }

    private static double quantile(List<Double> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size())));
    }
}
