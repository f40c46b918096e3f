package dev.footnote.reading;

import dev.footnote.model.ChoiceModel;
import dev.footnote.model.EncodedWords;
import dev.footnote.model.PassageScores;
import dev.footnote.model.ScoredSpan;
import dev.footnote.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The candidate sentences of a question, the likeliest first, with their signs. The likeliest three are looked at a
 * second time: each is read alone with what stands above it but the title, and its words are compared with the
 * question's, which tells how far the first reading can be trusted. The
 * command that fits the parameters uses this class too, so both see the same.
 */
public final class WeighedSentences {

    private static final int LOOKED_AT_AGAIN = 3;
    private static final double LEAST = 1e-6;
    private static final double NOT_READ = -10;

    private static final WordMatch NOT_MATCHED = new WordMatch(0, 0, 0, 0);

    private final List<CandidateSentence> candidates;
    private final List<Map<String, Double>> signs;
    private final double[] shares;
    private final List<Integer> order;
    private final List<SecondLook> again;
    private final Agreement agreement;
    private final ReaderStates states;
    private final double[] sharesAgain;

    private WeighedSentences(
            List<CandidateSentence> candidates,
            List<Map<String, Double>> signs,
            double[] shares,
            List<Integer> order,
            List<SecondLook> again,
            Agreement agreement,
            ReaderStates states,
            double[] sharesAgain) {
        this.candidates = candidates;
        this.signs = signs;
        this.shares = shares;
        this.order = order;
        this.again = again;
        this.agreement = agreement;
        this.states = states;
        this.sharesAgain = sharesAgain;
    }

    /**
     * What is seen when a candidate is looked at a second time.
     *
     * @param index of the candidate
     * @param scores what the reader says of it alone
     * @param inSentence how much of the question its words match
     * @param around the same with its passage, its headings and the title
     */
    private record SecondLook(int index, PassageScores scores, WordMatch inSentence, WordMatch around) {}

    /**
     * What was read for a question, before any model weighs it.
     *
     * @param question that was asked
     * @param candidates the sentences
     * @param signs of each candidate
     * @param agreement which of them give the same answer
     * @param states what is learned from the reader's states
     */
    public record Seen(
            AskedQuestion question,
            List<CandidateSentence> candidates,
            List<Map<String, Double>> signs,
            Agreement agreement,
            ReaderStates states) {

        /** The candidates of what was read, with their signs. */
        public static Seen of(
                AskedQuestion question, Map<String, Double> kinds, ReaderStates states, List<ReadPassage> read) {
            List<CandidateSentence> candidates = CandidateSentence.of(read);
            Agreement agreement = new Agreement(candidates);
            return new Seen(
                    question,
                    candidates,
                    new CandidateSigns(question, kinds, states, candidates, agreement).all(),
                    agreement,
                    states);
        }

        /** How likely the likeliest candidate is the one that answers, at first sight; 0 if there is none. */
        public double surest(ChoiceModel choice) {
            return Arrays.stream(choice.probabilities(signs))
                    .limit(candidates.size())
                    .max()
                    .orElse(0);
        }

        /** The candidates in the order that a model gives them, the likeliest looked at again. */
        public WeighedSentences weigh(ChoiceModel choice, SentenceReading reading, WordEncoding encoding) {
            double[] shares = choice.probabilities(signs);
            List<Integer> order = IntStream.range(0, candidates.size())
                    .boxed()
                    .sorted((one, other) -> Double.compare(shares[other], shares[one]))
                    .toList();
            return new WeighedSentences(
                    candidates,
                    signs,
                    shares,
                    order,
                    again(order.subList(0, Math.min(LOOKED_AT_AGAIN, order.size())), reading, encoding),
                    agreement,
                    states,
                    new double[0]);
        }

        private List<SecondLook> again(List<Integer> likeliest, SentenceReading reading, WordEncoding encoding) {
            List<CandidateSentence> sentences =
                    likeliest.stream().map(candidates::get).toList();
            List<PassageScores> scores = reading.scoreEach(
                    sentences.stream()
                            .map(each -> question.inFull(each.read().article(), each.text()))
                            .toList(),
                    sentences.stream()
                            .map(each -> each.read()
                                    .article()
                                    .aboveWithoutTitle(each.read().passage()))
                            .toList(),
                    sentences.stream().map(CandidateSentence::text).toList());
            List<String> above = sentences.stream()
                    .map(each -> each.read().article().above(each.read().passage()))
                    .toList();
            List<String> texts = new ArrayList<>(List.of(question.text()));
            for (int i = 0; i < sentences.size(); i++) {
                texts.add(above.get(i) + sentences.get(i).read().text());
            }
            List<String> distinct = texts.stream().distinct().toList();
            List<EncodedWords> words = encoding.encodeWords(distinct);
            List<SecondLook> again = new ArrayList<>();
            for (int i = 0; i < sentences.size(); i++) {
                ArticleWords article = sentences.get(i).read().article();
                EncodedWords around = words.get(distinct.indexOf(texts.get(i + 1)));
                EncodedWords sentence = around.within(
                        sentences.get(i).placeInPassage().shifted(above.get(i).length()));
                again.add(new SecondLook(
                        likeliest.get(i),
                        scores.get(i),
                        WordMatch.of(words.get(0), article::weight, sentence),
                        WordMatch.of(words.get(0), article::weight, around)));
            }
            return again;
        }
    }

