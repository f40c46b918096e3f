package dev.footnote.evaluation.fit;

import dev.footnote.evaluation.AskedJudgement;
import dev.footnote.reading.PolicyParameters;
import dev.footnote.reading.QuestionKinds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The figures of a fit, each on articles that were left out of it. */
final class FitReport {

    private static final List<Double> FURTHER_FROM = List.of(0.12, 0.2, 0.3, 0.4, 0.5, 0.7, 1.0);
    private static final List<Double> UNCERTAIN_FROM = List.of(0.2, 0.3, 0.4, 0.5, 0.6);

    private static final int BINS = 10;
    private static final double HALF = 0.5;

    private final PolicyParameters parameters;
    private final List<PolicyFit.HeldOut> all;
    private final YesNoFit.FittedYesNo yesNo;

    FitReport(PolicyFit.FittedPolicy result) {
        this.parameters = result.parameters();
        this.all = result.heldOut();
        this.yesNo = result.yesNo();
    }

    /** What would be shown to one part of a question. */
    private record ShownPart(
            PolicyFit.HeldOut of, boolean refused, boolean stated, boolean words, String said, List<String> cited) {

        /** Whether what is shown is right; of words alone, whether they are. */
        boolean isRight() {
            return of.of().item().isAnswerable() && (words ? of.areWordsSaidRight() : of.isToldRight());
        }
    }

    /** What would be shown to one question, all its parts together, judged. */
    private record Shown(List<ShownPart> parts, boolean refused, AskedJudgement judged) {

        FitCase of() {
            return parts.get(0).of().of();
        }

        boolean isAnswerable() {
            return of().whole().isAnswerable();
        }

        boolean isUseful() {
            return !refused && judged.useful();
        }

        boolean isAbsurd() {
            return isAnswerable() && !refused && judged.absurd();
        }

        /** Whether the first sentence of a part is right. */
        boolean isFirstRight() {
            return parts.stream().anyMatch(part -> part.of().isRight());
        }
    }

    private ShownPart part(PolicyFit.HeldOut each) {
        if (each.order().isEmpty()) {
            return new ShownPart(each, true, false, false, "", List.of());
        }
        Optional<String> standing =
                each.asksForWords() && each.words() >= parameters.wordsFrom() ? each.standing() : Optional.empty();
        List<String> sentences = each.told().stream()
                .map(index -> each.weighed().candidate(index).text())
                .toList();
        return new ShownPart(
                each,
                each.answers() < parameters.refuseBelow(),
                standing.isPresent()
                        ? each.words() >= parameters.wordsStatedFrom()
                        : each.answers() >= parameters.statedFrom(),
                standing.isPresent(),
                standing.orElse(String.join(" ", sentences)),
                standing.isPresent()
                        ? List.of(each.weighed().candidate(each.order().get(0)).text())
                        : sentences);
    }

    private static Shown together(List<ShownPart> parts) {
        boolean refused = parts.stream().allMatch(ShownPart::refused);
        // What is refused is judged as if it were shown, too.
        List<ShownPart> said =
                parts.stream().filter(part -> refused || !part.refused()).toList();
        return new Shown(
                parts,
                refused,
                AskedJudgement.of(
                        parts.get(0).of().of().whole(),
                        said.stream().map(ShownPart::said).collect(Collectors.joining(" ")),
                        said.stream().flatMap(part -> part.cited().stream()).toList()));
    }

