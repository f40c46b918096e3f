package dev.footnote.http;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Problems as a page for people: a browser that opens an address asks for HTML, a program asks for something else. */
@Provider
class PageProblems implements ContainerResponseFilter {

    private final Instance<ProblemPages> pages;

    PageProblems(Instance<ProblemPages> pages) {
        this.pages = pages;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String path = request.getUriInfo().getPath();
        if (wantsPage(path, request.getHeaderString(HttpHeaders.ACCEPT))
                && response.getMediaType() != null
                && response.getMediaType().toString().startsWith(Problem.MEDIA_TYPE)
                && response.getEntity() instanceof String json) {
            response.setEntity(pages.get().show(problemIn(json), path));
            response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, ProblemPages.MEDIA_TYPE);
        }
    }

    private static Problem problemIn(String json) {
        JsonObject problem = new JsonObject(json);
        return Problem.of(problem.getInteger("status"), problem.getString("detail"));
    }

    /** Answers a request that has not come as far as a resource, or has gone past all of them. */
    void send(Problem problem, RoutingContext routing) {
        String path = routing.request().path();
        if (wantsPage(path, routing.request().getHeader(HttpHeaders.ACCEPT))
                && !routing.response().ended()
                && !routing.response().headWritten()) {
            routing.response()
                    .setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, ProblemPages.MEDIA_TYPE)
                    .end(pages.get().show(problem, path));
        } else {
            problem.send(routing);
        }
    }

    /** Where programs ask they get JSON, whatever they accept. */
    private static boolean wantsPage(String path, @Nullable String accept) {
        return accept != null
                && accept.toLowerCase(Locale.ROOT).contains("text/html")
                && !path.equals("/api")
                && !path.startsWith("/api/")
                && !path.startsWith(OpenAiError.PATHS);
    }
}
