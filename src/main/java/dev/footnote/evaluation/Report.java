package dev.footnote.evaluation;

import dev.footnote.evaluation.Evaluation.TrialOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The figures of an evaluation. All rates are from 0 to 1; one of no cases is 0. */
public final class Report {

    private static final Set<String> PLAIN_KINDS = Set.of("factoid", "paraphrase", "statement");
    private static final int BINS = 10;

    private final List<TrialOutcome> outcomes;

    Report(List<TrialOutcome> outcomes) {
        this.outcomes = List.copyOf(outcomes);
    }

    /** How many questions were asked. */
    public int size() {
        return outcomes.size();
    }

    /** Of the plain questions (factoid, paraphrase, statement), those answered rightly with the right footnote. */
    public double rightAndCited() {
        return rate(of(PLAIN_KINDS), TrialOutcome::isGood);
    }

    /** Of the questions that the article does not answer, those refused. */
    public double refused() {
        return rate(of(Set.of("unanswerable")), TrialOutcome::isRefused);
    }

    /** Of a kind's questions, those answered rightly with the right footnote. */
    public double rightAndCited(String kind) {
        return rate(of(Set.of(kind)), TrialOutcome::isGood);
    }

    /** The share of a kind's questions that have the right footnote, whatever is said before it. */
    public double cited(String kind) {
        return rate(of(Set.of(kind)), TrialOutcome::cited);
    }

    /** Of the overviews and the talk of a set, those that were taken for what they are. */
    public double recognised(String kind) {
        return rate(
                outcomes.stream()
                        .filter(outcome -> outcome.trial().kind().equals(kind))
                        .toList(),
                TrialOutcome::isGood);
    }

    /** How many real questions were taken for an overview or small talk. */
    public int mistakenForSmallTalk() {
        return (int)
                judged().stream().filter(TrialOutcome::isSummaryOrSmallTalk).count();
    }

    /** Mean F1 over the answerable questions; a refusal counts 0. */
    public double f1() {
        return mean(answerable(), TrialOutcome::f1);
    }

    /** Exact matches among the answerable questions. */
    public double exactMatch() {
        return mean(answerable(), TrialOutcome::exactMatch);
    }

    /** Of the answerable questions, those with a footnote in the right article, or on the evidence where it is known. */
    public double cited() {
        return rate(answerable(), TrialOutcome::cited);
    }

    /** The share of the answers called stated that are right; one to a question that the article does not answer is wrong. */
    public double statedPrecision() {
        return rate(confident().stream().filter(TrialOutcome::isStated).toList(), TrialOutcome::right);
    }

    /** The share of the answers called likely that are right. */
    public double likelyPrecision() {
        return rate(
                confident().stream()
                        .filter(outcome -> !outcome.isRefused() && !outcome.isStated())
                        .toList(),
                TrialOutcome::right);
    }

    /** Footnotes whose text is not what stands at their place. */
    public int offsetErrors() {
        return outcomes.stream().mapToInt(TrialOutcome::offsetErrors).sum();
    }

