package dev.footnote.application;

import dev.footnote.answer.FoundPassage;
import dev.footnote.answer.Question;
import dev.footnote.article.UnknownArticleException;
import dev.footnote.retrieval.Retriever;
import dev.footnote.retrieval.Spelling;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Finds passages, without an answer. Safe for use by several threads. */
@Singleton
public class PassageSearch {

    private final Readiness readiness;
    private final AskedArticles articles;
    private final Spelling spelling;
    private final Retriever retriever;
    private final Links links;

    PassageSearch(Readiness readiness, AskedArticles articles, Spelling spelling, Retriever retriever, Links links) {
        this.readiness = readiness;
        this.articles = articles;
        this.spelling = spelling;
        this.retriever = retriever;
        this.links = links;
    }

    /**
     * The passages that fit a query, the best first.
     *
     * @param topK the most passages, 1 to {@link Question#MOST_PASSAGES}
     * @throws UnknownArticleException if it names an article that is not there
     */
    public List<FoundPassage> search(String query, List<String> articleIds, int topK) {
        return readiness.whenReady(() -> {
            Set<String> ids = articleIds.isEmpty() ? Set.of() : Set.copyOf(articles.of(articleIds));
            return links.passages(retriever.retrieve(spelling.respell(query).question(), ids, topK));
        });
    }
}
