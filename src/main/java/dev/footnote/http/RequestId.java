package dev.footnote.http;

import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Names a request in its response and in all that is logged on its way. */
final class RequestId {

    static final String HEADER = "X-Request-Id";

    /** Under which logs have it. */
    static final String LOGGED = "request_id";

    /** A proxy's own is kept where it can stand in a log. */
    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    /** Gives the request the name that it brings, else one of its own. */
    static void give(RoutingContext routing) {
        String id = of(routing.request().getHeader(HEADER));
        routing.response().putHeader(HEADER, id);
        MDC.put(LOGGED, id);
    }

    static String of(@Nullable String brought) {
        return brought != null && ACCEPTED.matcher(brought).matches()
                ? brought
                : UUID.randomUUID().toString();
    }
}
