package dev.footnote.openai;

import dev.footnote.http.OpenAiError;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who can answer, as a list of models. */
@Path("/v1/models")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "OpenAI-compatible")
class ModelsResource {

    private final ChatModelNames names;

    ModelsResource(ChatModelNames names) {
        this.names = names;
    }

    @GET
    @Operation(
            operationId = "listModels",
            summary = "List models",
            description = "\"footnote\" is the engine that answers where nobody chooses; the others name one each.")
    @APIResponse(responseCode = "200", description = "The models, as OpenAI's API has them")
    public Map<String, Object> all() {
        List<Map<String, Object>> models =
                names.all().stream().map(ModelsResource::model).toList();
        return Map.of("object", "list", "data", models);
    }

    @GET
    @Path("{model}")
    @Operation(operationId = "getModel", summary = "Look up a model")
    @APIResponse(responseCode = "200", description = "The model")
    @APIResponse(responseCode = "404", description = "There is no such model")
    public Response one(@PathParam("model") String model) {
        return names.has(model) ? Response.ok(model(model)).build() : unknown(model);
    }

    static Response unknown(String model) {
        return OpenAiError.of(404, "There is no model \"" + model + "\". /v1/models lists those there are.")
                .withCode("model_not_found")
                .toResponse();
    }

    private static Map<String, Object> model(String name) {
        return Map.of("id", name, "object", "model", "created", 0, "owned_by", "footnote");
    }
}
