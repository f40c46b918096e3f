package dev.footnote.home;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.logging.Handler;
import java.util.stream.Stream;
import org.jboss.logmanager.formatters.JsonFormatter;
import org.jboss.logmanager.handlers.ConsoleHandler;

/** Writes the log as JSON, one object a line, where that is wanted; from the start of the application on. */
@Singleton
class JsonLog {

    private static final int FIRST = 1;

    void start(@Observes @Priority(FIRST) StartupEvent event, LogConfig config) {
        if (config.json()) {
            Stream.of(InitialConfigurator.DELAYED_HANDLER.getHandlers())
                    .filter(JsonLog::writesToTheConsole)
                    .forEach(JsonLog::write);
        }
    }

    private static boolean writesToTheConsole(Handler handler) {
        return handler instanceof ConsoleHandler;
    }

    private static void write(Handler handler) {
        JsonFormatter formatter = new JsonFormatter();
        formatter.setRecordDelimiter("\n");
        handler.setFormatter(formatter);
    }
}
