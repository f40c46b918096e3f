package dev.footnote.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.footnote.application.Description;
import dev.footnote.article.ArticleSummary;
import dev.footnote.article.IndexingProgress;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An article without its text. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "Article")
record ArticleView(
        @Schema(examples = "000-75601532fa1338ee") String id,
        String title,
        @Schema(examples = "text/plain") String mediaType,
        @Schema(description = "Length of the text in UTF-16 code units.") int characters,
        @Schema(description = "The first 8 hex digits of the text's SHA-256.", examples = "1f2e3d4c") String revision,
        @Schema(description = "When this revision came.") Instant addedAt,
        @Schema(description = "Whether it can be asked.") IndexingProgress.State state,
        @Schema(description = "How much of it is indexed, 0 to 1.") double progress,
        @Schema(description = "Who the file says wrote it.") @Nullable String author,
        @Schema(description = "When the file says it was written.") @Nullable String date,
        @Schema(description = "Where the file says it comes from.") @Nullable String source,
        @Schema(description = "Two of its sentences; empty until it is ready.") String summary,
        @Schema(description = "Questions it answers; empty until it is ready.") List<String> suggestedQuestions,
        List<String> warnings) {

    static ArticleView of(ArticleSummary article, IndexingProgress progress, Description description) {
        return new ArticleView(
                article.id(),
                article.title(),
                article.mediaType(),
                article.characters(),
                article.revision(),
                article.addedAt(),
                progress.state(),
                progress.fraction(),
                article.metadata().author(),
                article.metadata().date(),
                article.metadata().source(),
                description.summaryText(),
                description.suggestedQuestions(),
                article.warnings());
    }
}
