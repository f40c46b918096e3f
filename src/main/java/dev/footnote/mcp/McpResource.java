package dev.footnote.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footnote.application.Caller;
import dev.footnote.http.Permission;
import dev.footnote.http.ProblemException;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The protocol over HTTP, in its streamable form without streams: each message is a POST and its answer the response. There
 * is nothing to send unasked, so that a GET is refused, as the protocol allows.
 */
@Path("/mcp")
class McpResource {

    private final McpProtocol protocol;
    private final Permission permission;
    private final ObjectMapper mapper;

    McpResource(McpProtocol protocol, Permission permission, ObjectMapper mapper) {
        this.protocol = protocol;
        this.permission = permission;
        this.mapper = mapper;
    }

    /** Takes a message, or a batch of them. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(hidden = true)
    public Response message(
            @Nullable String body,
            @HeaderParam("MCP-Protocol-Version") @Nullable String version,
            @Context RoutingContext routing) {
        if (version != null && !McpProtocol.VERSIONS.contains(version)) {
            throw new ProblemException(
                    400,
                    "The MCP-Protocol-Version \"" + version + "\" is not spoken here; these are: "
                            + String.join(", ", McpProtocol.VERSIONS) + ".");
        }
        JsonNode message;
        try {
            message = mapper.readTree(body == null ? "" : body);
        } catch (JsonProcessingException e) {
            return Response.status(400).entity(McpProtocol.unreadable()).build();
        }
        Caller caller = Caller.of(permission.isGiven(routing.request()));
        return protocol.answer(message, caller)
                .map(answer -> Response.ok(answer).build())
                .orElseGet(() -> Response.accepted().build());
    }
}
