package dev.footnote.api;

import dev.footnote.application.Articles;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready once every article that was there at start can be asked, and while the index can be reached. */
@Readiness
@Singleton
class AnswersCheck implements HealthCheck {

    private final Articles articles;

    AnswersCheck(Articles articles) {
        this.articles = articles;
    }

    @Override
    public HealthCheckResponse call() {
        Optional<String> why = articles.whyNotReady();
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("answers").status(why.isEmpty());
        why.ifPresent(reason -> response.withData("why", reason));
        return response.build();
    }
}
