package dev.footnote.answer;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of a checked text, with whether the articles support it.
 *
 * @param text the sentence: {@code text.substring(startIndex, endIndex)} of what was sent
 * @param startIndex where it begins there, in UTF-16 code units
 * @param endIndex where it ends there, exclusive
 * @param support how far the cited place carries it
 * @param supportScore the probability that it does, 0 to 1
 * @param citations the place that supports it; where none does, the closest one, marked {@code unsupported}; empty where
 *     nothing is close
 * @param instead what the article says where the sentence says something else, in the article's own words; null where
 *     that is not known, and for a supported sentence
 */
@JsonNaming(SnakeCaseStrategy.class)
public record VerifiedClaim(
        String text,
        int startIndex,
        int endIndex,
        Support support,
        double supportScore,
        List<Citation> citations,
        @Nullable String instead) {

    public VerifiedClaim {
        citations = List.copyOf(citations);
        if (text.length() != endIndex - startIndex) {
            throw new IllegalArgumentException("The claim does not fit its place [" + startIndex + ", " + endIndex
                    + "): it has " + text.length() + " code units");
        }
    }
}
