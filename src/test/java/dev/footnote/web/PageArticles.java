package dev.footnote.web;

import dev.footnote.article.Article;
import dev.footnote.article.Manuscript;
import dev.footnote.article.Metadata;
import java.time.Instant;
import java.util.List;

/** PageArticles that tests make up. */
final class PageArticles {

    private PageArticles() {}

    static Article of(String text) {
        return of(text, List.of());
    }

    static Article of(String text, List<Integer> pageStarts) {
        return of(text, "A title", pageStarts);
    }

    static Article of(String text, String title) {
        return of(text, title, List.of());
    }

    private static Article of(String text, String title, List<Integer> pageStarts) {
        Manuscript manuscript =
                new Manuscript(title, text, "text/plain", Metadata.NONE, pageStarts, List.of("A warning."));
        return Article.of("an-article", manuscript, null, Instant.EPOCH, "an-article.txt", false);
    }
}
