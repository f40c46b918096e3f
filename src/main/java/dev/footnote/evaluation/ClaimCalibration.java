package dev.footnote.evaluation;

import dev.footnote.article.Library;
import dev.footnote.verification.Comparer;
import dev.footnote.verification.Comparison;
import dev.footnote.verification.Features;
import dev.footnote.verification.VerificationModel;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Fits the model of verification on the claims made of a question set. Right and wrong claims count alike together; of the
 * wrong ones a kind counts by the square root of its number, so that common kinds do not drown rare ones.
 */
@Singleton
public class ClaimCalibration {

    private static final int FOLDS = 10;

    /** This share of right claims may be called unsupported; what lies between is partial. */
    private static final double LOST = 0.05;

    private static final double STEP = 0.05;

    private final Comparer comparer;
    private final Library library;

    ClaimCalibration(Comparer comparer, Library library) {
        this.comparer = comparer;
        this.library = library;
    }

    /**
     * What was fitted.
     *
     * @param model the parameters
     * @param report how good they are on texts that were held out of the fit
     */
    public record Result(VerificationModel model, String report) {}

    private record Case(ClaimTrial trial, Features features) {}

    /** A claim with the probability by a model that saw none of its text. */
    private record Scored(ClaimTrial trial, double probability) {}

    /**
     * Fits the model.
     *
     * @param progress told how many claims are compared, of how many
     * @throws IOException if the file is no question set
     */
    public Result fit(Path file, BiConsumer<Integer, Integer> progress) throws IOException {
        List<ClaimTrial> trials = ClaimSet.read(file, library).trials();
        List<Case> cases = new ArrayList<>();
        int done = 0;
        for (ClaimTrial trial : trials) {
            Optional<Comparison> comparison = comparer.compare(trial.claim(), trial.question(), trial.evidence());
            comparison.ifPresent(each -> cases.add(new Case(trial, each.features())));
            done++;
            progress.accept(done, trials.size());
        }
        List<Scored> held = heldOut(cases);
        double supportedFrom = supportedFrom(held);
        VerificationModel fitted = fit(cases, partialFrom(held, supportedFrom), supportedFrom);
        return new Result(fitted, "cross-validated by text in " + FOLDS + " folds\n" + report(held, supportedFrom));
    }

    private static List<Scored> heldOut(List<Case> cases) {
        List<String> texts = cases.stream()
                .map(each -> each.trial().textId())
                .distinct()
                .sorted()
                .toList();
        List<Scored> scored = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int number = fold;
            Map<Boolean, List<Case>> parts = cases.stream()
                    .collect(Collectors.partitioningBy(
                            each -> texts.indexOf(each.trial().textId()) % FOLDS == number));
            List<Case> out = parts.getOrDefault(true, List.of());
            if (!out.isEmpty()) {
                VerificationModel others = fit(parts.getOrDefault(false, List.of()), 0, 1);
                out.forEach(each -> scored.add(new Scored(each.trial(), others.probability(each.features()))));
            }
        }
        return scored;
    }

    private static VerificationModel fit(List<Case> cases, double partialFrom, double supportedFrom) {
        Map<String, Long> counts = cases.stream()
                .collect(Collectors.groupingBy(each -> each.trial().kind(), Collectors.counting()));
        long right = cases.stream().filter(each -> each.trial().supported()).count();
        double roots = cases.stream()
                .filter(each -> !each.trial().supported())
                .map(each -> each.trial().kind())
                .distinct()
                .mapToDouble(kind -> Math.sqrt(counts.getOrDefault(kind, 0L)))
                .sum();
        Function<ClaimTrial, Double> weight =
                trial -> trial.supported() ? 1.0 : right / (roots * Math.sqrt(counts.getOrDefault(trial.kind(), 1L)));
        double[] weights = LogisticRegression.fit(cases.stream()
                .map(each -> new LogisticRegression.Example(
                        each.features().values(), each.trial().supported(), weight.apply(each.trial())))
                .toList());
        int size = weights.length - 1;
        return new VerificationModel(
                "Fitted by the command calibrate-claims on claims made of reading-dev.json: questions and answers as"
                        + " statements, the sentences themselves, and both with something changed.",
                Features.NAMES,
                Arrays.stream(weights)
                        .limit(size)
                        .mapToObj(ClaimCalibration::round)
                        .toList(),
                round(weights[size]),
                partialFrom,
                supportedFrom);
    }

    /** Where right and wrong claims are parted best. */
    private static double supportedFrom(List<Scored> held) {
        double best = 0.5;
        for (double from = 0.3; from < 0.9; from += STEP) {
            if (outcomes(held, from).balancedAccuracy() > outcomes(held, best).balancedAccuracy()) {
                best = Math.round(from / STEP) * STEP;
            }
        }
        return round(best);
    }

    private static double partialFrom(List<Scored> held, double supportedFrom) {
        double[] right = held.stream()
                .filter(each -> each.trial().supported())
                .mapToDouble(Scored::probability)
                .sorted()
                .toArray();
        double quantile = right[(int) (LOST * right.length)];
        return Math.min(supportedFrom, Math.round(quantile * 100) / 100.0);
    }

    private static ClaimReport outcomes(List<Scored> held, double from) {
        return new ClaimReport(held.stream()
                .map(each ->
                        new ClaimReport.Outcome(each.trial(), each.probability() >= from, each.probability(), null))
                .toList());
    }

    private static String report(List<Scored> held, double from) {
        return outcomes(held, from).summary();
    }

    private static double round(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
