package dev.footnote.evaluation;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Holds the verdicts a little below what the figures in .github/docs say, so that a fall is seen. */
@QuarkusTest
class ClaimEvaluationTest {

    private final ClaimEvaluation evaluation;

    ClaimEvaluationTest(ClaimEvaluation evaluation) {
        this.evaluation = evaluation;
    }

    @Test
    void writtenClaimsAreToldApartAsWellAsWasMeasured() throws Exception {
        ClaimReport report = evaluation.run(Path.of("src/test/resources/claims-dev.json"), (done, of) -> {});

        SoftAssertions.assertSoftly(figures -> {
            figures.assertThat(report.size()).as("claims").isEqualTo(48);
            figures.assertThat(report.balancedAccuracy()).as("balanced").isGreaterThanOrEqualTo(0.74);
            figures.assertThat(report.precision()).as("precision").isGreaterThanOrEqualTo(0.85);
            figures.assertThat(report.recall()).as("recall").isGreaterThanOrEqualTo(0.54);
            for (String kind : List.of("name", "number", "date")) {
                figures.assertThat(report.calledSupported(kind)).as(kind).isLessThanOrEqualTo(0.2);
            }
        });
    }
}
