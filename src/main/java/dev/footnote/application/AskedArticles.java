package dev.footnote.application;

import dev.footnote.answer.Reason;
import dev.footnote.article.ArticleSummary;
import dev.footnote.article.Library;
import dev.footnote.article.UnknownArticleException;
import dev.footnote.engine.Reply;
import jakarta.inject.Singleton;
import java.util.List;

/** The articles that a request names. Safe for use by several threads. */
@Singleton
class AskedArticles {

    private static final String NONE = "There is no article to read yet. Add one, then ask.";

    private final Library library;

    AskedArticles(Library library) {
        this.library = library;
    }

    /**
     * The ids of the articles that are asked; all where none is named.
     *
     * @throws UnknownArticleException if one is not there
     */
    List<String> of(List<String> named) {
        if (named.isEmpty()) {
            return library.ids();
        }
        for (String id : named) {
            if (library.summary(id).isEmpty()) {
                throw new UnknownArticleException(id);
            }
        }
        return named.stream().distinct().toList();
    }

    /** A refusal for want of any article. */
    static Reply refusal() {
        return Reply.refusal(Reason.NOT_FOUND, NONE, null, 0.0, List.of());
    }

    /**
     * What is known of the articles that are asked but their texts.
     *
     * @throws UnknownArticleException if one is not there
     */
    List<ArticleSummary> summaries(List<String> named) {
        return named.isEmpty()
                ? library.summaries()
                : of(named).stream().flatMap(id -> library.summary(id).stream()).toList();
    }
}
