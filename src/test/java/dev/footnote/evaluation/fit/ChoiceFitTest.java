package dev.footnote.evaluation.fit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.model.ChoiceModel;
import dev.footnote.model.LogisticModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChoiceFitTest {

    private static Map<String, Double> signs(double margin, double noise) {
        return Map.of("margin", margin, "noise", noise);
    }

    private static List<ChoiceFit.AskedChoice> examples() {
        Random random = new Random(7);
        List<ChoiceFit.AskedChoice> examples = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            boolean answered = i % 2 == 0;
            List<Map<String, Double>> signs = new ArrayList<>();
            boolean[] right = new boolean[3];
            for (int c = 0; c < 3; c++) {
                right[c] = answered && c == i % 3;
                signs.add(signs((right[c] ? 4 : -2) + random.nextGaussian(), random.nextGaussian()));
            }
            examples.add(new ChoiceFit.AskedChoice(signs, right, 1));
        }
        return examples;
    }

    @Test
    void theRightCandidateAndNoneAreLearned() {
        ChoiceModel model = ChoiceFit.fit(examples(), List.of("margin", "noise"), List.of("margin"), 1);

        double[] answered = model.probabilities(List.of(signs(-2, 0), signs(4, 0), signs(-3, 1)));
        double[] open = model.probabilities(List.of(signs(-2, 0), signs(-3, 0)));

        assertThat(answered[1]).isGreaterThan(0.8);
        assertThat(open[2]).isGreaterThan(0.7);
        assertThat(answered[0] + answered[1] + answered[2] + answered[3]).isBetween(0.999, 1.001);
    }

    @Test
    void theSameExamplesGiveTheSameParameters() {
        assertThat(ChoiceFit.fit(examples(), List.of("margin", "noise"), List.of("margin"), 1))
                .isEqualTo(ChoiceFit.fit(examples(), List.of("margin", "noise"), List.of("margin"), 1));
    }

    @Test
    void aLogisticModelIsCalibrated() {
        Random random = new Random(3);
        List<LogisticFit.Labelled> examples = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            double sign = random.nextGaussian();
            boolean right = random.nextDouble() < 1 / (1 + Math.exp(-2 * sign - 0.5));
            examples.add(new LogisticFit.Labelled(new double[] {sign}, right, 1));
        }

        LogisticModel model = LogisticFit.fit(examples, List.of("sign"), 1);

        assertThat(model.weights().get(0)).isBetween(1.4, 2.6);
        assertThat(model.bias()).isBetween(0.1, 0.9);
    }
}