    /**
     * Expected calibration error in ten bins: how far confidence and share of right answers lie apart. Of a refusal,
     * whose confidence is the probability that something was missed, the event is that its closest sentence held the answer.
     */
    public double calibrationError() {
        List<TrialOutcome> judged = confident();
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            int number = bin;
            List<TrialOutcome> inside = judged.stream()
                    .filter(outcome -> Math.min(BINS - 1, (int) (confidence(outcome) * BINS)) == number)
                    .toList();
            if (!inside.isEmpty()) {
                double gap = mean(inside, Report::confidence) - rate(inside, Report::came);
                error += Math.abs(gap) * inside.size() / judged.size();
            }
        }
        return error;
    }

    /** The latency below which this share of the answers came, in milliseconds, as the answers themselves tell it. */
    public long latency(double share) {
        List<Long> sorted = outcomes.stream()
                .map(outcome -> outcome.answer().timings().total())
                .sorted()
                .toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size())));
    }

    /** The whole report as text: figures, then every miss. */
    public String print() {
        List<String> lines = new ArrayList<>();
        Map<String, List<TrialOutcome>> kinds = outcomes.stream()
                .collect(Collectors.groupingBy(outcome -> outcome.trial().kind(), TreeMap::new, Collectors.toList()));
        lines.add(String.format(
                Locale.ROOT, "%-14s %5s %8s %6s %8s %6s %6s", "kind", "n", "right", "cited", "refused", "EM", "F1"));
        kinds.forEach((kind, all) -> lines.add(String.format(
                Locale.ROOT,
                "%-14s %5d %7.1f%% %5.1f%% %7.1f%% %6.1f %6.1f",
                kind,
                all.size(),
                100 * rate(all, TrialOutcome::right),
                100 * rate(all, TrialOutcome::cited),
                100 * rate(all, TrialOutcome::isRefused),
                100 * mean(all, TrialOutcome::exactMatch),
                100 * mean(all, TrialOutcome::f1))));
        lines.add("");
        if (!of(Set.of("unanswerable")).isEmpty()) {
            lines.add(percent("right and cited (factoid, paraphrase, statement)", rightAndCited()));
            lines.add(percent("refused where the article does not say", refused()));
            lines.add(percent("mean of the two", (rightAndCited() + refused()) / 2));
        }
        lines.add(String.format(
                Locale.ROOT, "%-52s %5d", "questions taken for an overview or small talk", mistakenForSmallTalk()));
        lines.add(percent("false refusals among answerable questions", rate(answerable(), TrialOutcome::isRefused)));
        lines.add(percent(
                "wrong answers among all answers given",
                rate(
                        confident().stream()
                                .filter(outcome -> !outcome.isRefused())
                                .toList(),
                        outcome -> !outcome.right())));
        lines.add(String.format(Locale.ROOT, "%-52s %5.1f", "F1 over answerable questions", 100 * f1()));
        lines.add(percent("right article or sentence cited", cited()));
        lines.add(percent("precision of \"stated\"", statedPrecision()) + count(TrialOutcome::isStated));
        lines.add(percent("precision of \"likely\"", likelyPrecision())
                + count(outcome -> !outcome.isStated() && !outcome.isRefused()));
        lines.add(
                String.format(Locale.ROOT, "%-52s %5.3f", "expected calibration error, ten bins", calibrationError()));
        lines.add(String.format(
                Locale.ROOT, "%-52s %5d", "footnotes that are not what stands at their place", offsetErrors()));
        lines.add(String.format(
                Locale.ROOT,
                "%-52s %5d / %d ms",
                "latency, half / 95% of the answers below",
                latency(0.5),
                latency(0.95)));
        lines.add("");
        lines.add("risk and coverage: of the surest answers to answerable questions, F1 and right");
        List<TrialOutcome> surest = answerable().stream()
                .filter(outcome -> outcome.answer().confidence() != null)
                .sorted(Comparator.comparingDouble(Report::confidence).reversed())
                .toList();
        for (int share = 10; share <= 100; share += 10) {
            List<TrialOutcome> part = surest.subList(0, surest.size() * share / 100);
            lines.add(String.format(
                    Locale.ROOT,
                    "  %3d%%  F1 %5.1f  right %5.1f%%",
                    share,
                    100 * mean(part, TrialOutcome::f1),
                    100 * rate(part, TrialOutcome::right)));
        }
        lines.add("");
        lines.add("misses");
        outcomes.stream()
                .filter(outcome -> !outcome.isGood())
                .map(outcome -> String.format(
                        Locale.ROOT,
                        "  %-6s %-12s %.2f  %s => %s%s",
                        outcome.trial().id(),
                        outcome.trial().kind(),
                        confidence(outcome),
                        outcome.trial().question(),
                        outcome.isRefused() ? "(refused)" : outcome.said(),
                        outcome.right() && !outcome.cited() ? " (not cited from the right place)" : ""))
                .forEach(lines::add);
        return String.join(System.lineSeparator(), lines);
    }

    private static String percent(String name, double rate) {
        return String.format(Locale.ROOT, "%-52s %5.1f%%", name, 100 * rate);
    }

    private String count(Predicate<TrialOutcome> which) {
        return " of " + confident().stream().filter(which).count();
    }

    /** Overviews and talk have no right answer to compare with. */
    private List<TrialOutcome> judged() {
        return outcomes.stream()
                .filter(outcome -> outcome.trial().asksForAnswer())
                .toList();
    }

    private List<TrialOutcome> answerable() {
        return judged().stream()
                .filter(outcome -> outcome.trial().isAnswerable())
                .toList();
    }

    private List<TrialOutcome> confident() {
        return judged().stream()
                .filter(outcome -> outcome.answer().confidence() != null)
                .toList();
    }

    private List<TrialOutcome> of(Set<String> kinds) {
        return judged().stream()
                .filter(outcome -> kinds.contains(outcome.trial().kind()))
                .toList();
    }

    private static double confidence(TrialOutcome outcome) {
        Double confidence = outcome.answer().confidence();
        return confidence == null ? 0 : confidence;
    }

    /** What confidence is the probability of: the answer is right, or the refusal missed something. */
    private static boolean came(TrialOutcome outcome) {
        return outcome.isRefused() ? outcome.missed() : outcome.right();
    }

    private static double rate(List<TrialOutcome> all, Predicate<TrialOutcome> which) {
        return mean(all, outcome -> which.test(outcome) ? 1 : 0);
    }

    private static double mean(List<TrialOutcome> all, ToDoubleFunction<TrialOutcome> value) {
        return all.stream().mapToDouble(value).average().orElse(0);
    }
}
