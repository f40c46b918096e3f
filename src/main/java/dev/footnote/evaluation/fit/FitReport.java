package dev.footnote.evaluation.fit;

import dev.footnote.evaluation.AskedJudgement;
import dev.footnote.reading.PolicyParameters;
import dev.footnote.reading.QuestionKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The figures of a fit, each on articles that were left out of it. */
final class FitReport {

    private static final int BINS = 10;
    private static final double HALF = 0.5;

    private final PolicyParameters parameters;
    private final List<PolicyFit.HeldOut> all;

    FitReport(PolicyFit.FittedPolicy result) {
        this.parameters = result.parameters();
        this.all = result.heldOut();
    }

    /** What would be shown to one question, judged. */
    private record Shown(PolicyFit.HeldOut of, boolean refused, boolean stated, boolean words, AskedJudgement judged) {

        boolean isAnswerable() {
            return of.of().item().isAnswerable();
        }

        boolean isUseful() {
            return !refused && judged.useful();
        }

        boolean isAbsurd() {
            return isAnswerable() && !refused && judged.absurd();
        }
    }

    private Shown shown(PolicyFit.HeldOut each) {
        boolean refused = each.order().isEmpty() || each.answers() < parameters.refuseBelow();
        if (each.order().isEmpty()) {
            return new Shown(each, true, false, false, new AskedJudgement(false, false, false));
        }
        boolean words = each.asksForWords() && each.words() >= parameters.wordsFrom();
        List<Integer> told = each.told();
        List<String> sentences = told.stream()
                .map(index -> each.weighed().candidate(index).text())
                .toList();
        String said = words ? each.weighed().candidate(each.order().get(0)).saidWords() : String.join(" ", sentences);
        return new Shown(
                each,
                refused,
                words ? each.words() >= parameters.wordsStatedFrom() : each.answers() >= parameters.statedFrom(),
                words,
                AskedJudgement.of(each.of().item(), said, sentences));
    }

    String print() {
        List<String> lines = new ArrayList<>();
        List<Shown> shown = all.stream().map(this::shown).toList();
        List<Shown> asked = shown.stream()
                .filter(each -> !each.of().of().source().endsWith("-dev"))
                .toList();
        lines.add(String.format(
                Locale.ROOT,
                "Each figure is of parameters fitted without the article. Refused below %.3f, sentences stated from %.3f,"
                        + " words from %.3f.",
                parameters.refuseBelow(),
                parameters.statedFrom(),
                parameters.wordsFrom()));
        lines.add(String.format(
                Locale.ROOT,
                "%-16s %5s %7s %7s %7s %7s %7s %7s %5s %7s",
                "set or kind",
                "n",
                "first",
                "cited",
                "useful",
                "refusal",
                "(right)",
                "absurd",
                "n",
                "refused"));
        Map<String, List<Shown>> sets = group(shown, each -> each.of().of().source());
        sets.forEach((name, some) -> lines.add(line(name, some)));
        lines.add(line("asked together", asked));
        Map<String, List<Shown>> kinds = group(
                asked,
                each -> each.of().of().item().isAnswerable()
                        ? each.of().of().item().kind()
                        : "not: " + each.of().of().item().why());
        kinds.forEach((name, some) -> lines.add(line(name, some)));
        lines.add("");
        group(
                        shown,
                        each -> each.of().of().source().endsWith("-dev")
                                ? each.of().of().source()
                                : "asked")
                .forEach((name, some) -> {
                    lines.add(String.format(
                            Locale.ROOT,
                            "%-14s stated %.1f%% right (%d), words %.1f%% right (%d), likely %.1f%% (%d); calibration error:"
                                    + " told %.3f, sentence %.3f, words %.3f, further %.3f;"
                                    + " %.2f sentences told",
                            name,
                            100 * share(some, each -> !each.refused() && each.stated(), this::isRightShown),
                            count(some, each -> !each.refused() && each.stated()),
                            100 * share(some, each -> !each.refused() && each.words(), this::isRightShown),
                            count(some, each -> !each.refused() && each.words()),
                            100 * share(some, each -> !each.refused() && !each.stated(), this::isRightShown),
                            count(some, each -> !each.refused() && !each.stated()),
                            calibrationError(some, each -> each.of().answers(), each -> each.of()
                                    .isToldRight()),
                            calibrationError(some, each -> each.of().first(), each -> each.of()
                                    .isRight()),
                            calibrationError(
                                    some.stream()
                                            .filter(each -> !each.isAnswerable()
                                                    || each.of().of().item().asksForWords())
                                            .toList(),
                                    each -> each.of().words(),
                                    each -> each.of().areWordsRight()),
                            alsoError(some),
                            some.stream()
                                    .filter(each -> !each.refused())
                                    .mapToInt(each -> each.of().told().size())
                                    .average()
                                    .orElse(0)));
                });
        List<Shown> answerable = shown.stream()
                .filter(each -> each.isAnswerable() && each.of().of().weight() == 1)
                .toList();
        lines.add(String.format(
                Locale.ROOT,
                "words or sentences told from the question's vector: %.1f%% right; yes/no: %.1f%%",
                100
                        * share(
                                answerable,
                                each -> true,
                                each -> (each.of().kinds().getOrDefault(QuestionKinds.WORDS, 0.0) >= HALF)
                                        == each.of().of().item().asksForWords()),
                100
                        * share(
                                answerable,
                                each -> true,
                                each -> (each.of().kinds().getOrDefault(QuestionKinds.YES_NO, 0.0) >= HALF)
                                        == each.of().of().item().kind().equals("yesno"))));
        return String.join(System.lineSeparator(), lines);
    }

