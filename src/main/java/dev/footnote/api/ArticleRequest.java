package dev.footnote.api;

import dev.footnote.application.Articles;
import dev.footnote.article.Submission;
import dev.footnote.article.UnreadableArticleException;
import dev.footnote.http.ProblemException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An article that is sent as text, or where to fetch it. */
@Schema(
        name = "ArticleRequest",
        examples = "{\"text\": \"The cat sat on the mat. The dog stood beside it.\", \"title\": \"Cat and dog\"}")
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
                String title) {

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
        return articles.fetch(url, title);
    }

    private Submission ofText(String nameWithoutTitle) {
        if (text == null || text.isBlank()) {
            throw new ProblemException(400, "The article has no text. Send it in \"text\".");
        }
        String name = title == null || title.isBlank() ? nameWithoutTitle : title.strip();
        return new Submission(name + ".txt", text.getBytes(StandardCharsets.UTF_8), title);
    }
}
