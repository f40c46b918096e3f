package dev.footnote.reading;

import dev.footnote.article.Article;
import dev.footnote.model.PassageScores;
import dev.footnote.retrieval.RetrievedPassage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

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
     * Reads each text for a question of its own.
     *
     * @return for each text, in their order, what the reader says of it
     */
    default List<PassageScores> scoreEach(List<String> questions, List<String> surroundings, List<String> texts) {
        Map<Integer, PassageScores> scores = new TreeMap<>();
        for (String question : new LinkedHashSet<>(questions)) {
            List<Integer> places = IntStream.range(0, questions.size())
                    .filter(i -> questions.get(i).equals(question))
                    .boxed()
                    .toList();
            List<PassageScores> some = score(
                    question,
                    places.stream().map(surroundings::get).toList(),
                    places.stream().map(texts::get).toList());
            for (int i = 0; i < places.size(); i++) {
                scores.put(places.get(i), some.get(i));
            }
        }
        return List.copyOf(scores.values());
    }

    /**
     * Reads passages for a question, each with what stands around it in its article.
     *
     * @param words gives what is known of a passage's article
     * @return the passages in their order, with what the reader says of them
     */
    default List<ReadPassage> read(
            AskedQuestion question, List<RetrievedPassage> passages, Function<Article, ArticleWords> words) {
        List<PassageScores> scores = scoreEach(
                passages.stream()
                        .map(each -> question.inFull(words.apply(each.article()), each.text()))
                        .toList(),
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
