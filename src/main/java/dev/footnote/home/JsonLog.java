package dev.footnote.home;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.jboss.logmanager.handlers.ConsoleHandler;

/** Writes the log as JSON, one object a line, where that is wanted; from the start of the application on. */
@Singleton
class JsonLog {

    private static final int FIRST = 1;

    void start(@Observes @Priority(FIRST) StartupEvent event, LogConfig config) {
        if (config.json()) {
            Stream.of(InitialConfigurator.DELAYED_HANDLER.getHandlers())
                    .filter(ConsoleHandler.class::isInstance)
                    .forEach(handler -> handler.setFormatter(new JsonLineFormatter()));
        }
    }
}
