package dev.footnote.application;

import dev.footnote.article.Article;
import dev.footnote.article.IndexingProgress;
import dev.footnote.article.Library;
import dev.footnote.description.Descriptions;
import dev.footnote.engine.Evidence;
import dev.footnote.engine.Reply;
import dev.footnote.ingestion.Ingestion;
import dev.footnote.retrieval.RetrievedPassage;
import dev.footnote.text.Span;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        Optional<Neighbourhood> found = neighbourhood(reply, asked, nearest)
                .filter(each -> ingestion.progress(each.article().id()).state() == IndexingProgress.State.READY);
        if (found.isEmpty()) {
            return reply;
        }
        return switch (reply.kind()) {
            case ANSWER, SUMMARY -> reply.suggesting(leadingOn(found.get(), said));
            case REFUSAL -> reply.suggesting(instead(found.get(), said));
            case CHAT ->
                reply.suggestedQuestions().isEmpty()
                        ? reply.suggesting(chosen(described(found.get()), List.of(), said, AFTER_SMALL_TALK))
                        : reply;
        };
    }

    private List<String> leadingOn(Neighbourhood around, SaidBefore said) {
        if (around.places().isEmpty()) {
            return chosen(described(around), List.of(), said, AFTER_AN_ANSWER);
        }
        return chosen(near(around, AFTER_AN_ANSWER, said), List.of(), said, AFTER_AN_ANSWER);
    }

    /** Those of the article's own page first: they are known, and speak for the whole of it. */
    private List<String> instead(Neighbourhood around, SaidBefore said) {
        List<String> described = described(around);
        long fresh = described.stream()
                .filter(question -> !said.isAsked(question) && !said.isOffered(question))
                .count();
        List<String> more = fresh >= AFTER_AN_ANSWER ? List.of() : near(around, AFTER_AN_ANSWER, said);
        return chosen(described, more, said, AFTER_AN_ANSWER);
    }

    private List<String> near(Neighbourhood around, int most, SaidBefore said) {
        return descriptions.near(
                around.article(),
                around.places(),
                most,
                question -> !said.isAsked(question) && !said.isOffered(question));
    }

    private List<String> described(Neighbourhood around) {
        return descriptions.soon(around.article()).suggestedQuestions();
    }

    /** What is new of two lists, then what was offered but not asked. */
    static List<String> chosen(List<String> first, List<String> more, SaidBefore said, int most) {
        Set<String> chosen = new LinkedHashSet<>();
        Stream.concat(first.stream(), more.stream())
                .filter(question -> !said.isAsked(question) && !said.isOffered(question))
                .forEach(chosen::add);
        Stream.concat(first.stream(), more.stream())
                .filter(question -> !said.isAsked(question))
                .forEach(chosen::add);
        return chosen.stream().limit(most).toList();
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
