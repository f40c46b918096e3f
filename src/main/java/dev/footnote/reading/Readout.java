package dev.footnote.reading;

import dev.footnote.english.AnswerType;
import dev.footnote.model.ScoredSpan;
import dev.footnote.retrieval.RetrievedPassage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the reader made of all passages for one question.
 *
 * @param question as it was asked
 * @param context what it was read after; empty if it was read by itself
 * @param candidates the best words of each passage, the strongest first; pronouns last
 * @param inPassage for the strongest, the margin of the next best words of its own passage; none if it has no others
 * @param similarity the highest cosine of the question and a passage
 */
record Readout(
        String question, String context, List<Candidate> candidates, Optional<Double> inPassage, double similarity) {

    Readout {
        candidates = List.copyOf(candidates);
    }

    static Readout of(String question, String context, List<RetrievedPassage> passages, List<List<ScoredSpan>> spans) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            RetrievedPassage passage = passages.get(i);
            // A bare pronoun is no answer: the best words of the passage that name something stand in for it.
            spans.get(i).stream()
                    .map(span -> Candidate.of(passage, span))
                    .min(Comparator.comparing(Candidate::isPronoun)
                            .thenComparing(Comparator.comparingDouble(Candidate::margin)
                                    .reversed()))
                    .ifPresent(candidates::add);
        }
        candidates.sort(Comparator.comparing(Candidate::isPronoun)
                .thenComparing(Comparator.comparingDouble(Candidate::strength).reversed()));
        Optional<Double> inPassage = candidates.isEmpty()
                ? Optional.empty()
                : spans.get(passages.indexOf(candidates.get(0).source())).stream()
                        .filter(span -> !Candidate.of(candidates.get(0).source(), span)
                                .words()
                                .equals(candidates.get(0).words()))
                        .map(ScoredSpan::margin)
                        .findFirst();
        double similarity = passages.stream()
                .mapToDouble(RetrievedPassage::similarity)
                .max()
                .orElse(0);
        return new Readout(question, context, candidates, inPassage, similarity);
    }

    Optional<Candidate> best() {
        return candidates.stream().findFirst();
    }

    /** What tells a right answer from a wrong one; see {@link ConfidenceModel}. Needs a candidate. */
    Features features() {
        Candidate best = candidates.get(0);
        double rival = candidates.stream()
                .skip(1)
                .filter(other -> !other.saysTheSameAs(best))
                .mapToDouble(Candidate::margin)
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
        return new Features(
                best.margin(),
                clamp(best.margin() - rival, -3, 10),
                clamp(best.margin() - inPassage.orElse(Double.NEGATIVE_INFINITY), -3, 10),
                Math.log1p(question.trim().split("\\s+").length),
                AnswerType.of(question).admits(best.text()) ? 0 : 1,
                best.source().similarity(),
                similarity);
    }

    private static double clamp(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }
}
