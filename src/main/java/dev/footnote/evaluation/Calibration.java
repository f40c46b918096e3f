package dev.footnote.evaluation;

import dev.footnote.article.UnreadableArticleException;
import dev.footnote.ingestion.Ingestion;
import dev.footnote.reading.ConfidenceModel;
import dev.footnote.reading.Features;
import dev.footnote.reading.Reading;
import dev.footnote.retrieval.RetrievedPassage;
import dev.footnote.retrieval.Retriever;
import dev.footnote.text.Span;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Fits the confidence model on a question set that brings its own texts. Each question is asked of its own text and of
 * all texts, each time as they are and with its own paragraph withheld, so that every answer is wrong. The withheld ones
 * count a third, because most of what people ask of an article is in it.
 */
@Singleton
public class Calibration {

    /** An own paragraph withheld makes an answer wrong for sure; three of four questions are taken to have one. */
    private static final double WITHHELD_WEIGHT = 1.0 / 3;

    private static final int FOLDS = 10;
    private static final int BINS = 10;

    /** Below this an answer is refused: it is more likely wrong than right. */
    private static final double REFUSE_BELOW = 0.5;

    /** What "stated" promises. */
    private static final double STATED_PRECISION = 0.97;

    private final Ingestion ingestion;
    private final Retriever retriever;
    private final Reading reading;

    Calibration(Ingestion ingestion, Retriever retriever, Reading reading) {
        this.ingestion = ingestion;
        this.retriever = retriever;
        this.reading = reading;
    }

    /**
     * What was fitted.
     *
     * @param model the parameters
     * @param report how good they are on texts that were held out of the fit
     */
    public record Result(ConfidenceModel model, String report) {}

    private record Case(String articleId, Features features, boolean right, boolean withheld) {

        double weight() {
            return withheld ? WITHHELD_WEIGHT : 1;
        }

        LogisticRegression.Example example() {
            return new LogisticRegression.Example(features.values(), right, weight());
        }
    }

    /**
     * Fits the model.
     *
     * @param progress told how many questions are done, of how many
     * @throws UnreadableArticleException if one of the set's own texts cannot be an article
     */
    public Result fit(QuestionSet set, BiConsumer<Integer, Integer> progress) throws UnreadableArticleException {
        Map<String, String> ids = set.addTo(ingestion);
        List<Case> own = new ArrayList<>();
        List<Case> open = new ArrayList<>();
        int done = 0;
        for (Trial trial : set.trials()) {
            String id = ids.getOrDefault(trial.articleId(), "");
            Span paragraph = set.paragraphs().get(trial.id());
            if (paragraph != null) {
                Reading.Assessor assessor = reading.assessor(trial.question());
                own.addAll(cases(
                        trial,
                        id,
                        paragraph,
                        assessor,
                        retriever.retrieve(trial.question(), Set.of(id), retriever.usualLimit())));
                open.addAll(cases(
                        trial,
                        id,
                        paragraph,
                        assessor,
                        retriever.retrieve(trial.question(), Set.of(), retriever.usualLimit())));
            }
            done++;
            progress.accept(done, set.trials().size());
        }
        ConfidenceModel model = fit(joined(own, open));
        return new Result(model, report(own, open, model));
    }

    private static List<Case> cases(
            Trial trial, String articleId, Span paragraph, Reading.Assessor assessor, List<RetrievedPassage> passages) {
        Predicate<RetrievedPassage> isOwn = passage -> passage.article().id().equals(articleId)
                && passage.passage().span().overlaps(paragraph);
        List<Case> cases = new ArrayList<>();
        assessor.assess(passages)
                .ifPresent(seen -> cases.add(new Case(
                        articleId,
                        seen.features(),
                        seen.article().id().equals(articleId)
                                && Judgement.isRight(
                                        seen.words().of(seen.article().text()), trial.answers()),
                        false)));
        assessor.assess(passages.stream().filter(isOwn.negate()).toList())
                .ifPresent(seen -> cases.add(new Case(articleId, seen.features(), false, true)));
        return cases;
    }