    /** The same with those that were looked at again in the order that a model gives them by all that is seen. */
    public WeighedSentences weighAgain(ChoiceModel choice) {
        double[] sharesAgain = choice.probabilities(seenAgain());
        List<Integer> reordered = new ArrayList<>(IntStream.range(0, again.size())
                .boxed()
                .sorted((one, other) -> Double.compare(sharesAgain[other], sharesAgain[one]))
                .map(place -> again.get(place).index())
                .toList());
        reordered.addAll(order.subList(again.size(), order.size()));
        return new WeighedSentences(candidates, signs, shares, reordered, again, agreement, states, sharesAgain);
    }

    /** The same with something else learned from the reader's states, which changes no order. */
    public WeighedSentences with(ReaderStates others) {
        return new WeighedSentences(candidates, signs, shares, order, again, agreement, others, sharesAgain);
    }

    /** What is seen of those that were looked at again, the likeliest at first sight first. */
    public List<Map<String, Double>> seenAgain() {
        return again.stream().map(each -> atSecondSight(each.index())).toList();
    }

    /** The candidates that were looked at again, in the order of {@link #seenAgain}. */
    public List<Integer> lookedAtAgain() {
        return again.stream().map(SecondLook::index).toList();
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
        return lookAt(index).map(SecondLook::scores);
    }

    private Optional<SecondLook> lookAt(int index) {
        return again.stream().filter(each -> each.index() == index).findFirst();
    }

    /** All that is seen of a candidate, also how it stands among those that were weighed again. */
    public Map<String, Double> seen(int index) {
        Map<String, Double> seen = atSecondSight(index);
        double own = 0;
        double rival = 0;
        for (int i = 0; i < again.size() && sharesAgain.length > 0; i++) {
            if (again.get(i).index() == index) {
                own = sharesAgain[i];
            } else {
                rival = Math.max(rival, sharesAgain[i]);
            }
        }
        double none = sharesAgain.length == 0 ? 0 : sharesAgain[sharesAgain.length - 1];
        seen.put("again_odds", odds(own));
        seen.put("again_none_odds", odds(none));
        seen.put("again_rival_odds", odds(rival));
        seen.put("again_of_some", Math.log((own + LEAST) / (1 - none + LEAST)));
        return seen;
    }

    /** Its signs, how it stands among all, and what the second reading says. */
    private Map<String, Double> atSecondSight(int index) {
        Map<String, Double> seen = new LinkedHashMap<>(signs.get(index));
        double none = shares[shares.length - 1];
        double rival = 0;
        double agreed = 0;
        double disagreeing = 0;
        for (int i = 0; i < candidates.size(); i++) {
            rival = i == index ? rival : Math.max(rival, shares[i]);
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
        Optional<SecondLook> look = lookAt(index);
        seen.put("place", look.map(each -> (double) again.indexOf(each)).orElse((double) LOOKED_AT_AGAIN));
        double first = candidates.get(index).words().margin();
        double alone = look.map(each -> margin(each.scores())).orElse(NOT_READ);
        double others = again.stream()
                .filter(each -> each.index() != index)
                .mapToDouble(each -> margin(each.scores()))
                .max()
                .orElse(NOT_READ);
        seen.put("alone_margin", alone / 5);
        seen.put("alone_margin_above", Math.max(0, alone) / 5);
        seen.put("alone_margin_likely", 1 / (1 + Math.exp(-alone)));
        seen.put("alone_change", (alone - Math.max(-20, Math.min(20, first))) / 5);
        seen.put("alone_none", look.map(each -> each.scores().noneShare()).orElse(0.0) / 5);
        seen.put("alone_yes", look.map(each -> each.scores().stance().yes()).orElse(0.0));
        seen.put("alone_no", look.map(each -> each.scores().stance().no()).orElse(0.0));
        seen.put("alone_rival", others / 5);
        seen.put(
                "alone_state",
                look.map(each -> states.ofSentence(each.scores())).orElse(0.0));
        seen.put(
                "alone_same_words", look.map(each -> same(index, each.scores())).orElse(0.0));
        look.map(SecondLook::inSentence).orElse(NOT_MATCHED).addTo(seen, "sentence");
        look.map(SecondLook::around).orElse(NOT_MATCHED).addTo(seen, "around");
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
