package dev.footnote.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a caller may do. */
@JsonNaming(SnakeCaseStrategy.class)
public record Access(
        @Schema(description = "Read articles and search them.") boolean read,
        @Schema(description = "Ask questions and check texts.") boolean ask,
        @Schema(description = "Have a language model answer, where there is one.") boolean languageModel,
        @Schema(description = "Add, replace and delete articles, and see feedback.") boolean manage,
        @Schema(
                        description =
                                "What the caller is known by: \"this machine\", \"key\" or \"token\"; null if by nothing.",
                        nullable = true)
                @Nullable
                String knownBy,
        @Schema(description = "Whether a key or a token could let the caller do more.") boolean takesKeys) {

    /** The words for what is allowed, with spaces between. */
    @JsonIgnore
    public String words() {
        return allowed().stream().collect(Collectors.joining(" "));
    }

    private List<String> allowed() {
        List<String> words = new ArrayList<>();
        if (read) {
            words.add("read");
        }
        if (ask) {
            words.add("ask");
        }
        if (languageModel) {
            words.add("language-model");
        }
        if (manage) {
            words.add("manage");
        }
        return words;
    }
}
