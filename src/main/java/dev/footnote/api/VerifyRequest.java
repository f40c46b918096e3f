package dev.footnote.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A text to be checked, as it is sent. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(
        name = "VerifyRequest",
        requiredProperties = "text",
        examples = "{\"text\": \"Russia vetoed the resolution. The attack killed 78 people.\"}")
record VerifyRequest(
        @Schema(
                        description = "Sentences in English, at most 20,000 UTF-16 units and 100 sentences.",
                        examples = "Russia vetoed the resolution. The attack killed 78 people.")
                @Nullable
                String text,
        @Schema(description = "The articles to check against; all unless given.") @Nullable
                List<@Nullable String> articleIds,
        @Schema(
                        description = "Whether the check is kept, for whoever has the link that \"url\" then holds; not"
                                + " unless given.")
                @Nullable
                Boolean keep) {}
