package dev.footnote.evaluation.fit;

import dev.footnote.evaluation.ClaimTrial;
import dev.footnote.model.BlendedModel;
import dev.footnote.verification.ClaimSigns;
import dev.footnote.verification.VerificationModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Fits how signs tell that a text supports a claim. Right and wrong claims count alike together; of the wrong ones a kind
 * counts by the square root of its number, so that common kinds do not drown rare ones.
 */
final class ClaimFit {

    /** The kinds of wrong claims that are a right one with one thing changed. */
    static final Set<String> CHANGED =
            Set.of("name", "number", "date", "negation", "affirmation", "opposite", "verb", "unit", "role");

    /** The kinds of claims that are about something else than their sentence. */
    private static final Set<String> ELSEWHERE = Set.of("elsewhere", "foreign");

    private static final int FOLDS = 10;
    private static final double RIDGE = 2;

    /** What a claim that a person wrote counts: there are few of them, and they are what people check. */
    private static final double WRITTEN = 10;

    /** This share of the claims with one thing changed may be called supported. */
    private static final double MOST_CHANGED = 0.05;

    /** This share of right claims may be called unsupported. */
    private static final double LOST = 0.05;

    /** This share of claims about something else may be called partly supported. */
    private static final double MOST_ELSEWHERE = 0.1;

    private final List<Sample> samples;
    private final String about;

    ClaimFit(List<Sample> samples, String reader) {
        this.samples = samples;
        this.about = "Fitted by the command fit for the reader " + reader
                + " on claims made of question sets: questions and answers as statements, sentences, shorter ones, and all"
                + " of them with one thing changed.";
    }

    /**
     * A claim and what is seen of it.
     *
     * @param trial the claim
     * @param signs by name
     * @param written whether a person wrote it, so that it counts more
     */
    record Sample(ClaimTrial trial, Map<String, Double> signs, boolean written) {

        double[] values() {
            return ClaimSigns.NAMES.stream()
                    .mapToDouble(name -> signs.getOrDefault(name, 0.0))
                    .toArray();
        }
    }

    /**
     * A claim as a model sees it that saw none of its text.
     *
     * @param trial the claim
     * @param probability that it is supported
     * @param weight how much it counts
     */
    record HeldOutClaim(ClaimTrial trial, double probability, double weight) {}

    /**
     * What was fitted.
     *
     * @param model on all claims
     * @param heldOut each claim by a model that saw none of its text
     */
    record FittedCheck(VerificationModel model, List<HeldOutClaim> heldOut) {}

    FittedCheck fit() {
        Map<ClaimTrial, Double> weights = weights();
        List<String> texts = samples.stream()
                .map(sample -> sample.trial().textId())
                .distinct()
                .sorted()
                .toList();
        Map<String, Integer> folds = new HashMap<>();
        texts.forEach(text -> folds.put(text, texts.indexOf(text) % FOLDS));
        List<HeldOutClaim> heldOut = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int number = fold;
            Map<Boolean, List<Sample>> parts = samples.stream()
                    .collect(Collectors.partitioningBy(
                            sample -> folds.getOrDefault(sample.trial().textId(), 0) == number));
            List<Sample> out = parts.getOrDefault(true, List.of());
            if (!out.isEmpty()) {
                BlendedModel others = fit(parts.getOrDefault(false, List.of()), weights);
                out.forEach(sample -> heldOut.add(new HeldOutClaim(
                        sample.trial(),
                        others.probability(sample.signs()),
                        weights.getOrDefault(sample.trial(), 1.0))));
            }
        }
        double supportedFrom = supportedFrom(heldOut);
        double partialFrom = partialFrom(heldOut, supportedFrom);
        return new FittedCheck(
                new VerificationModel(about, fit(samples, weights), partialFrom, supportedFrom), heldOut);
    }

    private Map<ClaimTrial, Double> weights() {
        Map<String, Long> counts = samples.stream()
                .collect(Collectors.groupingBy(sample -> sample.trial().kind(), Collectors.counting()));
        double right =
                samples.stream().filter(sample -> sample.trial().supported()).count();
        double roots = samples.stream()
                .filter(sample -> !sample.trial().supported())
                .map(sample -> sample.trial().kind())
                .distinct()
                .mapToDouble(kind -> Math.sqrt(counts.getOrDefault(kind, 0L)))
                .sum();
        Map<ClaimTrial, Double> weights = new HashMap<>();
        for (Sample sample : samples) {
            ClaimTrial trial = sample.trial();
            double count = counts.getOrDefault(trial.kind(), 1L);
            double weight = trial.supported() ? 1 : right / (roots * Math.sqrt(count));
            weights.put(trial, sample.written() ? WRITTEN * weight : weight);
        }
        return weights;
    }

    private static BlendedModel fit(List<Sample> samples, Map<ClaimTrial, Double> weights) {
        List<LogisticFit.Labelled> labelled = samples.stream()
                .map(sample -> new LogisticFit.Labelled(
                        sample.values(), sample.trial().supported(), weights.getOrDefault(sample.trial(), 1.0)))
                .toList();
        return new BlendedModel(
                LogisticFit.fit(labelled, ClaimSigns.NAMES, RIDGE), TreesFit.fit(labelled, ClaimSigns.NAMES));
    }

    /** From where right and wrong claims are parted best while few claims with one thing changed are called supported. */
    private static double supportedFrom(List<HeldOutClaim> heldOut) {
        double best = 0.9;
        double bestValue = -1;
        for (int percent = 30; percent <= 90; percent++) {
            double from = percent / 100.0;
            double right = share(heldOut, each -> each.trial().supported(), from);
            double wrong = share(heldOut, each -> !each.trial().supported(), from);
            double changed =
                    share(heldOut, each -> CHANGED.contains(each.trial().kind()), from);
            if (changed <= MOST_CHANGED && right - wrong > bestValue) {
                bestValue = right - wrong;
                best = from;
            }
        }
        return best;
    }

    private static double partialFrom(List<HeldOutClaim> heldOut, double supportedFrom) {
        double right = quantile(heldOut, each -> each.trial().supported(), LOST);
        double elsewhere =
                quantile(heldOut, each -> ELSEWHERE.contains(each.trial().kind()), 1 - MOST_ELSEWHERE);
        return Math.min(supportedFrom, Math.ceil(100 * Math.max(right, elsewhere)) / 100.0);
    }

    private static double quantile(List<HeldOutClaim> heldOut, Predicate<HeldOutClaim> which, double share) {
        double[] sorted = heldOut.stream()
                .filter(which)
                .mapToDouble(HeldOutClaim::probability)
                .sorted()
                .toArray();
        return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))];
    }

    /** The share, by weight, of some claims that are at least so likely supported. */
    static double share(List<HeldOutClaim> heldOut, Predicate<HeldOutClaim> which, double from) {
        double all = 0;
        double called = 0;
        for (HeldOutClaim each : heldOut) {
            if (which.test(each)) {
                all += each.weight();
                called += each.probability() >= from ? each.weight() : 0;
            }
        }
        return all == 0 ? 0 : called / all;
    }
}
