package dev.footnote.evaluation.fit;

import dev.footnote.model.Judging;
import dev.footnote.model.LogisticModel;
import dev.footnote.model.PassageScores;
import dev.footnote.model.Stance;
import dev.footnote.reading.CandidateSentence;
import dev.footnote.reading.SentenceReading;
import dev.footnote.reading.WordEncoding;
import dev.footnote.reading.YesNo;
import dev.footnote.reading.YesNoModel;
import dev.footnote.verification.ClaimSigns;
import dev.footnote.verification.VerificationModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Fits when "Yes" and "No" may stand before a sentence: on the yes/no questions of the sets, over the sentence that would
 * be shown for them and over each that answers them.
 */
final class YesNoFit {

    private static final String KIND = "yesno";
    private static final double RIDGE = 8;

    /** So many of those that are said are to be right, on articles that were left out, by weight. */
    private static final double PRECISION = 0.85;

    private static final int LEAST_SAID = 5;

    private final SentenceReading reading;
    private final Judging judge;
    private final WordEncoding encoding;
    private final VerificationModel check;

    YesNoFit(SentenceReading reading, Judging judge, WordEncoding encoding, VerificationModel check) {
        this.reading = reading;
        this.judge = judge;
        this.encoding = encoding;
        this.check = check;
    }

    /**
     * A question over a sentence.
     *
     * @param set the article that it was asked of
     * @param signs what is seen
     * @param right what is right to say
     * @param isShown whether the sentence is the one that is shown as the answer
     */
    private record VerdictSample(String set, Map<String, Double> signs, YesNo.Decision right, boolean isShown) {

        double weight(double yesWeight) {
            return right == YesNo.Decision.YES ? yesWeight : 1;
        }
    }

    /**
     * A sample as models see it that saw none of its article.
     *
     * @param of the sample
     * @param yes how likely "Yes" is right
     * @param no how likely "No" is right
     */
    private record HeldOutVerdict(VerdictSample of, double yes, double no) {}

    /**
     * What was fitted.
     *
     * @param model on all samples
     * @param shown how many sentences are shown for a question that could be answered by "Yes" or "No"
     * @param said how many are
     * @param right of how many that is right
     */
    record FittedYesNo(YesNoModel model, int shown, int said, int right) {

        String print() {
            return String.format(
                    Locale.ROOT,
                    "\"Yes\" from %.2f, \"No\" from %.2f: said before %d of %d sentences that are shown, right before %d",
                    model.yesFrom(),
                    model.noFrom(),
                    said,
                    shown,
                    right);
        }
    }

    /** @param refuseBelow what is less likely to answer is not shown, so that no threshold is chosen by it */
    FittedYesNo fit(List<PolicyFit.HeldOut> cases, double refuseBelow) {
        List<VerdictSample> samples = new ArrayList<>();
        for (PolicyFit.HeldOut each : cases) {
            addSamples(each, refuseBelow, samples);
        }
        List<String> names = samples.isEmpty()
                ? List.of()
                : List.copyOf(samples.get(0).signs().keySet());
        Map<String, List<LogisticModel>> without = new HashMap<>();
        for (VerdictSample sample : samples) {
            without.computeIfAbsent(
                    sample.set(),
                    set -> models(
                            samples.stream()
                                    .filter(each -> !each.set().equals(set))
                                    .toList(),
                            names));
        }
        List<HeldOutVerdict> heldOut = samples.stream()
                .map(sample -> {
                    List<LogisticModel> models = Objects.requireNonNull(without.get(sample.set()));
                    return new HeldOutVerdict(
                            sample,
                            models.get(0).probability(sample.signs()),
                            models.get(1).probability(sample.signs()));
                })
                .toList();
        List<HeldOutVerdict> shown =
                heldOut.stream().filter(each -> each.of().isShown()).toList();
        List<LogisticModel> models = models(samples, names);
        YesNoModel model = new YesNoModel(
                models.get(0),
                Rounding.of(from(shown, YesNo.Decision.YES)),
                models.get(1),
                Rounding.of(from(shown, YesNo.Decision.NO)));
        List<HeldOutVerdict> said = shown.stream()
                .filter(each -> model.decide(each.yes(), each.no()) != YesNo.Decision.OPEN)
                .toList();
        int right = (int) said.stream()
                .filter(each -> model.decide(each.yes(), each.no()) == each.of().right())
                .count();
        return new FittedYesNo(model, shown.size(), said.size(), right);
    }

