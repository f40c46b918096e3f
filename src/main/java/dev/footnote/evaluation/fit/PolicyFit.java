package dev.footnote.evaluation.fit;

import dev.footnote.english.StandaloneWords;
import dev.footnote.evaluation.AskedItem;
import dev.footnote.evaluation.AskedJudgement;
import dev.footnote.model.BlendedModel;
import dev.footnote.model.ChoiceModel;
import dev.footnote.model.Judging;
import dev.footnote.model.LogisticModel;
import dev.footnote.reading.AnswerPolicy;
import dev.footnote.reading.CandidateSentence;
import dev.footnote.reading.PolicyParameters;
import dev.footnote.reading.QuestionKinds;
import dev.footnote.reading.ReaderStates;
import dev.footnote.reading.SentenceReading;
import dev.footnote.reading.WeighedSentences;
import dev.footnote.reading.WordEncoding;
import dev.footnote.text.Span;
import dev.footnote.verification.VerificationModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Fits all parameters of the policy, and again for each article without it, so that every figure is one of an article
 * that was left out.
 */
final class PolicyFit {

    private static final double CHOICE_RIDGE = 8;
    private static final double SECOND_RIDGE = 160;
    /** All of them ask for words; more of them would make every question one that does. */
    private static final double READING_KIND_WEIGHT = 0.03;

    private static final double KIND_RIDGE = 30;

    /**
     * A question is refused if its sentence is less likely right than this share of the unanswerable ones' are. It is more than the
     * 82% that are wanted: those of a few articles are refused less often than those of all by some points.
     */
    private static final double REFUSED = 0.855;

    private static final double STATED_PRECISION = 0.975;
    /** Before so many of the questions that their first passages settle the same sentence would come first if all were read. */
    private static final double SETTLED_PRECISION = 0.99;

    private static final double WORDS_PRECISION = 0.9;
    private static final double WORDS_STATED_PRECISION = 0.975;
    /** One in three of those that are told besides the first is right from here on (decision 39 in .github/docs/decisions.md). */
    private static final double ALSO_FROM = 0.2;
    /** A precision is one of at least so many questions. */
    private static final int FEWEST_ABOVE = 10;

    private static final int MOST_FURTHER = 2;
    /** Whoever asks for a few words is not told more than these. */
    private static final int MOST_WORDS_FOR_WORDS = 60;

    private static final Pattern SPACE = Pattern.compile("\\s+");
    /** Further down than this no sentence is likely to answer too. */
    private static final int MOST_LOOKED_AT = 6;

    /** Signs of the question as a whole, of which the highest among the candidates speaks for or against "none". */
    private static final Set<String> NONE_SIGNS = Set.of(
            "margin",
            "standing",
            "standing_likely",
            "start_share",
            "similarity",
            "words_in_sentence",
            "words_around",
            "words_unknown",
            "names_in_article",
            "names_around",
            "names_in_sentence",
            "has_names",
            "question_length",
            "question_words",
            "one_word",
            "follow_up",
            "topic",
            "topic_similarity",
            "topic_words_around",
            "topic_words_unknown",
            "lower_case",
            "asks_quantity",
            "asks_time",
            "asks_name",
            "stance",
            "open",
            "chosen_odds",
            "none_odds",
            "alone_margin",
            "alone_margin_likely",
            "alone_none",
            "alone_state",
            "state",
            "match_sentence",
            "match_lost_sentence",
            "match_least_sentence",
            "match_around",
            "match_lost_around",
            "match_least_around");

    private final List<FitCase> cases;
    private final String reader;
    private final SentenceReading reading;
    private final Judging judge;
    private final WordEncoding encoding;
    private final VerificationModel check;

    /**
     * @param reader names it
     * @param check tells how far a sentence supports the claim that a yes/no question makes
     */
    PolicyFit(
            List<FitCase> cases,
            String reader,
            SentenceReading reading,
            Judging judge,
            WordEncoding encoding,
            VerificationModel check) {
        this.cases = List.copyOf(cases);
        this.reader = reader;
        this.reading = reading;
        this.judge = judge;
        this.encoding = encoding;
        this.check = check;
    }

