package dev.footnote.evaluation.growth;

import dev.footnote.english.Sentence;
import dev.footnote.evaluation.AskedItem;
import dev.footnote.evaluation.AskedJudgement;
import dev.footnote.retrieval.RetrievedPassage;
import java.util.List;

/**
 * A question whose answer stands in an article of the index.
 *
 * @param item the question, with the sentences that answer it
 * @param articleId its article
 */
record PlantedQuestion(AskedItem item, String articleId) {

    /** Whether one of the sentences that answer it lies in the passages. */
    boolean isFoundIn(List<RetrievedPassage> passages) {
        return passages.stream()
                .filter(passage -> passage.article().id().equals(articleId))
                .anyMatch(this::isFoundIn);
    }

    private boolean isFoundIn(RetrievedPassage found) {
        String text = found.article().text();
        return found.passage().sentences().stream()
                .map(Sentence::span)
                .anyMatch(span -> AskedJudgement.isCitedRight(item, List.of(span.of(text))));
    }
}
