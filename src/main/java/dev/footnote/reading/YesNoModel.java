package dev.footnote.reading;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.footnote.model.LogisticModel;
import java.util.Map;

/**
 * How likely "Yes" and "No" are the right answer to a yes/no question over a sentence, and from when on they are said.
 * Fitted by the command {@code fit}; part of {@link PolicyParameters}.
 *
 * @param yes how likely "Yes" is right, given {@link YesNo.Scores#signs}
 * @param yesFrom from this probability on it is said
 * @param no how likely "No" is right
 * @param noFrom from this probability on it is said
 */
@JsonNaming(SnakeCaseStrategy.class)
public record YesNoModel(LogisticModel yes, double yesFrom, LogisticModel no, double noFrom) {

    /** What may be said: the likelier of "Yes" and "No", if it is likely enough. */
    public YesNo.Decision decide(Map<String, Double> signs) {
        return decide(yes.probability(signs), no.probability(signs));
    }

    /**
     * What may be said, by how likely each is.
     *
     * @param ofYes how likely "Yes" is right, from 0 to 1
     * @param ofNo how likely "No" is right, from 0 to 1
     */
    public YesNo.Decision decide(double ofYes, double ofNo) {
        if (ofYes >= ofNo) {
            return ofYes >= yesFrom ? YesNo.Decision.YES : YesNo.Decision.OPEN;
        }
        return ofNo >= noFrom ? YesNo.Decision.NO : YesNo.Decision.OPEN;
    }
}
