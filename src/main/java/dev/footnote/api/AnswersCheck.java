package dev.footnote.api;

import dev.footnote.ingestion.Ingestion;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once every article that was there at start can be asked. */
@Readiness
@Singleton
class AnswersCheck implements HealthCheck {

    private final Ingestion ingestion;

    AnswersCheck(Ingestion ingestion) {
        this.ingestion = ingestion;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("answers").status(ingestion.isReady()).build();
    }
}
