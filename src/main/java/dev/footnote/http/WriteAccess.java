package dev.footnote.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Lets this machine's own clients change articles, and those that have the key. */
@Provider
@ChangesArticles
class WriteAccess implements ContainerRequestFilter {

    private final Permission permission;
    private final CurrentVertxRequest current;

    WriteAccess(Permission permission, CurrentVertxRequest current) {
        this.permission = permission;
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        permission
                .refusal(current.getCurrent().request(), Scope.MANAGE, "change articles")
                .ifPresent(context::abortWith);
    }
}
