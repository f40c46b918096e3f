package dev.footnote.slack;

import dev.footnote.http.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where Slack sends events, commands and clicks when it is not connected by Socket Mode. */
@Path(EventsResource.PATH)
class EventsResource {

    static final String PATH = "/slack/events";

    private final SlackDoor door;

    EventsResource(SlackDoor door) {
        this.door = door;
    }

    /** The bytes as they came: the signature is over them. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Blocking
    @Operation(hidden = true)
    public Response receive(byte[] body, @Context HttpHeaders headers) {
        com.slack.api.bolt.response.Response response = door.handle(PATH, body, headers.getRequestHeaders())
                .orElseThrow(() -> new ProblemException(
                        404,
                        "Slack is not connected by HTTP here. Set footnote.slack.bot-token and"
                                + " footnote.slack.signing-secret."));
        Response.ResponseBuilder built = Response.status(response.getStatusCode());
        if (response.getBody() != null && !response.getBody().isEmpty()) {
            built.entity(response.getBody()).type(response.getContentType());
        }
        return built.build();
    }
}
