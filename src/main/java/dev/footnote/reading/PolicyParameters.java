package dev.footnote.reading;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.footnote.model.BlendedModel;
import dev.footnote.model.ChoiceModel;
import dev.footnote.model.LogisticModel;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The fitted parameters of {@link AnswerPolicy}, made by the command {@code fit} and kept in {@code
 * embeddings/policy.json}.
 *
 * @param about how they were made
 * @param reader the first hex digits of the SHA-256 of the reader they were fitted for
 * @param kinds what a question asks for
 * @param states whether what was read answers, by the reader's state
 * @param choice which candidate sentence answers
 * @param choiceAgain which of the three that are looked at again does
 * @param answers whether what is told answers: the chosen sentence or one of those that are shown besides it
 * @param first whether the chosen sentence answers by itself
 * @param words whether the chosen sentence's best words are right
 * @param also whether a sentence that was not chosen answers too
 * @param yesNo whether "Yes" or "No" may stand before the chosen sentence
 * @param settledFrom from this probability on the likeliest sentence of the first passages settles the question
 * @param refuseBelow what is told and answers less likely than this is not shown as an answer
 * @param statedFrom from this probability on an answer is called stated
 * @param wordsFrom from this probability on the words are shown instead of the sentence
 * @param wordsStatedFrom from this probability on words that are shown alone are called stated
 * @param alsoFrom from this probability on another sentence is told too
 */
@JsonNaming(SnakeCaseStrategy.class)
public record PolicyParameters(
        String about,
        String reader,
        QuestionKinds kinds,
        ReaderStates states,
        ChoiceModel choice,
        ChoiceModel choiceAgain,
        BlendedModel answers,
        LogisticModel first,
        LogisticModel words,
        LogisticModel also,
        YesNoModel yesNo,
        double settledFrom,
        double refuseBelow,
        double statedFrom,
        double wordsFrom,
        double wordsStatedFrom,
        double alsoFrom) {

    /** Where the parameters lie below {@code embeddings/}. */
    public static final String FILE = "policy.json";

    /** The parameters in a folder. */
    public static PolicyParameters read(Path embeddings) {
        Path file = embeddings.resolve(FILE);
        try {
            return new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .readValue(file.toFile(), PolicyParameters.class);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The parameters of answering " + file.toAbsolutePath().normalize() + " cannot be read: "
                            + e.getMessage()
                            + ". Start Footnote in its own folder, set footnote.home to it, or make them anew with the"
                            + " command fit.",
                    e);
        }
    }
}
