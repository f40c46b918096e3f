package dev.footnote.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footnote.model.PassageScores;
import dev.footnote.model.Stance;
import dev.footnote.passage.PassageSplitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parameters that are shipped. */
class PolicyParametersTest {

    private static final Path EMBEDDINGS = Path.of("embeddings");

    @Test
    void theyWereFittedForTheReaderThatIsShipped() throws IOException {
        byte[] reader = Files.readAllBytes(EMBEDDINGS.resolve("reader").resolve("reader.onnx"));

        assertThat(DigestUtils.sha256Hex(reader))
                .startsWith(PolicyParameters.read(EMBEDDINGS).reader());
    }

    @Test
    void theyWeighWhatThisVersionSees() {
        String text = "The mill burned down in 1911.";
        PassageScores scores = new PassageScores(
                new int[] {24}, new int[] {28}, new float[] {6}, new float[] {6}, 0, 0, new Stance(0.2, 0.2, 0.6));
        ReadPassage read = new ReadPassage(
                "mill",
                new ArticleWords("The mill", text),
                new PassageSplitter(words -> words.split("\\s+").length, 120)
                        .split(text)
                        .get(0),
                1,
                0.8,
                scores);

        AnswerPolicy policy = AnswerPolicy.read(EMBEDDINGS);
        Assessed assessed = policy.assess(
                policy.see(new AskedQuestion("When did the mill burn down?", "", new float[384]), List.of(read)),
                (question, surroundings, texts) ->
                        texts.stream().map(each -> scores).toList(),
                new EncodedByHand(Map.of()));

        assertThat(assessed.answers()).isBetween(0.3, 1.0);
        assertThat(assessed.best().orElseThrow().saidWords()).isEqualTo("1911");
        assertThat(assessed.asks(QuestionKinds.WORDS)).isBetween(0.0, 1.0);
    }

    @Test
    void theThresholdsAreInOrder() {
        PolicyParameters parameters = PolicyParameters.read(EMBEDDINGS);

        assertThat(parameters.refuseBelow()).isBetween(0.1, parameters.statedFrom());
        assertThat(parameters.wordsFrom()).isLessThanOrEqualTo(parameters.wordsStatedFrom());
    }

    @Test
    void missingParametersAreNamedWithTheRemedy(@TempDir Path folder) {
        assertThatThrownBy(() -> PolicyParameters.read(folder))
                .hasMessageContaining("policy.json")
                .hasMessageContaining("fit");
    }
}
