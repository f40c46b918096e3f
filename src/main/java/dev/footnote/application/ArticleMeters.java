package dev.footnote.application;

import dev.footnote.article.ArticleSummary;
import dev.footnote.article.IndexingProgress;
import dev.footnote.article.Library;
import dev.footnote.ingestion.Ingestion;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Counts what is there to be asked, each time somebody looks. */
@Singleton
class ArticleMeters {

    void register(@Observes StartupEvent event, MeterRegistry meters, Library library, Ingestion ingestion) {
        for (IndexingProgress.State state : IndexingProgress.State.values()) {
            Gauge.builder("footnote.articles", () -> count(state, library, ingestion))
                    .description("Articles, by whether they can be asked")
                    .tags("state", state.name().toLowerCase(Locale.ROOT))
                    .register(meters);
        }
        Gauge.builder("footnote.articles.characters", () -> library.summaries().stream()
                        .mapToLong(ArticleSummary::characters)
                        .sum())
                .description("The text of all articles, in UTF-16 code units")
                .register(meters);
    }

    private static long count(IndexingProgress.State state, Library library, Ingestion ingestion) {
        return library.ids().stream()
                .filter(id -> ingestion.progress(id).state() == state)
                .count();
    }
}
