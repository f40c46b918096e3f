package dev.footnote.reading;

import dev.footnote.model.ChoiceModel;
import dev.footnote.model.PassageScores;
import dev.footnote.model.ScoredSpan;
import dev.footnote.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The candidate sentences of a question, the likeliest first, with their signs. The likeliest three are read a second
 * time, each alone with what stands above it but the title, which tells how far the first reading can be trusted. The
 * command that fits the parameters uses this class too, so both see the same.
 */
public final class WeighedSentences {

    private static final int LOOKED_AT_AGAIN = 3;
    private static final double LEAST = 1e-6;
    private static final double NOT_READ = -10;

    private final List<CandidateSentence> candidates;
    private final List<Map<String, Double>> signs;
    private final double[] shares;
    private final List<Integer> order;
    private final List<PassageScores> again;
    private final Agreement agreement;

    private WeighedSentences(
            List<CandidateSentence> candidates,
            List<Map<String, Double>> signs,
            double[] shares,
            List<Integer> order,
            List<PassageScores> again,
            Agreement agreement) {
        this.candidates = candidates;
        this.signs = signs;
        this.shares = shares;
        this.order = order;
        this.again = again;
        this.agreement = agreement;
    }

    /**
     * What was read for a question, before any model weighs it.
     *
     * @param question that was asked
     * @param candidates the sentences
     * @param signs of each candidate
     * @param agreement which of them give the same answer
     */
    public record Seen(
            AskedQuestion question,
            List<CandidateSentence> candidates,
            List<Map<String, Double>> signs,
            Agreement agreement) {

        /** The candidates of what was read, with their signs. */
        public static Seen of(AskedQuestion question, Map<String, Double> kinds, List<ReadPassage> read) {
            List<CandidateSentence> candidates = CandidateSentence.of(read);
            Agreement agreement = new Agreement(candidates);
            return new Seen(
                    question, candidates, new CandidateSigns(question, kinds, candidates, agreement).all(), agreement);
        }

        /** The candidates in the order that a model gives them, the likeliest read again. */
        public WeighedSentences weigh(ChoiceModel choice, SentenceReading reading) {
            double[] shares = choice.probabilities(signs);
            List<Integer> order = IntStream.range(0, candidates.size())
                    .boxed()
                    .sorted((one, other) -> Double.compare(shares[other], shares[one]))
                    .toList();
            List<CandidateSentence> likeliest =
                    order.stream().limit(LOOKED_AT_AGAIN).map(candidates::get).toList();
            List<PassageScores> again = reading.score(
                    question.inFull(),
                    likeliest.stream()
                            .map(each -> each.source()
                                    .article()
                                    .aboveWithoutTitle(each.source().passage()))
                            .toList(),
                    likeliest.stream().map(CandidateSentence::text).toList());
            return new WeighedSentences(candidates, signs, shares, order, again, agreement);
        }
    }

    /** The candidates by their number, the likeliest first. */
    public List<Integer> order() {
        return order;
    }

    /** How likely a candidate is the one that answers, among all and none. */
    public double share(int index) {
        return shares[index];
    }

    /** The candidate at a place in the order, from 0. */
    public CandidateSentence candidate(int index) {
        return candidates.get(index);
    }

    /** What the reader said of a candidate when it read it alone; empty for one that was not read again. */
    public Optional<PassageScores> again(int index) {
        int place = order.indexOf(index);
        return place < again.size() ? Optional.of(again.get(place)) : Optional.empty();
    }

    /** All that is seen of a candidate: its signs, how it stands among all, and what the second reading says. */
    public Map<String, Double> seen(int index) {
        Map<String, Double> seen = new LinkedHashMap<>(signs.get(index));
        double none = shares[shares.length - 1];
        double rival = order.stream()
                .filter(other -> other != index)
                .mapToDouble(other -> shares[other])
                .max()
                .orElse(0);
        double agreed = 0;
        double disagreeing = 0;
        for (int i = 0; i < candidates.size(); i++) {
            if (agreement.agree(index, i)) {
                agreed += shares[i];
            } else {
                disagreeing = Math.max(disagreeing, shares[i]);
            }
        }
        seen.put("agreed_odds", odds(Math.min(1, agreed)));
        seen.put("agreed_more", Math.min(1, agreed) - shares[index]);
        seen.put("other_odds", odds(disagreeing));
        seen.put("chosen_odds", odds(shares[index]));
        seen.put("none_odds", odds(none));
        seen.put("rival_odds", odds(rival));
        seen.put("chosen_of_some", Math.log((shares[index] + LEAST) / (1 - none + LEAST)));
        seen.put("place", (double) Math.min(order.indexOf(index), LOOKED_AT_AGAIN));
        double first = candidates.get(index).words().margin();
        double alone = again(index).map(WeighedSentences::margin).orElse(NOT_READ);
        List<Double> others = new ArrayList<>();
        for (int i = 0; i < again.size(); i++) {
            if (order.get(i) != index) {
                others.add(margin(again.get(i)));
            }
        }
        seen.put("alone_margin", alone / 5);
        seen.put("alone_margin_above", Math.max(0, alone) / 5);
        seen.put("alone_margin_likely", 1 / (1 + Math.exp(-alone)));
        seen.put("alone_change", (alone - Math.max(-20, Math.min(20, first))) / 5);
        seen.put("alone_none", again(index).map(PassageScores::noneShare).orElse(0.0) / 5);
        seen.put("alone_yes", again(index).map(scores -> scores.stance().yes()).orElse(0.0));
        seen.put("alone_no", again(index).map(scores -> scores.stance().no()).orElse(0.0));
        seen.put("alone_rival", others.stream().mapToDouble(each -> each).max().orElse(NOT_READ) / 5);
        seen.put(
                "alone_same_words",
                again(index).map(scores -> same(index, scores)).orElse(0.0));
        return seen;
    }

    private static double margin(PassageScores scores) {
        return scores.best()
                .map(ScoredSpan::margin)
                .map(margin -> Math.max(-20, Math.min(20, margin)))
                .orElse(NOT_READ);
    }

    /** Whether both readings point at the same words: 1, at some of them: 0.5, or at others: 0. */
    private double same(int index, PassageScores scores) {
        CandidateSentence candidate = candidates.get(index);
        Span before = candidate.words().span();
        Span now = scores.best()
                .map(span -> span.span().shifted(candidate.place().start()))
                .orElse(new Span(0, 0));
        if (before.equals(now)) {
            return 1;
        }
        return before.overlaps(now) ? 0.5 : 0;
    }

    private static double odds(double probability) {
        return Math.log((probability + LEAST) / (1 - probability + LEAST));
    }
}
