package dev.footnote.evaluation.growth;

import java.util.List;

/**
 * What one size of the index gave.
 *
 * @param passages how many there are
 * @param mixed how many of them are mixed, not real
 * @param bytes the index on disk
 * @param heap all that is in use after a collection with the index open, in bytes
 * @param perSecond passages that were indexed a second, vectors given, until all is merged and on disk
 * @param search of words and vectors with the fusion of both lists
 * @param processor the same, of the processor alone, which other programs disturb less
 * @param encoding of a question
 * @param foundInAll for how many questions a sentence that answers was retrieved, asked of all articles
 * @param foundInOwn the same, asked of its own article only
 */
record GrowthRow(
        int passages,
        int mixed,
        long bytes,
        long heap,
        double perSecond,
        Times search,
        Times processor,
        Times encoding,
        int foundInAll,
        int foundInOwn) {

    /**
     * How long something took, in milliseconds.
     *
     * @param half took no longer
     * @param most 95 of 100 took no longer
     */
    record Times(double half, double most) {

        private static final double MOST = 0.95;

        static Times of(List<Double> all) {
            return new Times(quantile(all, 0.5), quantile(all, MOST));
        }

        private static double quantile(List<Double> times, double share) {
            List<Double> sorted = times.stream().sorted().toList();
            return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size())));
        }
    }
}
