package dev.footnote.home;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Hears what the audit log is told until it is closed. */
public final class AuditLines extends Handler {

    private static final String CATEGORY = "dev.footnote.audit";

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final PatternFormatter words = new PatternFormatter("%s");

    /** Begins to listen. */
    public AuditLines() {
        Logger.getLogger(CATEGORY).addHandler(this);
    }

    /** What was told so far, the oldest first. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(words.format(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger(CATEGORY).removeHandler(this);
    }
}
