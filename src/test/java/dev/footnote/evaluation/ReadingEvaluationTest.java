package dev.footnote.evaluation;

import dev.footnote.ingestion.Ingestion;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Holds the answers about 55 texts at once a little below what the figures in .github/docs say, so that a fall is seen. */
@QuarkusTest
@TestProfile(ReadingEvaluationTest.EverythingIsSaid.class)
class ReadingEvaluationTest {

    /** No seeds, and no refusals. */
    public static class EverythingIsSaid implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "footnote.data",
                    "target/test-data/reading-evaluation-"
                            + ProcessHandle.current().pid(),
                    "footnote.ingestion.seeds",
                    "false",
                    "footnote.reading.refuse",
                    "false");
        }
    }

    private final Evaluation evaluation;
    private final Ingestion ingestion;

    ReadingEvaluationTest(Evaluation evaluation, Ingestion ingestion) {
        this.evaluation = evaluation;
        this.ingestion = ingestion;
    }

    @Test
    void manyTextsAreAnsweredAsWellAsWasMeasured() throws Exception {
        QuestionSet questions = QuestionSet.read(QuestionSets.file("reading-dev.json"));
        ingestion.awaitReady();

        Report report = evaluation.run(questions, false, (done, of) -> {});

        SoftAssertions.assertSoftly(figures -> {
            figures.assertThat(report.size()).as("questions").isEqualTo(903);
            figures.assertThat(report.f1()).as("F1").isGreaterThanOrEqualTo(0.67);
            figures.assertThat(report.cited()).as("right text cited").isGreaterThanOrEqualTo(0.9);
            figures.assertThat(report.statedPrecision())
                    .as("precision of stated")
                    .isGreaterThanOrEqualTo(0.9);
            figures.assertThat(report.calibrationError())
                    .as("calibration error")
                    .isLessThanOrEqualTo(0.17);
            figures.assertThat(report.mistakenForSmallTalk())
                    .as("questions taken for an overview or for talk")
                    .isZero();
            figures.assertThat(report.offsetErrors()).as("false footnotes").isZero();
        });
    }
}
