package dev.footnote.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;

/**
 * What went wrong, as RFC 9457 has it.
 *
 * @param type {@code about:blank}: the status says what kind of problem it is
 * @param title the status in words
 * @param status the HTTP status
 * @param detail a sentence that names what is wrong and the remedy
 */
public record Problem(String type, String title, int status, String detail) {

    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The problem of that status. */
    public static Problem of(int status, String detail) {
        return new Problem("about:blank", HttpResponseStatus.valueOf(status).reasonPhrase(), status, detail);
    }

    /** As a response; whatever the client accepts, it gets the problem as JSON. */
    public Response toResponse() {
        return Response.status(status).type(MEDIA_TYPE).entity(toJson()).build();
    }

    /** Answers a request that has not come as far as a resource. */
    void send(RoutingContext routing) {
        HttpServerResponse response = routing.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        response.setStatusCode(status);
        if (routing.request().path().startsWith(OpenAiError.PATHS)) {
            response.putHeader("Content-Type", "application/json")
                    .end(OpenAiError.of(status, detail).toJson());
        } else {
            response.putHeader("Content-Type", MEDIA_TYPE).end(toJson());
        }
    }

    private String toJson() {
        return new JsonObject()
                .put("type", type)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .encode();
    }
}
