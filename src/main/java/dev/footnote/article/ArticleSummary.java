package dev.footnote.article;

import java.time.Instant;
import java.util.List;

/**
 * All that is known of an article but its text. Its parts are as those of {@link Article}.
 *
 * @param id as {@link Article#id()}
 * @param title as {@link Article#title()}
 * @param mediaType as {@link Article#mediaType()}
 * @param characters the length of the text, in UTF-16 code units
 * @param metadata as {@link Article#metadata()}
 * @param addedAt as {@link Article#addedAt()}
 * @param fileName as {@link Article#fileName()}
 * @param seed as {@link Article#seed()}
 * @param warnings as {@link Article#warnings()}
 * @param revision as {@link Article#revision()}
 */
public record ArticleSummary(
        String id,
        String title,
        String mediaType,
        int characters,
        Metadata metadata,
        Instant addedAt,
        String fileName,
        boolean seed,
        List<String> warnings,
        String revision) {

    public ArticleSummary {
        warnings = List.copyOf(warnings);
    }

    /** The summary of an article. */
    public static ArticleSummary of(Article article) {
        return new ArticleSummary(
                article.id(),
                article.title(),
                article.mediaType(),
                article.text().length(),
                article.metadata(),
                article.addedAt(),
                article.fileName(),
                article.seed(),
                article.warnings(),
                article.revision());
    }
}