    private boolean isRightShown(Shown each) {
        return each.isAnswerable()
                && (each.words() ? each.of().areWordsSaidRight() : each.judged().cited());
    }

    private static Map<String, List<Shown>> group(List<Shown> some, Function<Shown, String> by) {
        return some.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
    }

    private static String line(String name, List<Shown> some) {
        Predicate<Shown> is = Shown::isAnswerable;
        return String.format(
                Locale.ROOT,
                "%-16s %5d %6.1f%% %6.1f%% %6.1f%% %6.1f%% %6.1f%% %6.1f%% %5d %6.1f%%",
                name,
                count(some, is),
                100 * share(some, is, each -> each.of().isRight()),
                100 * share(some, is, each -> !each.refused() && each.judged().cited()),
                100 * share(some, is, Shown::isUseful),
                100 * share(some, is, Shown::refused),
                100 * share(some, is, each -> each.refused() && each.of().isRight()),
                100 * share(some, is, Shown::isAbsurd),
                count(some, is.negate()),
                100 * share(some, is.negate(), Shown::refused));
    }

    private static int count(List<Shown> some, Predicate<Shown> which) {
        return (int) some.stream().filter(which).count();
    }

    private static double share(List<Shown> some, Predicate<Shown> of, Predicate<Shown> which) {
        return some.stream()
                .filter(of)
                .mapToDouble(each -> which.test(each) ? 1 : 0)
                .average()
                .orElse(0);
    }

    private static double calibrationError(
            List<Shown> some, ToDoubleFunction<Shown> probability, Predicate<Shown> came) {
        return error(
                some.stream().map(probability::applyAsDouble).toList(),
                some.stream().map(came::test).toList());
    }

    private static double alsoError(List<Shown> some) {
        List<Double> probabilities = new ArrayList<>();
        List<Boolean> came = new ArrayList<>();
        some.forEach(each -> each.of().also().forEach((index, probability) -> {
            probabilities.add(probability);
            came.add(each.of().right()[index]);
        }));
        return error(probabilities, came);
    }

    /** How far probability and share of what came true lie apart, in ten bins. */
    private static double error(List<Double> probabilities, List<Boolean> came) {
        double[] expected = new double[BINS];
        double[] happened = new double[BINS];
        for (int i = 0; i < probabilities.size(); i++) {
            int bin = Math.min(BINS - 1, (int) (probabilities.get(i) * BINS));
            expected[bin] += probabilities.get(i);
            happened[bin] += came.get(i) ? 1 : 0;
        }
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(expected[bin] - happened[bin]);
        }
        return probabilities.isEmpty() ? 0 : error / probabilities.size();
    }
}
