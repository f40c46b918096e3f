package dev.footnote.api;

import dev.footnote.http.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Describes what every request may be answered with instead of what it asked for: a problem. An annotation is needed only
 * where a status means something of that request's own; its content is given here.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemResponses implements OASFilter {

    private static final String SCHEMA = "Problem";

    private static final Map<String, String> EVERYWHERE = Map.of(
            "429", "Too many requests from this address; Retry-After says when to come again",
            "default", "A problem, in a sentence");

    private static final Map<String, String> ASKING =
            Map.of("503", "The articles are still being read; Retry-After says when to come again");

    /** Operations that wait until the articles can be asked. */
    private static final List<String> ASKS = List.of("ask", "askInPassing", "search", "verify");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() == null || api.getPaths().getPathItems() == null) {
            return;
        }
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents().addSchema(SCHEMA, schema());
        api.getPaths().getPathItems().forEach((path, item) -> {
            if (path.startsWith("/api/")) {
                item.getOperations().values().forEach(ProblemResponses::describe);
            }
        });
    }

    private static void describe(Operation operation) {
        APIResponses responses = operation.getResponses();
        if (responses == null) {
            responses = OASFactory.createAPIResponses();
            operation.setResponses(responses);
        }
        add(responses, EVERYWHERE);
        if (ASKS.contains(operation.getOperationId())) {
            add(responses, ASKING);
        }
        responses.getAPIResponses().forEach((status, response) -> {
            if (isProblem(status) && response.getContent() == null) {
                response.setContent(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/" + SCHEMA))));
            }
        });
    }

    private static void add(APIResponses responses, Map<String, String> problems) {
        problems.forEach((status, description) -> {
            APIResponse known = responses.getAPIResponse(status);
            if (known == null) {
                responses.addAPIResponse(status, OASFactory.createAPIResponse().description(description));
            }
        });
    }

    private static boolean isProblem(String status) {
        return status.equals("default") || status.startsWith("4") || status.startsWith("5");
    }

    private static Schema schema() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("What went wrong, as RFC 9457 has it.")
                .addProperty("type", string("about:blank: the status says what kind of problem it is."))
                .addProperty("title", string("The status in words."))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .description("The HTTP status."))
                .addProperty("detail", string("A sentence that names what is wrong and the remedy."));
    }

    private static Schema string(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }
}
