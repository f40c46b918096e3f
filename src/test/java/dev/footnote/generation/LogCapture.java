package dev.footnote.generation;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What a class logs while it is open. */
final class LogCapture extends Handler implements AutoCloseable {

    private final Logger logger;
    private final PatternFormatter formatter = new PatternFormatter("%p %s%e");
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private LogCapture(Logger logger) {
        this.logger = logger;
        logger.addHandler(this);
    }

    static LogCapture of(Class<?> type) {
        return new LogCapture(Logger.getLogger(type.getName()));
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord log) {
        lines.add(formatter.format(log));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
