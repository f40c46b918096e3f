package dev.footnote.api;

import dev.footnote.article.Submission;
import dev.footnote.http.ProblemException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An article that is sent as text. */
@Schema(name = "ArticleRequest", requiredProperties = "text")
record ArticleRequest(
        @Schema(description = "The article.", examples = "\"The cat sat on the mat. The dog stood beside it.\"")
                @Nullable
                String text,
        @Schema(description = "Where to fetch the article. Switched off: such a request is refused with 400.") @Nullable
                String url,
        @Schema(description = "What to call the article; otherwise its first heading or sentence.") @Nullable
                String title) {

    Submission toSubmission(String nameWithoutTitle) {
        if (url != null) {
            throw new ProblemException(
                    400,
                    "Fetching a \"url\" is switched off. Send the article itself in \"text\", or upload the file.");
        }
        if (text == null || text.isBlank()) {
            throw new ProblemException(400, "The article has no text. Send it in \"text\".");
        }
        String name = title == null || title.isBlank() ? nameWithoutTitle : title.strip();
        return new Submission(name + ".txt", text.getBytes(StandardCharsets.UTF_8), title);
    }
}
