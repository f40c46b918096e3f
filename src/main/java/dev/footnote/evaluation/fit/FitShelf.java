package dev.footnote.evaluation.fit;

import dev.footnote.article.Article;
import dev.footnote.article.UnreadableArticleException;
import dev.footnote.retrieval.RetrievedPassage;
import java.util.List;
import java.util.Set;

/** Where the articles of the sets are put and found, as the running application does it. */
interface FitShelf {

    /** The articles that the application brings itself, those of {@code seeds/}. */
    List<Article> seeds();

    /** Adds an article, cut and encoded. */
    Article add(String fileName, byte[] content) throws UnreadableArticleException;

    /** The passages that fit a question best, the best first. */
    List<RetrievedPassage> retrieve(String question, Set<String> articleIds, int limit);

    /** How many passages are read for a question. */
    int usualLimit();

    /** The encoder's vector of a text. */
    float[] vector(String text);
}
