package dev.footnote.evaluation.fit;

import dev.footnote.evaluation.AskedJudgement;
import dev.footnote.model.LogisticModel;
import dev.footnote.model.PassageScores;
import dev.footnote.reading.ReadPassage;
import dev.footnote.reading.WeighedSentences;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

    /** That of a case without its part. */
    LogisticModel without(LeftOut models, FitCase of) {
        return models.without().get(part(of));
    }

    private int part(FitCase of) {
        return Objects.requireNonNull(parts.get(of.set()));
    }

    /** Whether a passage holds a sentence that answers. */
    LeftOut passages() {
        return leftOut((of, examples) -> {
            List<ReadPassage> read = of.read();
            for (int i = 0; i < read.size(); i++) {
                boolean isRight = of.item().isAnswerable()
                        && AskedJudgement.isCitedRight(
                                of.item(), List.of(read.get(i).text()));
                if (isRight || i < MOST_PASSAGES) {
                    add(read.get(i).scores(), isRight, of, examples);
                }
            }
        });
    }

    /**
     * Whether a sentence that was read alone answers.
     *
     * @param weighed by case, in their order
     * @param right by case, whether each candidate is a right citation
     */
    LeftOut sentences(List<WeighedSentences> weighed, List<boolean[]> right) {
        IdentityHashMap<FitCase, Integer> places = new IdentityHashMap<>();
        for (int i = 0; i < cases.size(); i++) {
            places.put(cases.get(i), i);
        }
        return leftOut((of, examples) -> {
            int place = Objects.requireNonNull(places.get(of));
            WeighedSentences each = weighed.get(place);
            for (int index : each.lookedAtAgain()) {
                each.again(index).ifPresent(scores -> add(scores, right.get(place)[index], of, examples));
            }
        });
    }

    private static void add(PassageScores scores, boolean right, FitCase of, List<LogisticFit.Labelled> examples) {
        float[] state = scores.state();
        examples.add(new LogisticFit.Labelled(
                IntStream.range(0, state.length).mapToDouble(i -> state[i]).toArray(), right, of.weight()));
    }

    private LeftOut leftOut(BiConsumer<FitCase, List<LogisticFit.Labelled>> examples) {
        List<LogisticModel> models = IntStream.rangeClosed(0, PARTS)
                .parallel()
                .mapToObj(part -> model(of -> part(of) != part, examples))
                .collect(Collectors.toList());
        return new LeftOut(models.subList(0, PARTS), models.get(PARTS));
    }

    private LogisticModel model(Predicate<FitCase> which, BiConsumer<FitCase, List<LogisticFit.Labelled>> of) {
        List<LogisticFit.Labelled> examples = new ArrayList<>();
        cases.stream().filter(which).forEach(each -> of.accept(each, examples));
        if (examples.isEmpty() || examples.get(0).signs().length == 0) {
            return LogisticModel.SILENT;
        }
        List<String> names = IntStream.range(0, examples.get(0).signs().length)
                .mapToObj(Integer::toString)
                .toList();
        return LogisticFit.fit(examples, names, RIDGE);
    }
}
