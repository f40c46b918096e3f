package dev.footnote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.ingestion.Ingestion;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Holds the answers about the seed article a little below what the figures in .github/docs say, so that a fall is seen. */
@QuarkusTest
@TestProfile(SeedEvaluationTest.SeedOnly.class)
class SeedEvaluationTest {

    /** The seed article and nothing else. */
    public static class SeedOnly implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "footnote.data",
                    "target/test-data/seed-evaluation-"
                            + ProcessHandle.current().pid(),
                    "footnote.seeds",
                    "seeds");
        }
    }

    private final Evaluation evaluation;
    private final Ingestion ingestion;

    SeedEvaluationTest(Evaluation evaluation, Ingestion ingestion) {
        this.evaluation = evaluation;
        this.ingestion = ingestion;
    }

    @Test
    void seedArticleIsAnsweredAsWellAsWasMeasured() throws Exception {
        ingestion.awaitReady();

        Report report = evaluation.run(
                QuestionSet.read(Path.of("src/test/resources/questions-dev.json")), false, (done, of) -> {});

        SoftAssertions.assertSoftly(figures -> {
            figures.assertThat(report.rightAndCited()).as("right and cited").isGreaterThanOrEqualTo(0.74);
            figures.assertThat(report.refused()).as("refused").isGreaterThanOrEqualTo(0.92);
            figures.assertThat(report.rightAndCited() + report.refused())
                    .as("sum of both")
                    .isGreaterThanOrEqualTo(1.7);
            figures.assertThat(report.statedPrecision())
                    .as("precision of stated")
                    .isGreaterThanOrEqualTo(0.6);
            figures.assertThat(report.cited("yesno")).as("cited for yes and no").isGreaterThanOrEqualTo(0.8);
            figures.assertThat(report.rightAndCited("multi"))
                    .as("several items")
                    .isGreaterThanOrEqualTo(0.3);
            figures.assertThat(report.calibrationError())
                    .as("calibration error")
                    .isLessThanOrEqualTo(0.16);
            figures.assertThat(report.recognised("overview")).as("overviews").isGreaterThanOrEqualTo(0.875);
            figures.assertThat(report.recognised("chat")).as("talk").isGreaterThanOrEqualTo(0.875);
            figures.assertThat(report.mistakenForSmallTalk())
                    .as("questions taken for either")
                    .isZero();
            figures.assertThat(report.offsetErrors()).as("false footnotes").isZero();
        });
        assertThat(report.print()).contains("risk and coverage", "misses");
    }
}
