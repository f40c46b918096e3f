package dev.footnote.evaluation.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footnote.model.BlendedModel;
import dev.footnote.model.LogisticModel;
import dev.footnote.model.TreesModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreesFitTest {

    private static final List<String> NAMES = List.of("one", "other");

    /** Right where both signs have the same side, which no sum of the two tells. */
    private static List<LogisticFit.Labelled> examples() {
        Random random = new Random(5);
        List<LogisticFit.Labelled> examples = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            double one = random.nextDouble() - 0.5;
            double other = random.nextDouble() - 0.45;
            examples.add(new LogisticFit.Labelled(new double[] {one, other}, one > 0 == other > 0, 1));
        }
        return examples;
    }

    private static Map<String, Double> seen(double one, double other) {
        return Map.of("one", one, "other", other);
    }

    @Test
    void whatMattersOnlyTogetherIsLearned() {
        TreesModel model = TreesFit.fit(examples(), NAMES);

        assertThat(model.probability(seen(0.3, 0.3))).isGreaterThan(0.8);
        assertThat(model.probability(seen(-0.3, -0.3))).isGreaterThan(0.8);
        assertThat(model.probability(seen(0.3, -0.3))).isLessThan(0.2);
        assertThat(model.probability(seen(-0.3, 0.3))).isLessThan(0.2);
    }

    @Test
    void theSameExamplesGiveTheSameTrees() {
        assertThat(TreesFit.fit(examples(), NAMES)).isEqualTo(TreesFit.fit(examples(), NAMES));
    }

    @Test
    void whereNothingCanBeToldTheShareIsSaid() {
        List<LogisticFit.Labelled> alike = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            alike.add(new LogisticFit.Labelled(new double[] {1, 1}, i % 4 == 0, 1));
        }

        assertThat(TreesFit.fit(alike, NAMES).probability(seen(1, 1))).isBetween(0.2, 0.3);
    }

    @Test
    void aBlendLiesBetweenItsModels() {
        TreesModel trees = new TreesModel(
                NAMES,
                List.of(new TreesModel.Tree(List.of(0, 1, 1), List.of(0.0, 0.0, 0.0), List.of(3.0, -3.0, -3.0, 3.0))),
                0);
        LogisticModel logistic = new LogisticModel(List.of("one"), List.of(1.0), 0);

        assertThat(trees.probability(seen(1, 1))).isGreaterThan(0.9);
        assertThat(trees.probability(seen(1, -1))).isLessThan(0.1);
        assertThat(new BlendedModel(logistic, trees).probability(seen(1, 1)))
                .isBetween(logistic.probability(seen(1, 1)), trees.probability(seen(1, 1)));
    }

    @Test
    void aTreeThatAsksForAnotherSignIsRefused() {
        TreesModel.Tree tree =
                new TreesModel.Tree(List.of(0, 2, 1), List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0, 1.0));

        assertThatThrownBy(() -> new TreesModel(NAMES, List.of(tree), 0)).hasMessageContaining("sign 2");
    }
}
