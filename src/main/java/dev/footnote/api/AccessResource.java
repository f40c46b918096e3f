package dev.footnote.api;

import dev.footnote.http.Access;
import dev.footnote.http.Permission;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Returns what the caller may do. */
@Path("/api/v1/access")
@Tag(name = "Access")
class AccessResource {

    private final Permission permission;

    AccessResource(Permission permission) {
        this.permission = permission;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "access",
            summary = "What the caller may do",
            description = "By where the request comes from, and by its key or token, if it brings one.")
    public Access access(@Context RoutingContext routing) {
        return permission.access(routing.request());
    }
}
