package dev.footnote.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A footnote. For every citation, on every surface: {@code article.text().substring(startCharIndex, endCharIndex)}
 * equals {@code citedText}. All indexes count UTF-16 code units, ends are exclusive.
 *
 * @param index its number, from 1 in order of first use in the answer
 * @param documentId the article's id
 * @param documentTitle the article's title
 * @param citedText the sentence or sentences it stands on
 * @param startCharIndex where they begin in the article
 * @param endCharIndex where they end in the article
 * @param answerStartCharIndex where the answer's own words begin in the article; null if the answer does not quote
 * @param answerEndCharIndex where the answer's own words end in the article; null if the answer does not quote
 * @param paragraph of the article, from 1
 * @param page of the article, from 1; null where it has no pages
 * @param pageEnd the page on which it ends where that is another one, else null
 * @param startIndex where the part of {@link Answer#answerText()} begins that it supports; null in a refusal
 * @param endIndex where that part ends; null in a refusal
 * @param score from 0 to 1, how likely this sentence holds the answer
 * @param support how far it carries the part it is attached to
 * @param supportScore the probability that it does
 * @param url a link that opens the article with this place highlighted
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Citation(
        int index,
        String documentId,
        String documentTitle,
        String citedText,
        int startCharIndex,
        int endCharIndex,
        @Nullable Integer answerStartCharIndex,
        @Nullable Integer answerEndCharIndex,
        int paragraph,
        @Nullable Integer page,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer pageEnd,
        @Nullable Integer startIndex,
        @Nullable Integer endIndex,
        double score,
        Support support,
        double supportScore,
        String url) {

    public Citation {
        if (citedText.length() != endCharIndex - startCharIndex) {
            throw new IllegalArgumentException("The cited text does not fit its place [" + startCharIndex + ", "
                    + endCharIndex + "): it has " + citedText.length() + " code units");
        }
    }

    /** The answer's own words in the cited sentence; empty where the answer does not quote, or is the whole sentence. */
    public Optional<String> answerWords() {
        if (answerStartCharIndex == null || answerEndCharIndex == null) {
            return Optional.empty();
        }
        String words = citedText.substring(answerStartCharIndex - startCharIndex, answerEndCharIndex - startCharIndex);
        return words.length() == citedText.length() ? Optional.empty() : Optional.of(words);
    }

    /** The page in words, such as "page 3" or "pages 3–4"; empty where there are no pages. */
    public String pageInWords() {
        if (page == null) {
            return "";
        }
        return pageEnd == null ? "page " + page : "pages " + page + "\u2013" + pageEnd;
    }

    /** A copy with another link. */
    public Citation at(String otherUrl) {
        return new Citation(
                index,
                documentId,
                documentTitle,
                citedText,
                startCharIndex,
                endCharIndex,
                answerStartCharIndex,
                answerEndCharIndex,
                paragraph,
                page,
                pageEnd,
                startIndex,
                endIndex,
                score,
                support,
                supportScore,
                otherUrl);
    }

    /**
     * The link as others can open it: one that is relative, as it is without a configured public address, leads to a server.
     *
     * @param server its address, such as {@code http://localhost:8080}
     */
    public String urlAt(String server) {
        return url.startsWith("/") ? server + url : url;
    }
}