    private static List<Case> joined(List<Case> some, List<Case> others) {
        List<Case> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private static ConfidenceModel fit(List<Case> cases) {
        double[] weights =
                LogisticRegression.fit(cases.stream().map(Case::example).toList());
        int size = weights.length - 1;
        ConfidenceModel model = new ConfidenceModel(
                "Fitted by the command calibrate on reading-dev.json, each question asked of its own text and of all"
                        + " texts, as they are and with its own paragraph withheld (weight 1/3).",
                Features.NAMES,
                Arrays.stream(weights).limit(size).mapToObj(Calibration::round).toList(),
                round(weights[size]),
                REFUSE_BELOW,
                1);
        return new ConfidenceModel(
                model.about(), model.features(), model.weights(), model.bias(), REFUSE_BELOW, statedFrom(cases, model));
    }

    /** The lowest confidence from which on the answers, taken together, are as right as "stated" promises. */
    private static double statedFrom(List<Case> cases, ConfidenceModel model) {
        for (double from = REFUSE_BELOW; from < 0.99; from += 0.01) {
            double least = from;
            List<Case> above = cases.stream()
                    .filter(each -> model.probability(each.features()) >= least)
                    .toList();
            double right =
                    above.stream().filter(Case::right).mapToDouble(Case::weight).sum();
            if (right
                    >= STATED_PRECISION
                            * above.stream().mapToDouble(Case::weight).sum()) {
                return Math.round(from * 100) / 100.0;
            }
        }
        return 0.99;
    }

    private static String report(List<Case> own, List<Case> open, ConfidenceModel model) {
        List<String> texts =
                own.stream().map(Case::articleId).distinct().sorted().toList();
        List<Scored> heldOutOwn = new ArrayList<>();
        List<Scored> heldOutOpen = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int number = fold;
            Predicate<Case> held = each -> texts.indexOf(each.articleId()) % FOLDS == number;
            ConfidenceModel others =
                    fit(joined(own, open).stream().filter(held.negate()).toList());
            own.stream().filter(held).map(each -> Scored.of(each, others)).forEach(heldOutOwn::add);
            open.stream().filter(held).map(each -> Scored.of(each, others)).forEach(heldOutOpen::add);
        }
        return "cross-validated by text, " + texts.size() + " texts in " + FOLDS + " folds"
                + line("own text", heldOutOwn, model)
                + line("all texts at once", heldOutOpen, model);
    }

    private record Scored(double probability, boolean right, double weight, boolean withheld) {

        static Scored of(Case each, ConfidenceModel model) {
            return new Scored(model.probability(each.features()), each.right(), each.weight(), each.withheld());
        }
    }

    private static String line(String name, List<Scored> all, ConfidenceModel model) {
        double stated = share(
                all.stream()
                        .filter(each -> each.probability() >= model.statedFrom())
                        .toList(),
                Scored::right);
        double answered =
                share(all.stream().filter(Scored::right).toList(), each -> each.probability() >= model.refuseBelow());
        double refused =
                share(all.stream().filter(Scored::withheld).toList(), each -> each.probability() < model.refuseBelow());
        return String.format(
                Locale.ROOT,
                "%n  %-18s n %d, calibration error %.3f, stated right %.1f%%, right answers given %.1f%%, refused where"
                        + " withheld %.1f%%",
                name,
                all.size(),
                calibrationError(all),
                100 * stated,
                100 * answered,
                100 * refused);
    }

    private static double calibrationError(List<Scored> all) {
        double total = all.stream().mapToDouble(Scored::weight).sum();
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            int number = bin;
            List<Scored> inside = all.stream()
                    .filter(each -> Math.min(BINS - 1, (int) (each.probability() * BINS)) == number)
                    .toList();
            double weight = inside.stream().mapToDouble(Scored::weight).sum();
            if (weight > 0) {
                double expected = inside.stream()
                                .mapToDouble(each -> each.weight() * each.probability())
                                .sum()
                        / weight;
                error += Math.abs(expected - share(inside, Scored::right)) * weight / total;
            }
        }
        return error;
    }

    private static double share(List<Scored> all, Predicate<Scored> which) {
        double total = all.stream().mapToDouble(Scored::weight).sum();
        return total == 0
                ? 0
                : all.stream().filter(which).mapToDouble(Scored::weight).sum() / total;
    }

    private static double round(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
