package dev.footnote.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The figures of a check of claims: how well right and wrong ones were distinguished. */
public final class ClaimReport {

    private final List<ClaimOutcome> outcomes;

    ClaimReport(List<ClaimOutcome> outcomes) {
        this.outcomes = List.copyOf(outcomes);
    }

    /**
     * What came of a claim.
     *
     * @param trial the claim
     * @param supported whether it was called supported
     * @param score the probability that it is
     * @param instead what was said to stand in its place; null if nothing
     */
    record ClaimOutcome(ClaimTrial trial, boolean supported, double score, @Nullable String instead) {

        boolean isMiss() {
            return supported != trial.supported();
        }
    }

    /** How many claims there are. */
    public int size() {
        return outcomes.size();
    }

    /** The share of right claims that are called supported. */
    public double recall() {
        return called(outcome -> outcome.trial().supported());
    }

    /** The share of the claims called supported that are right. */
    public double precision() {
        List<ClaimOutcome> called =
                outcomes.stream().filter(ClaimOutcome::supported).toList();
        return share(called, outcome -> outcome.trial().supported());
    }

    /** The mean of the shares of right and of wrong claims that are recognised as such. */
    public double balancedAccuracy() {
        return (recall() + 1 - called(outcome -> !outcome.trial().supported())) / 2;
    }

    /** The share of one kind that is called supported. */
    public double calledSupported(String kind) {
        return called(outcome -> outcome.trial().kind().equals(kind));
    }

    /** All figures, by kind too. */
    String summary() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%d claims: balanced accuracy %.1f%%; supported: precision %.1f%%, recall %.1f%%",
                size(),
                100 * balancedAccuracy(),
                100 * precision(),
                100 * recall()));
        outcomes.stream()
                .map(outcome -> outcome.trial().kind())
                .distinct()
                .sorted(Comparator.comparing((String kind) -> !kind.equals("right"))
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(kind -> text.append(String.format(
                        Locale.ROOT,
                        "%n  %-10s called supported %5.1f%% of %d",
                        kind,
                        100 * calledSupported(kind),
                        outcomes.stream()
                                .filter(each -> each.trial().kind().equals(kind))
                                .count())));
        return text.toString();
    }

    /** All figures, then every miss. */
    public String print() {
        StringBuilder text = new StringBuilder(summary()).append("\n\nmisses");
        outcomes.stream()
                .filter(ClaimOutcome::isMiss)
                .forEach(outcome -> text.append(String.format(
                        Locale.ROOT,
                        "%n%s (%s) called %s, %.2f: %s%n    over: %s%s",
                        outcome.trial().id(),
                        outcome.trial().kind(),
                        outcome.supported() ? "supported" : "not supported",
                        outcome.score(),
                        outcome.trial().claim(),
                        outcome.trial().evidence(),
                        outcome.instead() == null ? "" : "\n    instead: " + outcome.instead())));
        return text.toString();
    }

    private double called(Predicate<ClaimOutcome> which) {
        return share(outcomes.stream().filter(which).toList(), ClaimOutcome::supported);
    }

    private static double share(List<ClaimOutcome> all, Predicate<ClaimOutcome> which) {
        return all.isEmpty() ? 0 : (double) all.stream().filter(which).count() / all.size();
    }
}
