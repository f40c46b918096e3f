package dev.footnote.answer;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * A passage that fits a question.
 *
 * @param documentId the article's id
 * @param documentTitle the article's title
 * @param text the passage: {@code article.text().substring(startCharIndex, endCharIndex)}
 * @param startCharIndex where it begins in the article, in UTF-16 code units
 * @param endCharIndex where it ends there, exclusive
 * @param paragraph of the article, from 1
 * @param score from 0 to 1, higher fits better; comparable within one search only
 * @param url a link that opens the article with this place highlighted
 */
@JsonNaming(SnakeCaseStrategy.class)
public record FoundPassage(
        String documentId,
        String documentTitle,
        String text,
        int startCharIndex,
        int endCharIndex,
        int paragraph,
        double score,
        String url) {}
