package dev.footnote.reading;

import dev.footnote.article.Article;
import dev.footnote.model.PassageScores;
import dev.footnote.retrieval.RetrievedPassage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads texts for a question, as {@link dev.footnote.model.SpanReader#score} does. */
@FunctionalInterface
public interface SentenceReading {

    /**
     * Reads each text with what stands before it.
     *
     * @return for each text, in their order, what the reader says of it
     */
    List<PassageScores> score(String question, List<String> surroundings, List<String> texts);

    /**
     * Reads passages for a question, each with what stands around it in its article.
     *
     * @param words gives what is known of a passage's article
     * @return the passages in their order, with what the reader says of them
     */
    default List<ReadPassage> read(
            AskedQuestion question, List<RetrievedPassage> passages, Function<Article, ArticleWords> words) {
        List<PassageScores> scores = score(
                question.inFull(),
                passages.stream()
                        .map(each -> words.apply(each.article()).surroundings(each.passage(), question.text()))
                        .toList(),
                passages.stream().map(RetrievedPassage::text).toList());
        List<ReadPassage> read = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            RetrievedPassage each = passages.get(i);
            read.add(new ReadPassage(
                    each.article().id(),
                    words.apply(each.article()),
                    each.passage(),
                    each.score(),
                    each.similarity(),
                    scores.get(i)));
        }
        return read;
    }
}
