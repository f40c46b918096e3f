package dev.footnote.intent;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Puts the strategies in order: those that need most to be there for them first. */
public class StrategyOrder {

    @Produces
    @Singleton
    Strategies strategies(
            ArticleChoice choice,
            QuotationSpeaker quotation,
            Count count,
            Excerpt excerpt,
            Origin origin,
            NamedCountries countries,
            Speakers speakers,
            Timeline timeline,
            Opinion opinion,
            Talk talk,
            Overview overview,
            Mentioned mentions) {
        List<Strategy> exact = List.of(quotation, count, excerpt, origin, countries, speakers, timeline, opinion, talk);
        List<Strategy> inOrder = new ArrayList<>();
        inOrder.add(new NamedArticle(choice, exact, false));
        inOrder.addAll(exact);
        inOrder.add(new NamedArticle(choice, List.of(overview), true));
        inOrder.add(overview);
        inOrder.add(mentions);
        return new Strategies(inOrder);
    }
}
