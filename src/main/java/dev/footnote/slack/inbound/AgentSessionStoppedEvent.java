package dev.footnote.slack.inbound;

import com.slack.api.model.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * The event that someone pressed Stop while an answer was made. The SDK does not have it yet; it reads the fields by their names, as
 * docs.slack.dev/reference/events/agent_session_stopped gives them, and finds the class's public constant.
 */
public final class AgentSessionStoppedEvent implements Event {

    /** Its name in the Events API. */
    public static final String TYPE_NAME = "agent_session_stopped";

    private @Nullable String channel;
    private @Nullable String threadTs;
    private @Nullable String eventTs;

    @Override
    public String getType() {
        return TYPE_NAME;
    }

    @Override
    public @Nullable String getSubtype() {
        return null;
    }

    @Nullable
    String channel() {
        return channel;
    }

    @Nullable
    String threadTs() {
        return threadTs;
    }

    @Nullable
    String eventTs() {
        return eventTs;
    }
}
