package dev.footnote.evaluation.fit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.answer.Support;
import dev.footnote.evaluation.ClaimTrial;
import dev.footnote.verification.ClaimSigns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClaimFitTest {

    private static Map<String, Double> signs(double yes, double opposed) {
        Map<String, Double> signs = new HashMap<>();
        ClaimSigns.NAMES.forEach(name -> signs.put(name, 0.0));
        signs.put("yes", yes);
        signs.put("opposed", opposed);
        return signs;
    }

    private static List<ClaimFit.Sample> samples() {
        Random random = new Random(3);
        List<ClaimFit.Sample> samples = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String kind = List.of("right", "opposite", "right", "foreign").get(i % 4);
            boolean right = kind.equals("right");
            ClaimTrial trial = new ClaimTrial("c" + i, kind, "Claim " + i, null, "Text.", right, "text-" + i % 20);
            double yes = (kind.equals("foreign") ? -3 : 2) + random.nextGaussian();
            samples.add(new ClaimFit.Sample(trial, signs(yes, kind.equals("opposite") ? 1 : 0), false));
        }
        return samples;
    }

    @Test
    void rightAndWrongArePartedAndSoIsWhatIsPartlySupported() {
        ClaimFit.FittedCheck fitted = new ClaimFit(samples(), "abc").fit();

        assertThat(fitted.heldOut()).hasSize(400);
        assertThat(support(fitted, 3, 0)).isEqualTo(Support.SUPPORTED);
        assertThat(support(fitted, 3, 1)).isNotEqualTo(Support.SUPPORTED);
        assertThat(support(fitted, -3, 0)).isEqualTo(Support.UNSUPPORTED);
        assertThat(new ClaimFitReport(fitted).print()).contains("wrong: opposite", "right: right");
        assertThat(new ClaimFitReport(fitted).calibrationError()).isLessThan(0.1);
    }

    private static Support support(ClaimFit.FittedCheck fitted, double yes, double opposed) {
        return fitted.model().support(fitted.model().probability(signs(yes, opposed)));
    }
}
