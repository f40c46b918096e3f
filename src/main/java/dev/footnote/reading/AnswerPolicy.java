package dev.footnote.reading;

import dev.footnote.model.PassageScores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Decides what is shown of the passages that were read for a question: which sentence, how likely it answers, whether
 * its words can stand for it, what else is shown, and when nothing is. All of it is fitted from examples by the command
 * {@code fit}. Pure: it reads nothing itself. Safe for use by several threads.
 */
public final class AnswerPolicy {

    /** So many of the passages that were found are read before it is asked whether the others need be; see {@link #isSettledBy}. */
    public static final int READ_FIRST = 4;

    private static final int MOST_FURTHER = 2;

    /** Further down than this no sentence was looked at when the parameters were fitted. */
    private static final int MOST_LOOKED_AT = 6;

    private final PolicyParameters parameters;

    public AnswerPolicy(PolicyParameters parameters) {
        this.parameters = parameters;
    }

    /** The policy whose parameters lie in a folder. */
    public static AnswerPolicy read(Path embeddings) {
        return new AnswerPolicy(PolicyParameters.read(embeddings));
    }

    /** An answer that is less likely right is not shown. */
    public double refuseBelow() {
        return parameters.refuseBelow();
    }

    /** Whether "Yes" or "No" may stand before a sentence that answers a yes/no question. */
    YesNo.Decision decide(String question, String sentence, YesNo.Scores scores) {
        return YesNo.decide(question, sentence, scores, parameters.yesNo());
    }

    /** What a question asks for, of each of {@link QuestionKinds} how likely. */
    public Map<String, Double> kinds(float[] vector) {
        return parameters.kinds().of(vector);
    }

    /**
     * What is seen in what was read, before anything is weighed.
     *
     * @param read the passages, of one article or of several, each read with the question in full and with {@link
     *     ArticleWords#surroundings} before it
     */
    WeighedSentences.Seen see(AskedQuestion question, List<ReadPassage> read) {
        return WeighedSentences.Seen.of(question, kinds(question.vector()), parameters.states(), read);
    }

    /**
     * Whether the first passages alone settle a question: they hold a sentence that is so likely the one that answers that
     * those further down would hardly ever change what is told. To read them all takes more than half the time of an
     * answer.
     *
     * @param first what is seen in the first {@value #READ_FIRST} passages, the best first
     */
    boolean isSettledBy(WeighedSentences.Seen first) {
        return first.surest(parameters.choice()) >= parameters.settledFrom();
    }

    /**
     * Weighs what is seen.
     *
     * @param reading reads the three likeliest sentences once more, each alone
     * @param encoding encodes the words of these and of the question
     */
    Assessed assess(WeighedSentences.Seen all, SentenceReading reading, WordEncoding encoding) {
        Map<String, Double> kinds = kinds(all.question().vector());
        WeighedSentences weighed =
                all.weigh(parameters.choice(), reading, encoding).weighAgain(parameters.choiceAgain());
        if (weighed.order().isEmpty()) {
            return new Assessed(List.of(), 0, 0, kinds, List.of(), true, false, false, false);
        }
        Map<String, Double> seen = weighed.seen(weighed.order().get(0));
        double answers = parameters.answers().probability(seen);
        double first = parameters.first().probability(seen);
        double words = parameters.words().probability(seen);
        List<RankedSentence> ranked = new ArrayList<>();
        for (int index : weighed.order()) {
            CandidateSentence candidate = weighed.candidate(index);
            ranked.add(new RankedSentence(
                    candidate.read().articleId(),
                    candidate.read(),
                    candidate.place(),
                    candidate.words(),
                    weighed.share(index),
                    ranked.isEmpty() ? first : parameters.also().probability(weighed.seen(index)),
                    weighed.again(index)
                            .map(PassageScores::stance)
                            .orElse(candidate.read().scores().stance())));
        }
        List<RankedSentence> further = ranked.stream()
                .skip(1)
                .limit(MOST_LOOKED_AT)
                .filter(each -> each.answers() >= parameters.alsoFrom())
                .sorted(Comparator.comparingDouble(RankedSentence::answers).reversed())
                .limit(MOST_FURTHER)
                .toList();
        return new Assessed(
                ranked,
                answers,
                words,
                kinds,
                further,
                answers < parameters.refuseBelow(),
                answers >= parameters.statedFrom(),
                words >= parameters.wordsFrom(),
                words >= parameters.wordsStatedFrom());
    }
}
