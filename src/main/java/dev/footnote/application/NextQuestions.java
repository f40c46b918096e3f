package dev.footnote.application;

import dev.footnote.article.Article;
import dev.footnote.article.IndexingProgress;
import dev.footnote.article.Library;
import dev.footnote.description.Descriptions;
import dev.footnote.engine.Evidence;
import dev.footnote.engine.Reply;
import dev.footnote.home.Stage;
import dev.footnote.ingestion.Ingestion;
import dev.footnote.retrieval.RetrievedPassage;
import dev.footnote.text.Span;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Offers questions that an article does answer: after an answer those that lead on from it. Safe for use by several threads. */
@Singleton
class NextQuestions {

    /** How many questions an answer and a refusal offer. */
    private static final int AFTER_AN_ANSWER = 3;

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

    /** What a reply stands on, or the place nearest to the question: an article and places in it. */
    private record Neighbourhood(Article article, List<Span> places) {}

    /**
     * The reply with what can be asked next: never what was asked, and what was offered before only where nothing else is left.
     *
     * @param asked the ids of the articles that were asked
     * @param nearest what was found for the question, the best first
     */
    Reply offer(Reply reply, List<String> asked, List<RetrievedPassage> nearest, SaidBefore said) {
        try (Stage stage = Stage.begin("suggest")) {
            Reply offering = offering(reply, asked, nearest, said);
            stage.with("questions", offering.suggestedQuestions().size());
            return offering;
        }
    }

    private Reply offering(Reply reply, List<String> asked, List<RetrievedPassage> nearest, SaidBefore said) {
        Optional<Neighbourhood> found = neighbourhood(reply, asked, nearest)
                .filter(each -> ingestion.progress(each.article().id()).state() == IndexingProgress.State.READY);
        if (found.isEmpty()) {
            return reply;
        }
        Neighbourhood around = found.get();
        return switch (reply.kind()) {
            case ANSWER, SUMMARY ->
                reply.suggesting(chosen(near(around, said), () -> described(around), said, AFTER_AN_ANSWER));
            // Those of the article's own page first: they are known, and speak for the whole of it.
            case REFUSAL ->
                reply.suggesting(chosen(described(around), () -> near(around, said), said, AFTER_AN_ANSWER));
            case CHAT ->
                reply.suggestedQuestions().isEmpty()
                        ? reply.suggesting(chosen(described(around), () -> List.of(), said, AFTER_SMALL_TALK))
                        : reply;
        };
    }

    private List<String> near(Neighbourhood around, SaidBefore said) {
        return descriptions.near(around.article(), around.places(), AFTER_AN_ANSWER, said::isNew);
    }

    private List<String> described(Neighbourhood around) {
        return descriptions.soon(around.article()).suggestedQuestions();
    }

    /**
     * What is new of two lists, then what was offered but not asked.
     *
     * @param more made only where the first list has too few that are new, for it costs time
     */
    static List<String> chosen(List<String> first, Supplier<List<String>> more, SaidBefore said, int most) {
        boolean suffices = first.stream().filter(said::isNew).count() >= most;
        List<String> all = suffices
                ? first
                : Stream.concat(first.stream(), more.get().stream()).toList();
        return Stream.concat(all.stream().filter(said::isNew), all.stream().filter(question -> !said.isAsked(question)))
                .distinct()
                .limit(most)
                .toList();
    }

    private Optional<Neighbourhood> neighbourhood(Reply reply, List<String> asked, List<RetrievedPassage> nearest) {
        List<Evidence> evidence = reply.pieces().stream()
                .flatMap(piece -> piece.evidence().stream())
                .toList();
        if (!evidence.isEmpty()) {
            Article article = evidence.get(0).article();
            return Optional.of(new Neighbourhood(
                    article,
                    evidence.stream()
                            .filter(each -> each.article().id().equals(article.id()))
                            .map(Evidence::place)
                            .toList()));
        }
        return nearest.stream()
                .findFirst()
                .map(passage -> new Neighbourhood(
                        passage.article(), List.of(passage.passage().span())))
                .or(() -> asked.stream()
                        .findFirst()
                        .flatMap(library::find)
                        .map(article -> new Neighbourhood(article, List.of())));
    }
}
