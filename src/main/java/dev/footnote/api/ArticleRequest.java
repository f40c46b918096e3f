package dev.footnote.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.footnote.application.Articles;
import dev.footnote.article.Submission;
import dev.footnote.article.UnreadableArticleException;
import dev.footnote.http.ProblemException;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An article that is sent as text, or where to fetch it. */
@Schema(
        name = "ArticleRequest",
        examples = "{\"text\": \"The cat sat on the mat. The dog stood beside it.\", \"title\": \"Cat and dog\"}")
@JsonNaming(SnakeCaseStrategy.class)
record ArticleRequest(
        @Schema(
                        description = "The article; this or \"url\".",
                        examples = "The cat sat on the mat. The dog stood beside it.")
                @Nullable
                String text,
        @Schema(
                        description =
                                "Where to fetch the article: an http or https address of the public internet. Switched off"
                                        + " unless footnote.fetch.enabled is true: such a request is refused with 400.")
                @Nullable
                String url,
        @Schema(description = "What to call the article; otherwise its first heading or sentence.") @Nullable
                String title,
        @Schema(
                        description =
                                "How the text is written: text/plain (the default), text/markdown, text/html or"
                                        + " text/csv. Markdown's headings, lists and tables are read as such only where it says so.",
                        examples = "text/markdown")
                @Nullable
                String mediaType) {

    private static final Map<String, String> EXTENSIONS = Map.of(
            "text/plain", ".txt",
            "text/markdown", ".md",
            "text/html", ".html",
            "text/csv", ".csv");

    /**
     * The article, fetched where only its address is given.
     *
     * @param nameWithoutTitle what to call the file of a text without a title
     */
    Submission submission(Articles articles, String nameWithoutTitle) throws UnreadableArticleException {
        if (url == null) {
            return ofText(nameWithoutTitle);
        }
        if (text != null) {
            throw new ProblemException(400, "The request has a \"text\" and a \"url\". Send one of them.");
        }
        if (mediaType != null) {
            throw new ProblemException(
                    400, "The request has a \"url\" and a \"media_type\". Leave it out: the page says what it is.");
        }
        return articles.fetch(url, title);
    }

    private Submission ofText(String nameWithoutTitle) {
        if (text == null || text.isBlank()) {
            throw new ProblemException(400, "The article has no text. Send it in \"text\".");
        }
        String name = title == null || title.isBlank() ? nameWithoutTitle : title.strip();
        return new Submission(name + extension(), text.getBytes(StandardCharsets.UTF_8), title);
    }

    private String extension() {
        String type = mediaType == null ? MediaType.TEXT_PLAIN : mediaType;
        String extension =
                EXTENSIONS.get(type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip());
        if (extension == null) {
            throw new ProblemException(
                    400,
                    "A text of the media type \"" + type + "\" is not read. Send \"text/plain\", \"text/markdown\","
                            + " \"text/html\" or \"text/csv\" in \"media_type\", or the file itself as multipart/form-data.");
        }
        return extension;
    }
}
