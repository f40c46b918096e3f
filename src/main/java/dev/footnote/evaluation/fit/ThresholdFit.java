package dev.footnote.evaluation.fit;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Finds from which probability on something may be said. */
final class ThresholdFit {

    private ThresholdFit() {}

    /**
     * The lowest probability from which on all, taken together, are as often right as wanted; 1 where there is none.
     *
     * @param weight how much each counts
     * @param precision the share, by weight, that has to be right
     * @param fewest a share of fewer than these is none
     */
    static <T> double from(
            List<T> all,
            ToDoubleFunction<T> probability,
            ToDoubleFunction<T> weight,
            Predicate<T> right,
            double precision,
            int fewest) {
        List<T> surest = all.stream()
                .sorted(Comparator.comparingDouble(probability).reversed())
                .toList();
        double from = 1;
        double above = 0;
        double rights = 0;
        for (int i = 0; i < surest.size(); i++) {
            T each = surest.get(i);
            above += weight.applyAsDouble(each);
            rights += right.test(each) ? weight.applyAsDouble(each) : 0;
            if (rights >= precision * above && i + 1 >= fewest) {
                from = probability.applyAsDouble(each);
            }
        }
        return from;
    }
}
