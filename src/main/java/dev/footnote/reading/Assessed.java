package dev.footnote.reading;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the policy makes of a question and the passages that were read for it.
 *
 * @param ranked the candidate sentences, the likeliest first; empty if nothing was read
 * @param answers how likely one of {@link #told()} answers the question
 * @param wordsRight how likely its best words are a right answer by themselves
 * @param kinds how likely the question is of each of {@link QuestionKinds}
 * @param further the sentences that are told besides the first, at most two, the likeliest first
 * @param isRefused whether what is told is too unsure to be shown as an answer
 * @param isStated whether what is told, shown as sentences, is sure enough to be called stated
 * @param areWordsSure whether its words are sure enough to be shown alone
 * @param areWordsStated whether its words, shown alone, are sure enough to be called stated
 */
public record Assessed(
        List<RankedSentence> ranked,
        double answers,
        double wordsRight,
        Map<String, Double> kinds,
        List<RankedSentence> further,
        boolean isRefused,
        boolean isStated,
        boolean areWordsSure,
        boolean areWordsStated) {

    /** From this likelihood on a question asks for a few words. */
    private static final double ASKS_FOR_WORDS = 0.5;

    public Assessed {
        ranked = List.copyOf(ranked);
        further = List.copyOf(further);
        kinds = Map.copyOf(kinds);
    }

    /** The sentence that is shown; empty if nothing was read. */
    public Optional<RankedSentence> best() {
        return ranked.stream().findFirst();
    }

    /** How likely the question is of a kind; 0 for one that is unknown. */
    public double asks(String kind) {
        return kinds.getOrDefault(kind, 0.0);
    }

    /** Whether the question asks for a few words rather than to be told something. */
    boolean asksForWords() {
        return asks(QuestionKinds.WORDS) >= ASKS_FOR_WORDS;
    }

    /** The first sentence and the further ones in the order of their article. */
    public List<RankedSentence> told() {
        return Stream.concat(best().stream(), further.stream())
                .sorted(Comparator.comparing(RankedSentence::articleId)
                        .thenComparing(each -> each.place().start()))
                .toList();
    }
}