    /**
     * A case as parameters without its article see it.
     *
     * @param of the case
     * @param order the candidates, the likeliest first
     * @param answers how likely one of those that are told answers
     * @param first how likely the first answers by itself
     * @param words how likely its words are right
     * @param also how likely each of the others answers by itself, by candidate
     * @param kinds what the question asks for
     * @param right whether each candidate is a right citation
     * @param weighed the candidates
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record HeldOut(
            FitCase of,
            List<Integer> order,
            double answers,
            double first,
            double words,
            Map<Integer, Double> also,
            Map<String, Double> kinds,
            boolean[] right,
            WeighedSentences weighed) {

        boolean isRight() {
            return !order.isEmpty() && right[order.get(0)];
        }

        /** Whether the question is taken for one that asks for a few words. */
        boolean asksForWords() {
            return PolicyFit.asksForWords(kinds) && kinds.getOrDefault(QuestionKinds.YES_NO, 0.0) < 0.5;
        }

        /** The words as they would be shown alone; empty where they cannot be. */
        Optional<String> standing() {
            return order.isEmpty() ? Optional.empty() : PolicyFit.standing(of, weighed, order.get(0));
        }

        /** Whether the words, shown alone, would be counted as said right. */
        boolean areWordsSaidRight() {
            return isRight()
                    && standing()
                            .filter(words -> AskedJudgement.of(
                                            of.item(),
                                            words,
                                            List.of(weighed.candidate(order.get(0))
                                                    .text()))
                                    .useful())
                            .isPresent();
        }

        boolean areWordsRight() {
            return PolicyFit.areWordsRight(of, weighed, order, right);
        }

        /** Whether one of those that are told is a right citation. */
        boolean isToldRight() {
            return told().stream().anyMatch(index -> right[index]);
        }

        /** Whether the same sentence comes first as in another reading of the same question. */
        boolean shows(HeldOut other) {
            return firstPlace().equals(other.firstPlace());
        }

        private Optional<Span> firstPlace() {
            return order.stream().findFirst().map(index -> weighed.candidate(index)
                    .place());
        }

        /** The candidates that are shown as sentences, in the article's order. */
        List<Integer> told() {
            return told(ALSO_FROM);
        }

