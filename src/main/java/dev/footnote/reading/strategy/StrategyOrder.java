package dev.footnote.reading.strategy;

import dev.footnote.reading.Strategies;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Puts the strategies in order: those that need most to be there for them first. */
class StrategyOrder {

    @Produces
    @Singleton
    Strategies strategies(
            Quotation quotation,
            Count count,
            Excerpt excerpt,
            Origin origin,
            Countries countries,
            Speakers speakers,
            Timeline timeline,
            Opinion opinion,
            Talk talk,
            Overview overview,
            Mentions mentions) {
        return new Strategies(List.of(
                quotation, count, excerpt, origin, countries, speakers, timeline, opinion, talk, overview, mentions));
    }
}
