package dev.footnote.application;

import dev.footnote.answer.UnverifiedText;
import dev.footnote.answer.VerifiedText;
import dev.footnote.article.ArticleSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was checked last: a text that is sent again, to be kept for instance, is not checked twice while the articles are what
 * they were. Safe for use by several threads.
 */
final class RecentChecks {

    /** A check takes some hundred kilobytes at most. */
    private static final int MOST = 16;

    private final Map<CheckedText, VerifiedText> checks = new LinkedHashMap<>();

    /** A text with the articles as they were. */
    record CheckedText(UnverifiedText text, List<CheckedArticle> articles) {

        CheckedText {
            articles = List.copyOf(articles);
        }
    }

    /** The parts of an article that a check shows, or that it would have to be made anew for. */
    record CheckedArticle(String id, String revision, String title) {

        static CheckedArticle of(ArticleSummary article) {
            return new CheckedArticle(article.id(), article.revision(), article.title());
        }
    }

    synchronized Optional<VerifiedText> find(CheckedText text) {
        return Optional.ofNullable(checks.get(text));
    }

    synchronized void add(CheckedText text, VerifiedText verified) {
        checks.put(text, verified);
        if (checks.size() > MOST) {
            checks.remove(checks.keySet().iterator().next());
        }
    }
}
