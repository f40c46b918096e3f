package dev.footnote.http;

import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as OpenAI's clients expect it under their paths.
 *
 * @param status the HTTP status
 * @param message a sentence that names what is wrong and the remedy
 * @param type what kind of problem it is
 * @param code which one it is, for programs; null where the status says it all
 */
public record OpenAiError(int status, String message, String type, @Nullable String code) {

    /** Where those clients call. */
    static final String PATHS = "/v1/";

    /** The error of that status. */
    public static OpenAiError of(int status, String message) {
        String type = status == 429 ? "rate_limit_error" : status >= 500 ? "server_error" : "invalid_request_error";
        return new OpenAiError(status, message, type, status == 401 ? "invalid_api_key" : null);
    }

    /** The same with a code. */
    public OpenAiError withCode(String other) {
        return new OpenAiError(status, message, type, other);
    }

    /** As a response. */
    public Response toResponse() {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(toJson())
                .build();
    }

    /** As the body of a response, or the data of an event. */
    public String toJson() {
        return new JsonObject()
                .put(
                        "error",
                        new JsonObject()
                                .put("message", message)
                                .put("type", type)
                                .put("param", null)
                                .put("code", code))
                .encode();
    }
}