        /** The same if others were told from another probability on. */
        List<Integer> told(double alsoFrom) {
            List<Integer> told =
                    new ArrayList<>(PolicyFit.told(weighed, order, also, PolicyFit.asksForWords(kinds), alsoFrom));
            told.sort(Comparator.comparingInt(
                    index -> weighed.candidate(index).place().start()));
            return told;
        }
    }

    /**
     * What was fitted.
     *
     * @param parameters on all cases
     * @param heldOut each case by the parameters without its article
     * @param yesNo how good "Yes" and "No" are
     */
    record FittedPolicy(PolicyParameters parameters, List<HeldOut> heldOut, YesNoFit.FittedYesNo yesNo) {}

    FittedPolicy fit() {
        List<String> sets = cases.stream().map(FitCase::set).distinct().toList();
        Map<String, QuestionKinds> kindsWithout =
                without(sets, set -> kinds(each -> !each.set().equals(set)));
        StateFit states = new StateFit(cases);
        StateFit.LeftOut passageStates = states.passages();
        List<WeighedSentences.Seen> seen = new ArrayList<>();
        List<boolean[]> right = new ArrayList<>();
        List<Map<String, Double>> kinds = new ArrayList<>();
        for (FitCase each : cases) {
            Map<String, Double> asks = Objects.requireNonNull(kindsWithout.get(each.set()))
                    .of(each.question().vector());
            WeighedSentences.Seen candidates = WeighedSentences.Seen.of(
                    each.question(),
                    asks,
                    new ReaderStates(states.without(passageStates, each), LogisticModel.SILENT),
                    each.read());
            kinds.add(asks);
            seen.add(candidates);
            right.add(right(each, candidates));
        }
        Map<String, ChoiceModel> choiceWithout =
                without(sets, set -> choice(seen, right, each -> !each.set().equals(set)));
        List<Second> seconds = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            ChoiceModel model =
                    Objects.requireNonNull(choiceWithout.get(cases.get(i).set()));
            seconds.add(new Second(
                    cases.get(i),
                    seen.get(i).weigh(model, reading, encoding),
                    right.get(i),
                    asksForWords(kinds.get(i))));
        }
        StateFit.LeftOut sentenceStates =
                states.sentences(seconds.stream().map(Second::weighed).toList(), right);
        seconds.replaceAll(each -> each.with(
                new ReaderStates(states.without(passageStates, each.of()), states.without(sentenceStates, each.of()))));
        Map<String, ChoiceModel> choiceAgainWithout = without(
                sets,
                set -> choiceAgain(seconds.stream()
                        .filter(each -> !each.of().set().equals(set))
                        .toList()));
        ChoiceModel choiceAgain = choiceAgain(seconds);
        seconds.replaceAll(each -> each.weighedAgain(
                Objects.requireNonNull(choiceAgainWithout.get(each.of().set()))));
        List<String> names = secondNames(seconds);
        Map<String, SecondModels> modelsWithout = without(
                sets,
                set -> models(
                        seconds.stream()
                                .filter(each -> !each.of().set().equals(set))
                                .toList(),
                        names));
        List<HeldOut> heldOut = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            heldOut.add(heldOut(
                    seconds.get(i),
                    Objects.requireNonNull(modelsWithout.get(cases.get(i).set())),
                    kinds.get(i)));
        }
        SecondModels models = models(seconds, names);
        ModelsWithout leftOut = new ModelsWithout(choiceWithout, choiceAgainWithout, modelsWithout);
        List<Settled> settled = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            FitCase each = cases.get(i);
            if (each.read().size() > AnswerPolicy.READ_FIRST) {
                ReaderStates known =
                        new ReaderStates(states.without(passageStates, each), states.without(sentenceStates, each));
                settled.add(settled(i, kinds.get(i), known, leftOut, heldOut.get(i)));
            }
        }
        double settledFrom = settledFrom(settled);
        // What is told from here on is what Footnote tells, which does not read on where the first passages settle it.
        settled.stream()
                .filter(each -> each.surest() >= settledFrom)
                .forEach(each -> heldOut.set(each.place(), each.ofFirst()));
        // The other sets are mostly short facts; no threshold is chosen on them where there are these.
        List<HeldOut> asked =
                heldOut.stream().filter(each -> each.of().family().isTyped()).toList();
        if (asked.isEmpty()) {
            asked = heldOut;
        }
        List<HeldOut> forWords = asked.stream()
                .filter(HeldOut::asksForWords)
                .filter(each ->
                        !each.of().item().isAnswerable() || each.of().item().asksForWords())
                .filter(each -> each.standing().isPresent())
                .toList();
        double refuseBelow = Rounding.of(refuseBelow(asked));
        YesNoFit.FittedYesNo yesNo = new YesNoFit(reading, judge, encoding, check).fit(heldOut, refuseBelow);
        PolicyParameters parameters = new PolicyParameters(
                "Fitted by the command fit; every threshold was chosen on articles that were left out of the fit.",
                reader,
                kinds(each -> true),
                new ReaderStates(passageStates.all(), sentenceStates.all()),
                choice(seen, right, each -> true),
                choiceAgain,
                models.answers(),
                models.first(),
                models.words(),
                models.also(),
                yesNo.model(),
                settledFrom,
                refuseBelow,
                Rounding.of(from(asked, HeldOut::answers, HeldOut::isToldRight, STATED_PRECISION)),
                Rounding.of(from(forWords, HeldOut::words, HeldOut::areWordsSaidRight, WORDS_PRECISION)),
                Rounding.of(from(forWords, HeldOut::words, HeldOut::areWordsSaidRight, WORDS_STATED_PRECISION)),
                ALSO_FROM);
        return new FittedPolicy(parameters, heldOut, yesNo);
    }

    /** What was fitted without an article, by article. */
    private record ModelsWithout(
            Map<String, ChoiceModel> choice, Map<String, ChoiceModel> choiceAgain, Map<String, SecondModels> models) {}

    /** A case as it stands where only its first passages are read, beside how it stands where all are. */
    private Settled settled(
            int place, Map<String, Double> kinds, ReaderStates states, ModelsWithout leftOut, HeldOut ofAll) {
        FitCase of = cases.get(place);
        ChoiceModel choice = Objects.requireNonNull(leftOut.choice().get(of.set()));
        WeighedSentences.Seen first =
                WeighedSentences.Seen.of(of.question(), kinds, states, of.read().subList(0, AnswerPolicy.READ_FIRST));
        WeighedSentences weighed = first.weigh(choice, reading, encoding)
                .weighAgain(Objects.requireNonNull(leftOut.choiceAgain().get(of.set())));
        HeldOut ofFirst = heldOut(
                new Second(of, weighed, right(of, first), asksForWords(kinds)),
                Objects.requireNonNull(leftOut.models().get(of.set())),
                kinds);
        return new Settled(place, first.surest(choice), ofFirst, ofFirst.shows(ofAll));
    }

    private static double settledFrom(List<Settled> settled) {
        return Rounding.of(ThresholdFit.from(
                settled.stream()
                        .filter(each -> each.ofFirst().of().family().isTyped())
                        .toList(),
                Settled::surest,
                each -> 1,
                Settled::isSame,
                SETTLED_PRECISION,
                FEWEST_ABOVE));
    }

    /**
     * What the first passages of a question make of it.
     *
     * @param place the case, by its number
     * @param surest how likely their likeliest sentence is the one that answers
     * @param ofFirst the case as it stands where no others are read
     * @param isSame whether the same sentence comes first where all are read
     */
    private record Settled(int place, double surest, HeldOut ofFirst, boolean isSame) {}

    /** A case with what the models of the second step see of it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Second(FitCase of, WeighedSentences weighed, boolean[] right, boolean briefly) {

        Second with(ReaderStates states) {
            return new Second(of, weighed.with(states), right, briefly);
        }

        Second weighedAgain(ChoiceModel choice) {
            return new Second(of, weighed.weighAgain(choice), right, briefly);
        }
    }

    /** Which of the candidates are a right citation. */
    private static boolean[] right(FitCase of, WeighedSentences.Seen seen) {
        boolean[] right = new boolean[seen.candidates().size()];
        for (int i = 0; i < right.length; i++) {
            right[i] = of.item().isAnswerable()
                    && AskedJudgement.isCitedRight(
                            of.item(), List.of(seen.candidates().get(i).text()));
        }
        return right;
    }

    /** For each article what is made without it, all at once. */
    private static <T> Map<String, T> without(List<String> sets, Function<String, T> make) {
        return sets.parallelStream().collect(Collectors.toConcurrentMap(Function.identity(), make));
    }

    private record SecondModels(BlendedModel answers, LogisticModel first, LogisticModel words, LogisticModel also) {}

    private static boolean asksForWords(Map<String, Double> kinds) {
        return kinds.getOrDefault(QuestionKinds.WORDS, 0.0) >= 0.5;
    }

    private static Optional<String> standing(FitCase of, WeighedSentences weighed, int index) {
        CandidateSentence candidate = weighed.candidate(index);
        String text = candidate.read().article().text();
        return StandaloneWords.of(
                        text,
                        candidate.place(),
                        candidate.words().span(),
                        of.question().text())
                .map(span -> span.of(text));
    }

    /** Whether the words of the first candidate are right, as they stand by themselves where they can. */
    private static boolean areWordsRight(FitCase of, WeighedSentences weighed, List<Integer> order, boolean[] right) {
        if (order.isEmpty() || !right[order.get(0)]) {
            return false;
        }
        int first = order.get(0);
        return AskedJudgement.areRightWords(
                of.item(),
                standing(of, weighed, first).orElse(weighed.candidate(first).saidWords()));
    }

    /** The first candidate and at most two that are likely to answer too, as few words as are asked for. */
    private static List<Integer> told(
            WeighedSentences weighed,
            List<Integer> order,
            Map<Integer, Double> also,
            boolean briefly,
            double alsoFrom) {
        List<Integer> told = new ArrayList<>(order.subList(0, Math.min(1, order.size())));
        int[] words = {told.stream().mapToInt(index -> length(weighed, index)).sum()};
        order.stream()
                .skip(1)
                .filter(index -> also.getOrDefault(index, 0.0) >= alsoFrom)
                .sorted(Comparator.comparingDouble((Integer index) -> -also.getOrDefault(index, 0.0)))
                .limit(MOST_FURTHER)
                .forEach(index -> {
                    words[0] += length(weighed, index);
                    if (!briefly || words[0] <= MOST_WORDS_FOR_WORDS) {
                        told.add(index);
                    }
                });
        return told;
    }

    private static int length(WeighedSentences weighed, int index) {
        return SPACE.split(weighed.candidate(index).text().strip()).length;
    }

    private static Map<Integer, Double> also(WeighedSentences weighed, LogisticModel model) {
        Map<Integer, Double> also = new HashMap<>();
        weighed.order().stream()
                .skip(1)
                .limit(MOST_LOOKED_AT)
                .forEach(index -> also.put(index, model.probability(weighed.seen(index))));
        return also;
    }

    private static HeldOut heldOut(Second second, SecondModels models, Map<String, Double> kinds) {
        List<Integer> order = second.weighed().order();
        if (order.isEmpty()) {
            return new HeldOut(second.of(), order, 0, 0, 0, Map.of(), kinds, second.right(), second.weighed());
        }
        Map<String, Double> seen = second.weighed().seen(order.get(0));
        return new HeldOut(
                second.of(),
                order,
                models.answers().probability(seen),
                models.first().probability(seen),
                models.words().probability(seen),
                also(second.weighed(), models.also()),
                kinds,
                second.right(),
                second.weighed());
    }

    private static List<String> secondNames(List<Second> seconds) {
        return seconds.stream()
                .filter(each -> !each.weighed().order().isEmpty())
                .findFirst()
                .map(each -> List.copyOf(
                        each.weighed().seen(each.weighed().order().get(0)).keySet()))
                .orElseThrow(() ->
                        new IllegalStateException("Nothing was read for any question, so nothing can be fitted."));
    }

    private static SecondModels models(List<Second> seconds, List<String> names) {
        List<LogisticFit.Labelled> also = new ArrayList<>();
        for (Second second : seconds) {
            second.weighed().order().stream()
                    .skip(1)
                    .limit(MOST_FURTHER + 2)
                    .forEach(index -> also.add(new LogisticFit.Labelled(
                            array(second.weighed().seen(index), names),
                            second.right()[index],
                            second.of().weight())));
        }
        LogisticModel alsoModel = LogisticFit.fit(also, names, SECOND_RIDGE);
        List<LogisticFit.Labelled> answers = new ArrayList<>();
        List<LogisticFit.Labelled> firsts = new ArrayList<>();
        List<LogisticFit.Labelled> words = new ArrayList<>();
        for (Second second : seconds) {
            List<Integer> order = second.weighed().order();
            if (order.isEmpty()) {
                continue;
            }
            int first = order.get(0);
            FitCase of = second.of();
            double[] signs = array(second.weighed().seen(first), names);
            boolean isToldRight =
                    told(second.weighed(), order, also(second.weighed(), alsoModel), second.briefly(), ALSO_FROM)
                            .stream()
                            .anyMatch(index -> second.right()[index]);
            answers.add(new LogisticFit.Labelled(signs, isToldRight, of.weight()));
            firsts.add(new LogisticFit.Labelled(signs, second.right()[first], of.weight()));
            if (!of.item().isAnswerable()
                    || of.item().asksForWords() && !of.item().kind().equals("yesno")) {
                boolean areRight = areWordsRight(of, second.weighed(), order, second.right());
                words.add(new LogisticFit.Labelled(signs, areRight, of.weight()));
            }
        }
        return new SecondModels(
                new BlendedModel(LogisticFit.fit(answers, names, SECOND_RIDGE), TreesFit.fit(answers, names)),
                LogisticFit.fit(firsts, names, SECOND_RIDGE),
                LogisticFit.fit(words, names, SECOND_RIDGE),
                alsoModel);
    }

    private static double[] array(Map<String, Double> seen, List<String> names) {
        return names.stream().mapToDouble(name -> seen.getOrDefault(name, 0.0)).toArray();
    }

    private ChoiceModel choice(List<WeighedSentences.Seen> seen, List<boolean[]> right, Predicate<FitCase> which) {
        List<ChoiceFit.AskedChoice> known = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            FitCase of = cases.get(i);
            ChoiceFit.AskedChoice example =
                    new ChoiceFit.AskedChoice(seen.get(i).signs(), right.get(i), of.weight());
            if (which.test(of) && teaches(example, of)) {
                known.add(example);
            }
        }
        return choice(known);
    }

    /** The same among the candidates that were looked at again. */
    private static ChoiceModel choiceAgain(List<Second> seconds) {
        List<ChoiceFit.AskedChoice> known = new ArrayList<>();
        for (Second each : seconds) {
            List<Integer> again = each.weighed().lookedAtAgain();
            boolean[] right = new boolean[again.size()];
            for (int i = 0; i < right.length; i++) {
                right[i] = each.right()[again.get(i)];
            }
            ChoiceFit.AskedChoice example = new ChoiceFit.AskedChoice(
                    each.weighed().seenAgain(), right, each.of().weight());
            if (teaches(example, each.of())) {
                known.add(example);
            }
        }
        return choice(known);
    }

    /** Where the right sentence was not read there is nothing to learn: neither another nor "none" is right. */
    private static boolean teaches(ChoiceFit.AskedChoice example, FitCase of) {
        return !example.signs().isEmpty() && (example.hasRight() || !of.item().isAnswerable());
    }

    private static ChoiceModel choice(List<ChoiceFit.AskedChoice> known) {
        List<String> names = List.copyOf(known.get(0).signs().get(0).keySet());
        List<String> none = names.stream()
                .filter(name -> NONE_SIGNS.contains(name)
                        || name.startsWith("asks_") && !name.endsWith("_margin") && !name.contains("_yes_no_"))
                .toList();
        return ChoiceFit.fit(known, names, none, CHOICE_RIDGE);
    }

    private QuestionKinds kinds(Predicate<FitCase> which) {
        Map<String, LogisticModel> models = new LinkedHashMap<>();
        Map<String, Predicate<AskedItem>> labels = new LinkedHashMap<>();
        labels.put(QuestionKinds.WORDS, AskedItem::asksForWords);
        labels.put(QuestionKinds.YES_NO, item -> item.kind().equals("yesno"));
        labels.put(QuestionKinds.DEFINITION, item -> item.kind().equals("definition"));
        labels.put(
                QuestionKinds.LIST,
                item -> item.kind().equals("list") || item.kind().equals("multi"));
        labels.put(QuestionKinds.KEYWORD, item -> item.kind().equals("keyword"));
        labels.put(QuestionKinds.REASON, item -> item.kind().equals("why"));
        labels.put(QuestionKinds.WAY, item -> item.kind().equals("how"));
        labels.forEach((kind, label) -> {
            List<LogisticFit.Labelled> examples = new ArrayList<>();
            for (FitCase each : cases) {
                boolean isOfReading = each.isOfReading();
                if (!each.item().isAnswerable()
                        || !which.test(each)
                        || isOfReading && !kind.equals(QuestionKinds.WORDS)) {
                    continue;
                }
                examples.add(LogisticFit.Labelled.of(
                        each.question().vector(), label.test(each.item()), isOfReading ? READING_KIND_WEIGHT : 1));
            }
            models.put(kind, LogisticFit.fit(examples, KIND_RIDGE));
        });
        return new QuestionKinds(models);
    }

    private static double refuseBelow(List<HeldOut> asked) {
        List<Double> unanswerable = asked.stream()
                .filter(each -> !each.of().item().isAnswerable())
                .map(HeldOut::answers)
                .sorted()
                .toList();
        return unanswerable.isEmpty()
                ? 0.5
                : unanswerable.get(Math.min(unanswerable.size() - 1, (int) Math.ceil(REFUSED * unanswerable.size())));
    }

    /** See {@link ThresholdFit}; every question counts alike. */
    private static double from(
            List<HeldOut> asked, ToDoubleFunction<HeldOut> probability, Predicate<HeldOut> right, double precision) {
        return ThresholdFit.from(asked, probability, each -> 1, right, precision, FEWEST_ABOVE);
    }
}
