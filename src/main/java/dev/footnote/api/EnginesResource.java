package dev.footnote.api;

import dev.footnote.application.Engines;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists the engines that can answer. */
@Path("/api/v1/engines")
@Tag(name = "Questions")
class EnginesResource {

    private final Engines engines;

    EnginesResource(Engines engines) {
        this.engines = engines;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "engines",
            summary = "The engines that can answer",
            description = "\"extractive\" is always there. The others are language models; of one that is remote,"
                    + " questions and sentences of the articles leave this machine for its host.")
    public EngineList engines() {
        return new EngineList(engines.all());
    }
}
