package dev.footnote.intent;

import dev.footnote.answer.Kind;
import dev.footnote.engine.Inquiry;
import dev.footnote.engine.Reply;
import dev.footnote.engine.Route;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a question wants and so which way it goes. The question is encoded once, and the first handler that it is
 * for answers. Safe for use by several threads.
 */
@Singleton
public class IntentClassifier {

    private final ExamplePhrases phrases;
    private final List<IntentHandler> handlers;

    @Inject
    IntentClassifier(
            ExamplePhrases phrases,
            ArticleChoice choice,
            NextHandler next,
            MentionsHandler mentions,
            QuotationHandler quotation,
            CountHandler count,
            PlaceHandler place,
            MetadataHandler metadata,
            CountriesHandler countries,
            SpeakersHandler speakers,
            TimelineHandler timeline,
            OpinionHandler opinion,
            SectionHandler section,
            SmallTalkHandler smallTalk,
            OverviewHandler overview,
            KeywordHandler keyword,
            UnsupportedHandler unsupported) {
        this(
                phrases,
                inOrder(
                        choice,
                        List.of(
                                next, mentions, quotation, count, place, metadata, countries, speakers, timeline,
                                opinion, section, smallTalk),
                        overview,
                        keyword,
                        unsupported));
    }

    /** @param handlers asked in this order; the first that returns a route decides */
    IntentClassifier(ExamplePhrases phrases, List<IntentHandler> handlers) {
        this.phrases = phrases;
        this.handlers = List.copyOf(handlers);
    }

    /** Those that need most to be there for them come first; what is refused as unsupported comes last. */
    private static List<IntentHandler> inOrder(
            ArticleChoice choice,
            List<IntentHandler> exact,
            OverviewHandler overview,
            KeywordHandler keyword,
            UnsupportedHandler unsupported) {
        List<IntentHandler> inOrder = new ArrayList<>();
        inOrder.add(new NamedArticleHandler(choice, exact, false));
        inOrder.addAll(exact);
        inOrder.add(new NamedArticleHandler(choice, List.of(overview), true));
        inOrder.add(overview);
        inOrder.add(keyword);
        inOrder.add(unsupported);
        return inOrder;
    }

    /** Decides which way a question goes. */
    public Route classify(Inquiry inquiry) {
        EncodedQuestion question = new EncodedQuestion(inquiry, phrases);
        Optional<Inquiry> doubted = Doubt.doubted(question);
        if (doubted.isPresent()) {
            return new Route.Reconsider(doubted.get(), classify(doubted.get()));
        }
        for (IntentHandler handler : handlers) {
            Optional<Reply> reply = handler.answer(question);
            if (reply.isPresent()) {
                // A question back ("Which article do you mean?") is nothing to write from.
                boolean isOverview = handler.isOverview() && reply.get().kind() != Kind.CHAT;
                return isOverview ? new Route.Overview(reply.get()) : new Route.Known(reply.get());
            }
        }
        return new Route.Read(question.vector(), whenNotFound(question));
    }

    private @Nullable Reply whenNotFound(EncodedQuestion question) {
        return handlers.stream()
                .flatMap(handler -> handler.whenNotFound(question).stream())
                .findFirst()
                .orElse(null);
    }
}
