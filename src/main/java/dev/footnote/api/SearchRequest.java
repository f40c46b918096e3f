package dev.footnote.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A search as it is sent. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(
        name = "SearchRequest",
        requiredProperties = "query",
        examples = "{\"query\": \"veto in the Security Council\", \"top_k\": 3}")
record SearchRequest(
        @Schema(
                        description =
                                "Words or a question, at most 2,000 UTF-16 units after trimming. Never query syntax.",
                        examples = "veto in the Security Council")
                @Nullable
                String query,
        @Schema(description = "The articles to look in; all unless given.") @Nullable List<@Nullable String> articleIds,
        @Schema(description = "How many passages to find, 1 to 20; 8 unless given.") @Nullable Integer topK) {}
