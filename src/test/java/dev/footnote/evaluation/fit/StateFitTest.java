package dev.footnote.evaluation.fit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.evaluation.AskedItem;
import dev.footnote.model.LogisticModel;
import dev.footnote.model.PassageScores;
import dev.footnote.model.Stance;
import dev.footnote.passage.PassageSplitter;
import dev.footnote.reading.ArticleWords;
import dev.footnote.reading.AskedQuestion;
import dev.footnote.reading.ReadPassage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StateFitTest {

    private static final String RIGHT = "The mill burned down in 1911.";
    private static final String WRONG = "The miller kept a goat.";

    /** Of each question one passage is right; in a state that is given the first number says so, the second means nothing. */
    private static List<FitCase> cases(boolean givesStates) {
        Random random = new Random(5);
        List<FitCase> cases = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            List<ReadPassage> read = new ArrayList<>();
            for (String text : List.of(RIGHT, WRONG)) {
                float sign = text.equals(RIGHT) ? 1 : -1;
                float[] state = {sign + (float) random.nextGaussian(), (float) random.nextGaussian()};
                read.add(new ReadPassage(
                        "mill",
                        new ArticleWords("The mill", text),
                        new PassageSplitter(words -> 10, 120).split(text).get(0),
                        1,
                        0.8,
                        new PassageScores(
                                new int[] {0},
                                new int[] {3},
                                new float[] {1},
                                new float[] {1},
                                0,
                                0,
                                new Stance(0.2, 0.2, 0.6),
                                givesStates ? state : new float[0])));
            }
            AskedItem item = new AskedItem(
                    "q" + i,
                    "factoid",
                    "",
                    "When did it burn down?",
                    List.of("1911"),
                    List.of(RIGHT),
                    true,
                    List.of(),
                    List.of());
            cases.add(new FitCase(
                    "set-" + i % 12,
                    SetFamily.EXAMPLES,
                    "set",
                    item,
                    item,
                    new AskedQuestion(item.question(), "", new float[] {1}),
                    read,
                    10));
        }
        return cases;
    }

    @Test
    void whatTheStateSaysIsLearnedWithoutTheCasesOwnPart() {
        List<FitCase> cases = cases(true);
        StateFit fit = new StateFit(cases);

        StateFit.LeftOut learned = fit.passages();

        LogisticModel without = fit.without(learned, cases.get(0));
        assertThat(without)
                .isNotEqualTo(fit.without(learned, cases.get(1)))
                .isEqualTo(fit.without(learned, cases.get(12)));
        assertThat(without).isNotEqualTo(learned.all());
        assertThat(without.probability(new float[] {2, 0})).isGreaterThan(0.8);
        assertThat(without.probability(new float[] {-2, 0})).isLessThan(0.2);
        assertThat(without.probability(new float[] {0, 2})).isBetween(0.3, 0.7);
    }

    @Test
    void aReaderWithoutStatesTeachesNothing() {
        List<FitCase> cases = cases(false);
        StateFit fit = new StateFit(cases);

        assertThat(fit.passages().all()).isEqualTo(LogisticModel.SILENT);
    }
}
