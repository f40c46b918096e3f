package dev.footnote.evaluation.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footnote.article.ArticleReaders;
import dev.footnote.model.Models;
import dev.footnote.retrieval.PassageLimits;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small run of what {@code growth} does. */
class GrowthTest {

    private static final Path OWN = Path.of("src/test/resources/own");

    private static final List<Integer> SIZES = List.of(300, 600);
    private static final int EMBEDDED = 100;

    /** A little below what was measured, so that a fall is seen: 33 and 40 of 41. */
    private static final double FOUND = 0.75;

    private static final double FOUND_IN_OWN = 0.9;

    private final Growth growth = new Growth(
            new ArticleReaders(() -> new MemorySize(BigInteger.valueOf(5_000_000))),
            Models.TOKENIZER,
            Models.ENCODER,
            new PassageLimits(50, 8));

    private final List<String> told = new ArrayList<>();

    @TempDir
    private Path questions = Path.of("");

    @BeforeEach
    void plant() throws IOException {
        for (String file : List.of("harbour.txt", "asked-harbour.json")) {
            Files.copy(OWN.resolve(file), questions.resolve(file));
        }
    }

    @Test
    void plantedQuestionsAreFoundAndEverySizeHasItsLine() throws IOException {
        GrowthReport report = growth.run(plan(OWN, false), told::add);

        assertThat(report.embedded()).isEqualTo(EMBEDDED);
        assertThat(report.rows()).extracting(GrowthRow::passages).containsExactlyElementsOf(SIZES);
        assertThat(report.rows()).allSatisfy(row -> {
            assertThat(row.mixed()).isEqualTo(row.passages() - EMBEDDED - report.planted());
            assertThat(row.foundInAll()).isGreaterThanOrEqualTo((int) (FOUND * report.questions()));
            assertThat(row.foundInOwn()).isGreaterThanOrEqualTo((int) (FOUND_IN_OWN * report.questions()));
            assertThat(row.search().most()).isGreaterThanOrEqualTo(row.search().half());
        });
        assertThat(report.rows().get(1).bytes())
                .isGreaterThan(report.rows().get(0).bytes());
        assertThat(report.print().lines().map(String::strip))
                .anyMatch(line -> line.startsWith("300 "))
                .anyMatch(line -> line.startsWith("600 "));
        assertThat(told).contains("embedded " + EMBEDDED + " passages");
    }

    @Test
    void quantisedVectorsFindThemTooAndNeedMoreOfTheDisk() throws IOException {
        GrowthRow full = growth.run(plan(OWN, false), told::add).rows().get(1);
        GrowthReport quantised = growth.run(plan(OWN, true), told::add);

        GrowthRow row = quantised.rows().get(1);
        assertThat(row.foundInAll()).isGreaterThanOrEqualTo((int) (FOUND * quantised.questions()));
        assertThat(row.bytes()).isGreaterThan(full.bytes());
        assertThat(quantised.print()).contains("quantised");
    }

    @Test
    void whatCannotBeMeasuredIsSaid(@TempDir Path empty) {
        assertThatThrownBy(() -> growth.run(plan(empty, false), told::add))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(".txt or .md");
        assertThatThrownBy(() -> growth.run(new GrowthPlan(OWN, empty, SIZES, EMBEDDED, false), told::add))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("--questions");
        assertThatThrownBy(() -> growth.run(new GrowthPlan(OWN, OWN, List.of(5), EMBEDDED, false), told::add))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("--passages");
    }

    private GrowthPlan plan(Path folder, boolean isQuantised) {
        return new GrowthPlan(folder, questions, SIZES, EMBEDDED, isQuantised);
    }
}
