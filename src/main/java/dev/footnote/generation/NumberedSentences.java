package dev.footnote.generation;

import dev.footnote.article.Article;
import dev.footnote.english.Sentence;
import dev.footnote.retrieval.RetrievedPassage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sentences that a model may cite; the first is number 1. */
final class NumberedSentences {

    private final List<NumberedSentence> numbered;
    private final boolean severalArticles;

    private NumberedSentences(List<NumberedSentence> numbered) {
        this.numbered = numbered;
        this.severalArticles = numbered.stream()
                        .map(source -> source.article().id())
                        .distinct()
                        .count()
                > 1;
    }

    /** Of passages: the articles in the passages' order, within each the sentences in the article's, each once. */
    static NumberedSentences of(List<RetrievedPassage> passages) {
        Map<String, Article> articles = new LinkedHashMap<>();
        for (RetrievedPassage passage : passages) {
            // One article can have been replaced between two retrievals: what is cited must be of one text.
            articles.putIfAbsent(passage.article().id(), passage.article());
        }
        List<NumberedSentence> numbered = new ArrayList<>();
        for (Article article : articles.values()) {
            passages.stream()
                    .filter(passage -> passage.article().id().equals(article.id())
                            && passage.article().revision().equals(article.revision()))
                    .flatMap(passage -> passage.passage().sentences().stream())
                    .distinct()
                    .sorted(Comparator.comparingInt(sentence -> sentence.span().start()))
                    .forEach(sentence -> numbered.add(new NumberedSentence(article, sentence)));
        }
        return new NumberedSentences(numbered);
    }

    /** Numbers sentences of one article, from 1. */
    static NumberedSentences of(Article article, List<Sentence> sentences) {
        return new NumberedSentences(sentences.stream()
                .map(each -> new NumberedSentence(article, each))
                .toList());
    }

    /** Empty if there is none of that number. */
    Optional<NumberedSentence> find(int number) {
        return number >= 1 && number <= numbered.size() ? Optional.of(numbered.get(number - 1)) : Optional.empty();
    }

    /** One a line with its number; of several articles, each article's title stands before its sentences. */
    String lines() {
        StringBuilder lines = new StringBuilder();
        String title = "";
        for (int i = 0; i < numbered.size(); i++) {
            NumberedSentence source = numbered.get(i);
            if (severalArticles && !source.article().id().equals(title)) {
                title = source.article().id();
                lines.append("Article: ")
                        .append(Fence.line(source.article().title()))
                        .append('\n');
            }
            lines.append('[').append(i + 1).append("] ").append(Fence.line(source.text()));
            lines.append('\n');
        }
        return lines.toString();
    }
}
