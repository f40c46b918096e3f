package dev.footnote.evaluation;

import dev.footnote.answer.Answer;
import dev.footnote.answer.Certainty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The figures of an evaluation over what people would ask of one article. */
public final class AskedReport {

    private static final String ROW = "%-16s %5s %12s %12s %12s %15s %18s %8s%n";

    private final String name;
    private final List<AskedOutcome> outcomes;

    AskedReport(String name, List<AskedOutcome> outcomes) {
        this.name = name;
        this.outcomes = List.copyOf(outcomes);
    }

    /**
     * What came of a question.
     *
     * @param item the question
     * @param answer what was said
     * @param answered whether that is an answer, rather than a refusal or talk
     * @param judged whether it is right; all false for a refusal
     * @param closest whether a refusal shows a right sentence as the closest
     */
    record AskedOutcome(AskedItem item, Answer answer, boolean answered, AskedJudgement judged, boolean closest) {

        boolean isFalseRefusal() {
            return item.isAnswerable() && !answered;
        }

        boolean isUncertainOverRight() {
            return isFalseRefusal()
                    && closest
                    && answer.reason() != null
                    && answer.reason().name().equals("UNCERTAIN");
        }
    }

    /** Of the questions that the article answers, the share that is said right and cited right. */
    public double useful() {
        return share(each -> each.item().isAnswerable(), outcomes, each -> each.judged()
                .useful());
    }

    /** The whole report as text: figures by kind, then every miss. */
    public String print() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                ROW,
                name,
                "n",
                "cited right",
                "said right",
                "said wrong",
                "false refusal",
                "(right sentence)",
                "absurd"));
        Map<String, List<AskedOutcome>> kinds = outcomes.stream()
                .filter(each -> each.item().isAnswerable())
                .collect(Collectors.groupingBy(each -> each.item().kind(), LinkedHashMap::new, Collectors.toList()));
        kinds.forEach((kind, some) -> text.append(row(kind, some)));
        List<AskedOutcome> answerable =
                outcomes.stream().filter(each -> each.item().isAnswerable()).toList();
        text.append(row("answerable", answerable));
        Map<String, List<AskedOutcome>> unanswerable = outcomes.stream()
                .filter(each -> !each.item().isAnswerable())
                .collect(Collectors.groupingBy(each -> each.item().why(), LinkedHashMap::new, Collectors.toList()));
        unanswerable.forEach((why, some) -> text.append(String.format(
                Locale.ROOT, "refused, %s: %d of %d%n", why, count(some, each -> !each.answered()), some.size())));
        for (Certainty certainty : List.of(Certainty.STATED, Certainty.LIKELY)) {
            List<AskedOutcome> some = outcomes.stream()
                    .filter(each -> each.answered() && each.answer().certainty() == certainty)
                    .toList();
            text.append(String.format(
                    Locale.ROOT,
                    "%s right: %.1f%% of %d%n",
                    certainty.name().toLowerCase(Locale.ROOT),
                    100 * share(each -> true, some, each -> each.judged().useful()),
                    some.size()));
        }
        text.append(String.format(
                Locale.ROOT,
                "useful %.1f%%, absurd %.1f%%, false refusals %.1f%%, refused right %.1f%%%n",
                100 * share(each -> true, answerable, each -> each.judged().useful()),
                100 * share(each -> true, answerable, each -> each.judged().absurd()),
                100 * share(each -> true, answerable, AskedOutcome::isFalseRefusal),
                100 * share(each -> !each.item().isAnswerable(), outcomes, each -> !each.answered())));
        List<String> misses = new ArrayList<>();
        outcomes.stream()
                .filter(each -> each.item().isAnswerable() ? !each.judged().useful() : each.answered())
                .forEach(each -> misses.add(String.format(
                        Locale.ROOT,
                        "  %-6s %-14s %s => %s",
                        each.item().id(),
                        each.item().kind(),
                        each.item().question(),
                        each.answered()
                                ? each.answer().answerText()
                                : "(refused" + (each.closest() ? ", right sentence)" : ")"))));
        return text + "misses" + System.lineSeparator() + String.join(System.lineSeparator(), misses);
    }

    private static String row(String kind, List<AskedOutcome> some) {
        int useful = count(some, each -> each.judged().useful());
        int refused = count(some, AskedOutcome::isFalseRefusal);
        return String.format(
                Locale.ROOT,
                ROW,
                kind,
                some.size(),
                count(some, each -> each.judged().cited()),
                useful,
                some.size() - useful - refused,
                refused,
                count(some, AskedOutcome::isUncertainOverRight),
                count(some, each -> each.judged().absurd()));
    }

    private static int count(List<AskedOutcome> some, Predicate<AskedOutcome> which) {
        return (int) some.stream().filter(which).count();
    }

    private static double share(Predicate<AskedOutcome> of, List<AskedOutcome> some, Predicate<AskedOutcome> which) {
        return some.stream()
                .filter(of)
                .mapToDouble(each -> which.test(each) ? 1 : 0)
                .average()
                .orElse(0);
    }
}
