package dev.footnote.ingestion;

import dev.footnote.article.Article;
import dev.footnote.article.Library;
import dev.footnote.article.Manuscript;
import dev.footnote.article.Metadata;
import dev.footnote.article.UnknownArticleException;
import dev.footnote.article.UnreadableArticleException;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/** Takes text files as they are; a title that says "large" is still being indexed. */
@Alternative
@Priority(1)
@Singleton
public class FakeIngestion extends Ingestion {

    private final Library library;
    private final Clock clock;

    public FakeIngestion(Library library, Clock clock) {
        this.library = library;
        this.clock = clock;
    }

    @Override
    public Added add(Submission submission) throws UnreadableArticleException {
        String text = text(submission);
        for (Article there : library.all()) {
            if (there.text().equals(text)) {
                return new Added(there, false);
            }
        }
        Article article = article("article-" + Article.revisionOf(text), submission, text);
        library.add(article);
        return new Added(article, true);
    }

    @Override
    public Article replace(String id, Submission submission) throws UnreadableArticleException {
        if (library.find(id).isEmpty()) {
            throw new UnknownArticleException(id);
        }
        Article article = article(id, submission, text(submission));
        library.add(article);
        return article;
    }

    @Override
    public boolean remove(String id) {
        return library.remove(id);
    }

    @Override
    public Progress progress(String id) {
        return library.find(id).orElseThrow().title().contains("large")
                ? new Progress(Progress.State.INDEXING, 0.5)
                : Progress.READY;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    private Article article(String id, Submission submission, String text) {
        Manuscript manuscript =
                new Manuscript("Untitled", text, "text/plain", Metadata.NONE, List.of(), List.of("A warning."));
        return Article.of(id, manuscript, submission.title(), clock.instant(), submission.fileName(), false);
    }

    private static String text(Submission submission) throws UnreadableArticleException {
        if (submission.fileName().endsWith(".exe")) {
            throw new UnreadableArticleException(
                    UnreadableArticleException.Reason.UNSUPPORTED_TYPE, submission.fileName() + " is no text.");
        }
        if (submission.fileName().endsWith(".pdf")) {
            throw new UnreadableArticleException(
                    UnreadableArticleException.Reason.UNREADABLE, submission.fileName() + " is broken.");
        }
        if (submission.content().length > 5_000_000) {
            throw new UnreadableArticleException(
                    UnreadableArticleException.Reason.TOO_LARGE, submission.fileName() + " is over 5 MB.");
        }
        return new String(submission.content(), StandardCharsets.UTF_8);
    }
}
