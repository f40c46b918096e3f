package dev.footnote.evaluation.growth;

import dev.footnote.article.Article;
import dev.footnote.passage.Passage;
import java.util.List;

/** An article and its passages, which nothing has embedded yet. */
record CutArticle(Article article, List<Passage> passages) {
    CutArticle {
        passages = List.copyOf(passages);
    }
}
