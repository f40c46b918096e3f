package dev.footnote.api;

import dev.footnote.application.Articles;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once every article that was there at start can be asked. */
@Readiness
@Singleton
class AnswersCheck implements HealthCheck {

    private final Articles articles;

    AnswersCheck(Articles articles) {
        this.articles = articles;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("answers").status(articles.areReady()).build();
    }
}
