package dev.footnote.application;

import dev.footnote.article.Article;
import dev.footnote.article.IndexingProgress;
import dev.footnote.article.Library;
import dev.footnote.description.Descriptions;
import dev.footnote.engine.Reply;
import dev.footnote.ingestion.Ingestion;
import dev.footnote.retrieval.RetrievedPassage;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Offers questions that an article does answer, where one was not answered. Safe for use by several threads. */
@Singleton
class NextQuestions {

    /** How many questions a refusal offers. */
    private static final int AFTER_REFUSAL = 3;

    /** How many questions small talk offers. */
    private static final int AFTER_SMALL_TALK = 2;

    private final Library library;
    private final Ingestion ingestion;
    private final Descriptions descriptions;

    NextQuestions(Library library, Ingestion ingestion, Descriptions descriptions) {
        this.library = library;
        this.ingestion = ingestion;
        this.descriptions = descriptions;
    }

    /**
     * The reply with what can be asked next.
     *
     * @param asked the ids of the articles that were asked
     * @param nearest what was found for the question, the best first
     */
    Reply offer(Reply reply, List<String> asked, List<RetrievedPassage> nearest) {
        return switch (reply.kind()) {
            case REFUSAL -> reply.suggesting(questions(asked, nearest, AFTER_REFUSAL));
            case CHAT ->
                reply.suggestedQuestions().isEmpty()
                        ? reply.suggesting(questions(asked, nearest, AFTER_SMALL_TALK))
                        : reply;
            case ANSWER, SUMMARY -> reply;
        };
    }

    /** Questions that the article nearest to the question does answer. */
    private List<String> questions(List<String> asked, List<RetrievedPassage> nearest, int most) {
        Optional<Article> article = nearest.stream()
                .findFirst()
                .map(RetrievedPassage::article)
                .or(() -> asked.stream().findFirst().flatMap(library::find));
        return article
                .filter(each -> ingestion.progress(each.id()).state() == IndexingProgress.State.READY)
                .map(each -> descriptions.soon(each).suggestedQuestions())
                .orElse(List.of())
                .stream()
                .limit(most)
                .toList();
    }
}
