package dev.footnote.http;

import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** Problems in the form that OpenAI's clients know. */
@Provider
class OpenAiErrors implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getUriInfo().getPath().startsWith(OpenAiError.PATHS)
                && response.getMediaType() != null
                && response.getMediaType().toString().startsWith(Problem.MEDIA_TYPE)
                && response.getEntity() instanceof String json) {
            String detail = new JsonObject(json).getString("detail");
            response.setEntity(OpenAiError.of(response.getStatus(), detail).toJson());
            response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_TYPE);
        }
    }
}
