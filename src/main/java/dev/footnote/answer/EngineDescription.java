package dev.footnote.answer;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * An engine that can answer, as clients see it.
 *
 * @param name chooses it in a request, and stands in its answers
 * @param provider whose protocol its server speaks; null for the one without a language model
 * @param model its name at the server; null for the one without a language model
 * @param host the server that the question and sentences of the articles are sent to; null for the one without
 * @param remote whether that is another machine than Footnote's
 * @param isDefault whether it answers where a request names none
 */
@JsonNaming(SnakeCaseStrategy.class)
public record EngineDescription(
        String name,
        @Nullable String provider,
        @Nullable String model,
        @Nullable String host,
        boolean remote,
        @JsonProperty("default") boolean isDefault) {}
