package dev.footnote.answer;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * A part of an answer that can be right or wrong by itself.
 *
 * @param startIndex where it begins in {@link Answer#answerText()}, in UTF-16 code units
 * @param endIndex where it ends there, exclusive
 * @param support how far its citations carry it
 * @param supportScore the probability that they do
 * @param citations the {@link Citation#index()} of each citation it stands on
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Claim(int startIndex, int endIndex, Support support, double supportScore, List<Integer> citations) {

    public Claim {
        citations = List.copyOf(citations);
    }
}
