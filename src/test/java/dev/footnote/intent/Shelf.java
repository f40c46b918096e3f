package dev.footnote.intent;

import dev.footnote.article.Article;
import dev.footnote.article.ArticleSummary;
import dev.footnote.article.Library;
import dev.footnote.article.Metadata;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A library that is as it was made, and counts how often a text is read from it. */
public record Shelf(List<Article> all, AtomicInteger textsRead) implements Library {

    public static final Article LIGHTHOUSE = article(
            "lighthouse",
            "The lighthouse of Skerry",
            """
            The lighthouse of Skerry was built in 1887 by the harbour board.

            "The lamp must never go out", keeper Edith Crane said on Monday. Crane has lived in Norway and Iceland. \
            She added that storms come every March 3.

            "We will sell it to nobody". The mayor, Paul Lind, denied that the tower is for sale.""",
            new Metadata("Ida Holm", "4 May 2021", null));

    public static final Article ORCHARD = article(
            "orchard",
            "Apples of the northern orchard",
            """
            The orchard grows forty kinds of apples. Norway buys most of them.

            Last week Crane visited the orchard and tasted three apples.""",
            Metadata.NONE);

    public static Shelf of(Article... articles) {
        return new Shelf(List.of(articles), new AtomicInteger());
    }

    public static Article article(String id, String title, String text, Metadata metadata) {
        return new Article(
                id,
                title,
                text,
                "text/plain",
                metadata,
                List.of(),
                Instant.EPOCH,
                id + ".txt",
                false,
                List.of(),
                Article.revisionOf(text));
    }

    @Override
    public Optional<Article> find(String id) {
        textsRead.incrementAndGet();
        return all.stream().filter(article -> article.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Article> findByText(String text) {
        return all.stream().filter(article -> article.text().equals(text)).findFirst();
    }

    @Override
    public Optional<ArticleSummary> summary(String id) {
        return summaries().stream().filter(article -> article.id().equals(id)).findFirst();
    }

    @Override
    public List<ArticleSummary> summaries() {
        return all.stream().map(ArticleSummary::of).toList();
    }

    @Override
    public List<String> ids() {
        return all.stream().map(Article::id).toList();
    }

    @Override
    public void add(Article article) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean remove(String id) {
        throw new UnsupportedOperationException();
    }
}
