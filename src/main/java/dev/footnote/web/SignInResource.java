package dev.footnote.web;

import dev.footnote.http.KeyCookie;
import dev.footnote.http.Permission;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Lets people into a private Footnote by a key, without a script. */
@Path("/")
@Produces(PageResource.HTML)
class SignInResource {

    /** An address of this server: what begins with two slashes is another's. */
    private static final Pattern OWN = Pattern.compile("/(?:[A-Za-z0-9._~%-][A-Za-z0-9._~%/-]*+)?");

    private final Permission permission;

    SignInResource(Permission permission) {
        this.permission = permission;
    }

    /**
     * Takes a key.
     *
     * @param to where its holder wanted to go
     */
    @POST
    @Path("sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response signIn(
            @FormParam("key") @Nullable String key,
            @FormParam("to") @Nullable String to,
            @Context RoutingContext routing) {
        String next = to != null && OWN.matcher(to).matches() ? to : "/";
        String presented = key == null ? "" : key.strip();
        if (!permission.isKey(presented)) {
            return Response.status(Response.Status.UNAUTHORIZED)
                    .entity(PageResource.Templates.signin("This is not a key of this server.", next)
                            .render())
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        }
        return Response.seeOther(URI.create(next))
                .header(HttpHeaders.SET_COOKIE, KeyCookie.keep(presented, routing.request()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Has the browser forget the key. */
    @POST
    @Path("sign-out")
    @Operation(hidden = true)
    public Response signOut(@Context RoutingContext routing) {
        return Response.seeOther(URI.create("/"))
                .header(HttpHeaders.SET_COOKIE, KeyCookie.forget(routing.request()))
                .build();
    }
}
