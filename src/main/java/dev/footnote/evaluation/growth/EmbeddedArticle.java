package dev.footnote.evaluation.growth;

import dev.footnote.article.Article;
import dev.footnote.retrieval.EmbeddedPassage;
import java.util.List;

/** An article and its first passages, as they go into the index. */
record EmbeddedArticle(Article article, List<EmbeddedPassage> passages) {
    EmbeddedArticle {
        passages = List.copyOf(passages);
    }

    /** The same with so many passages at most. */
    EmbeddedArticle first(int most) {
        return most >= passages.size() ? this : new EmbeddedArticle(article, passages.subList(0, most));
    }
}