    String print() {
        List<String> lines = new ArrayList<>();
        List<ShownPart> parts = all.stream().map(this::part).toList();
        List<Shown> shown = parts.stream()
                .collect(Collectors.groupingBy(
                        part -> part.of().of().source() + " "
                                + part.of().of().whole().id(),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(FitReport::together)
                .toList();
        List<Shown> asked = shown.stream()
                .filter(each -> each.of().family() == SetFamily.ASKED)
                .toList();
        List<Shown> examples = shown.stream()
                .filter(each -> each.of().family() == SetFamily.EXAMPLES)
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
                "%-18s %5s %7s %7s %7s %7s %7s %7s %5s %7s",
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
        Map<String, List<Shown>> sets = group(shown, each -> each.of().source());
        sets.forEach((name, some) -> lines.add(line(name, some)));
        lines.add(line("examples together", examples));
        lines.add(line("asked together", asked));
        Map<String, List<Shown>> kinds = group(
                asked,
                each -> each.isAnswerable()
                        ? each.of().whole().kind()
                        : "not: " + each.of().whole().why());
        kinds.forEach((name, some) -> lines.add(line(name, some)));
        lines.add("");
        group(parts, part -> part.of().of().family().title()).forEach((name, some) -> lines.add(certainty(name, some)));
        List<PolicyFit.HeldOut> answerable = all.stream()
                .filter(each -> each.of().item().isAnswerable() && !each.of().isOfReading())
                .toList();
        lines.add(String.format(
                Locale.ROOT,
                "words or sentences told from the question's vector: %.1f%% right; yes/no: %.1f%%",
                100
                        * share(
                                answerable,
                                each -> true,
                                each -> (each.kinds().getOrDefault(QuestionKinds.WORDS, 0.0) >= HALF)
                                        == each.of().item().asksForWords()),
                100
                        * share(
                                answerable,
                                each -> true,
                                each -> (each.kinds().getOrDefault(QuestionKinds.YES_NO, 0.0) >= HALF)
                                        == each.of().item().kind().equals("yesno"))));
        lines.add(yesNo.print());
        List<PolicyFit.HeldOut> told = parts.stream()
                .filter(part -> part.of().of().family().isTyped() && !part.refused() && !part.words())
                .map(ShownPart::of)
                .toList();
        FURTHER_FROM.forEach(from -> lines.add(further(told, from)));
        List<PolicyFit.HeldOut> refused = parts.stream()
                .filter(part -> part.of().of().family().isTyped() && part.refused())
                .map(ShownPart::of)
                .toList();
        UNCERTAIN_FROM.forEach(from -> lines.add(uncertain(refused, from)));
        return String.join(System.lineSeparator(), lines);
    }

    /** What further sentences bring, and what they cost, if they are told from a probability on. */
    private static String further(List<PolicyFit.HeldOut> told, double from) {
        long useful = 0;
        long further = 0;
        long right = 0;
        for (PolicyFit.HeldOut each : told) {
            List<Integer> places = each.told(from);
            List<String> sentences = places.stream()
                    .map(index -> each.weighed().candidate(index).text())
                    .toList();
            useful += AskedJudgement.of(each.of().item(), String.join(" ", sentences), sentences)
                            .useful()
                    ? 1
                    : 0;
            further += places.size() - 1;
            right += places.stream()
                    .filter(index -> !index.equals(each.order().get(0)) && each.right()[index])
                    .count();
        }
        return String.format(
                Locale.ROOT,
                "further sentences from %.2f: %d with %d answers, %d of them right; %d answers useful",
                from,
                further,
                told.size(),
                right,
                useful);
    }

    /** How many refusals say that the article may say it after all, if they do from a share of the threshold on. */
    private String uncertain(List<PolicyFit.HeldOut> refused, double from) {
        Predicate<PolicyFit.HeldOut> uncertain = each -> each.answers() >= from * parameters.refuseBelow();
        return String.format(
                Locale.ROOT,
                "refusals uncertain from %.2f of the threshold: %.1f%% of %d over the right sentence, %.1f%% of %d of what"
                        + " is not said",
                from,
                100 * share(refused, PolicyFit.HeldOut::isRight, uncertain),
                count(refused, PolicyFit.HeldOut::isRight),
                100 * share(refused, each -> !each.of().item().isAnswerable(), uncertain),
                count(refused, each -> !each.of().item().isAnswerable()));
    }

    private static String certainty(String name, List<ShownPart> some) {
        List<ShownPart> given = some.stream().filter(part -> !part.refused()).toList();
        return String.format(
                Locale.ROOT,
                "%-14s stated %.1f%% right (%d), words %.1f%% right (%d), likely %.1f%% (%d); calibration error:"
                        + " told %.3f, sentence %.3f, words %.3f, further %.3f;"
                        + " %.2f sentences told",
                name,
                100 * share(given, ShownPart::stated, ShownPart::isRight),
                count(given, ShownPart::stated),
                100 * share(given, ShownPart::words, ShownPart::isRight),
                count(given, ShownPart::words),
                100 * share(given, part -> !part.stated(), ShownPart::isRight),
                count(given, part -> !part.stated()),
                calibrationError(
                        some, part -> part.of().answers(), part -> part.of().isToldRight()),
                calibrationError(
                        some, part -> part.of().first(), part -> part.of().isRight()),
                calibrationError(
                        some.stream()
                                .filter(part -> !part.of().of().item().isAnswerable()
                                        || part.of().of().item().asksForWords())
                                .toList(),
                        part -> part.of().words(),
                        part -> part.of().areWordsRight()),
                alsoError(some),
                given.stream()
                        .mapToInt(part -> part.of().told().size())
                        .average()
                        .orElse(0));
    }

    private static <T> Map<String, List<T>> group(List<T> some, Function<T, String> by) {
        return some.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
    }

    private static String line(String name, List<Shown> some) {
        Predicate<Shown> is = Shown::isAnswerable;
        return String.format(
                Locale.ROOT,
                "%-18s %5d %6.1f%% %6.1f%% %6.1f%% %6.1f%% %6.1f%% %6.1f%% %5d %6.1f%%",
                name,
                count(some, is),
                100 * share(some, is, Shown::isFirstRight),
                100 * share(some, is, each -> !each.refused() && each.judged().cited()),
                100 * share(some, is, Shown::isUseful),
                100 * share(some, is, Shown::refused),
                100 * share(some, is, each -> each.refused() && each.isFirstRight()),
                100 * share(some, is, Shown::isAbsurd),
                count(some, is.negate()),
                100 * share(some, is.negate(), Shown::refused));
    }

    private static <T> int count(List<T> some, Predicate<T> which) {
        return (int) some.stream().filter(which).count();
    }

    private static <T> double share(List<T> some, Predicate<T> of, Predicate<T> which) {
        return some.stream()
                .filter(of)
                .mapToDouble(each -> which.test(each) ? 1 : 0)
                .average()
                .orElse(0);
    }

    private static double calibrationError(
            List<ShownPart> some, ToDoubleFunction<ShownPart> probability, Predicate<ShownPart> came) {
        return error(
                some.stream().map(probability::applyAsDouble).toList(),
                some.stream().map(came::test).toList());
    }

    private static double alsoError(List<ShownPart> some) {
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
