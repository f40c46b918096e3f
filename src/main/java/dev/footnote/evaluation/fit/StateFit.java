package dev.footnote.evaluation.fit;

import dev.footnote.evaluation.AskedJudgement;
import dev.footnote.model.LogisticModel;
import dev.footnote.reading.ReadPassage;
import dev.footnote.reading.WeighedSentences;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Learns from the states that the reader was in whether what it read answers. A state has hundreds of numbers, so the
 * sets are left out by a few parts of them rather than one by one.
 */
final class StateFit {

    private static final int PARTS = 6;

    /** Hundreds of numbers, much alike in many examples, are held back more than some signs are. */
    private static final double RIDGE = 1_000;

    /** The others of a question are much alike. */
    private static final int MOST_PASSAGES = 4;

    private final List<FitCase> cases;
    private final Map<String, Integer> parts = new HashMap<>();

    StateFit(List<FitCase> cases) {
        this.cases = cases;
        cases.stream().map(FitCase::set).distinct().forEach(set -> parts.put(set, parts.size() % PARTS));
    }

    /**
     * What is learned for each part without it, and from all.
     *
     * @param without by part
     * @param all from all parts
     */
    record LeftOut(List<LogisticModel> without, LogisticModel all) {}

    /** The model that was fitted without the part of the sets that a case belongs to. */
    LogisticModel without(LeftOut models, FitCase of) {
        return models.without().get(part(of));
    }

    private int part(FitCase of) {
        return Objects.requireNonNull(parts.get(of.set()));
    }

    /** Whether a passage holds a sentence that answers. */
    LeftOut passages() {
        return leftOut(place -> {
            FitCase of = cases.get(place);
            List<LogisticFit.Labelled> examples = new ArrayList<>();
            for (int i = 0; i < of.read().size(); i++) {
                ReadPassage each = of.read().get(i);
                boolean isRight =
                        of.item().isAnswerable() && AskedJudgement.isCitedRight(of.item(), List.of(each.text()));
                if (isRight || i < MOST_PASSAGES) {
                    examples.add(LogisticFit.Labelled.of(each.scores().state(), isRight, of.weight()));
                }
            }
            return examples;
        });
    }

    /**
     * Whether a sentence that was read alone answers.
     *
     * @param weighed by case, in their order
     * @param right by case, whether each candidate is a right citation
     */
    LeftOut sentences(List<WeighedSentences> weighed, List<boolean[]> right) {
        return leftOut(place -> {
            List<LogisticFit.Labelled> examples = new ArrayList<>();
            for (int index : weighed.get(place).lookedAtAgain()) {
                weighed.get(place)
                        .again(index)
                        .ifPresent(scores -> examples.add(LogisticFit.Labelled.of(
                                scores.state(),
                                right.get(place)[index],
                                cases.get(place).weight())));
            }
            return examples;
        });
    }

    /** @param examples those of a case, by its place among the cases */
    private LeftOut leftOut(IntFunction<List<LogisticFit.Labelled>> examples) {
        List<LogisticModel> models = IntStream.rangeClosed(0, PARTS)
                .parallel()
                .mapToObj(part -> model(IntStream.range(0, cases.size())
                        .filter(place -> part(cases.get(place)) != part)
                        .mapToObj(examples)
                        .flatMap(List::stream)
                        .toList()))
                .toList();
        return new LeftOut(models.subList(0, PARTS), models.get(PARTS));
    }

    private static LogisticModel model(List<LogisticFit.Labelled> examples) {
        return examples.isEmpty() || examples.get(0).signs().length == 0
                ? LogisticModel.SILENT
                : LogisticFit.fit(examples, RIDGE);
    }
}