    private void addSamples(PolicyFit.HeldOut each, double refuseBelow, List<VerdictSample> samples) {
        FitCase of = each.of();
        String question = of.question().text();
        boolean isKnown = of.item().kind().equals(KIND) || !of.item().isAnswerable();
        if (!isKnown || of.isOfReading() || each.order().isEmpty() || !YesNo.isYesNo(question)) {
            return;
        }
        int first = each.order().get(0);
        IntStream.range(0, each.right().length)
                .filter(index -> index == first || each.right()[index])
                .filter(index ->
                        YesNo.settles(question, each.weighed().candidate(index).text()))
                .forEach(index -> samples.add(new VerdictSample(
                        of.set(),
                        signs(of, each.weighed().candidate(index), each.answers()),
                        each.right()[index] ? right(of) : YesNo.Decision.OPEN,
                        index == first && each.answers() >= refuseBelow)));
    }

    private static YesNo.Decision right(FitCase of) {
        String answer = of.item().answers().isEmpty() ? "" : of.item().answers().get(0);
        return switch (answer.toLowerCase(Locale.ROOT)) {
            case "yes" -> YesNo.Decision.YES;
            case "no" -> YesNo.Decision.NO;
            default -> YesNo.Decision.OPEN;
        };
    }

    private Map<String, Double> signs(FitCase of, CandidateSentence candidate, double answers) {
        String claim = YesNo.claim(of.question().text());
        String sentence = candidate.text();
        String above =
                candidate.read().article().aboveWithoutTitle(candidate.read().passage());
        PassageScores ofQuestion = read(of.question().inFull(), above, sentence);
        PassageScores ofClaim = read(claim, "", sentence);
        Stance judged = judge.judge(claim, sentence);
        return new YesNo.Scores(
                        ofQuestion.stance(),
                        ofClaim.stance(),
                        judge.judge(of.question().text(), sentence),
                        judged,
                        check.probability(ClaimSigns.of(
                                claim, sentence, ofClaim, judged, encoding.encodeWords(List.of(claim, sentence)))),
                        answers)
                .signs(claim, sentence);
    }

    private PassageScores read(String question, String above, String sentence) {
        return reading.score(question, List.of(above), List.of(sentence)).get(0);
    }

    /** How likely "Yes" is right, and how likely "No". */
    private static List<LogisticModel> models(List<VerdictSample> samples, List<String> names) {
        return List.of(model(samples, names, YesNo.Decision.YES), model(samples, names, YesNo.Decision.NO));
    }

    private static LogisticModel model(List<VerdictSample> samples, List<String> names, YesNo.Decision decision) {
        double yesWeight = yesWeight(samples);
        return LogisticFit.fit(
                samples.stream()
                        .map(sample -> new LogisticFit.Labelled(
                                names.stream()
                                        .mapToDouble(name -> sample.signs().getOrDefault(name, 0.0))
                                        .toArray(),
                                sample.right() == decision,
                                sample.weight(yesWeight)))
                        .toList(),
                names,
                RIDGE);
    }

    /**
     * What a sample counts whose answer is "Yes"; others count 1. Whoever writes a set likes to ask what is answered by
     * "No"; elsewhere people expect "Yes" at least as often, so that all of one count as much as all of the other.
     */
    private static double yesWeight(List<VerdictSample> samples) {
        return Math.max(1, count(samples, YesNo.Decision.NO)) / Math.max(1, count(samples, YesNo.Decision.YES));
    }

    private static double count(List<VerdictSample> samples, YesNo.Decision right) {
        return samples.stream().filter(sample -> sample.right() == right).count();
    }

    /** The lowest probability from which on what is said is as often right as wanted; never said where nothing is. */
    private static double from(List<HeldOutVerdict> heldOut, YesNo.Decision decision) {
        boolean isYes = decision == YesNo.Decision.YES;
        double yesWeight = yesWeight(heldOut.stream().map(HeldOutVerdict::of).toList());
        return ThresholdFit.from(
                heldOut.stream()
                        .filter(each -> isYes == each.yes() >= each.no())
                        .toList(),
                each -> isYes ? each.yes() : each.no(),
                each -> each.of().weight(yesWeight),
                each -> each.of().right() == decision,
                PRECISION,
                LEAST_SAID);
    }
}
