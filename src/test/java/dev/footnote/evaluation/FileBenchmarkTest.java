package dev.footnote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.article.ArticleReaders;
import dev.footnote.article.Formats;
import dev.footnote.article.Formats.PdfLine;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small run of what {@code benchmark-files} does with a folder of files. */
class FileBenchmarkTest {

    private static final int DAMAGED = 135;
    private static final long SEED = 20_261_126;

    private static final String PROSE = "The committee met in Geneva on Monday. It has not said what it will do next.";

    private final FileBenchmark benchmark =
            new FileBenchmark(new ArticleReaders(() -> new MemorySize(BigInteger.valueOf(5_000_000))));

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void files() throws Exception {
        String table = "<table><tr><th>Day<th>Seats</tr><tr><td>Monday<td>12</tr></table>";
        Files.write(folder.resolve("a.txt"), Formats.utf8(PROSE + "\n\n" + PROSE));
        Files.write(
                folder.resolve("a.md"),
                Formats.utf8("---\ntitle: T\n---\n# One\n\n" + PROSE + "\n\n|a|b|\n|-|-|\n|1|2|"));
        Files.write(
                folder.resolve("a.html"), Formats.utf8("<main><h1>One</h1><p>" + PROSE + "</p>" + table + "</main>"));
        Files.write(
                folder.resolve("a.pdf"), Formats.pdf(List.of(List.of(PdfLine.of(PROSE)), List.of(PdfLine.of(PROSE)))));
        Files.write(folder.resolve("a.docx"), Formats.docx("One", PROSE, PROSE));
        Files.write(folder.resolve("a.pptx"), Formats.pptx("One", PROSE, PROSE));
        Files.write(folder.resolve("a.epub"), Formats.epub("T", "<p>" + PROSE + "</p>", table));
        Files.write(folder.resolve("a.csv"), Formats.utf8("Day,Seats,Note\nMonday,12,\"none, yet\"\nTuesday,14,x"));
        Files.write(folder.resolve("a.tsv"), Formats.utf8("Day\tSeats\nMonday\t12\nTuesday\t14"));
    }

    @Test
    void everyFormatIsReadAndMeasured() throws Exception {
        FileReport report = benchmark.run(folder);
        assertThat(report.isSound()).as(report.print()).isTrue();
        assertThat(report.trials()).hasSize(9).allSatisfy(trial -> assertThat(trial.outcome())
                .isEqualTo(FileTrial.FileOutcome.READ));
        assertThat(report.print()).contains("epub", "processor", "heap MB");
    }

    @Test
    void damagedFilesAreReadOrRefusedAndNothingElse() throws Exception {
        FileReport report = benchmark.runDamaged(folder, DAMAGED, SEED);
        assertThat(report.isSound()).as(report.print()).isTrue();
        assertThat(report.trials()).hasSize(DAMAGED);
        assertThat(report.trials())
                .extracting(FileTrial::outcome)
                .contains(FileTrial.FileOutcome.READ, FileTrial.FileOutcome.REFUSED);
    }

    @Test
    void sameSeedDamagesInTheSameWay() throws Exception {
        byte[] whole = Files.readAllBytes(folder.resolve("a.epub"));
        FileDamage one = new FileDamage(SEED);
        FileDamage other = new FileDamage(SEED);
        for (int i = 0; i < 50; i++) {
            assertThat(one.of(whole)).hasSameSizeAs(other.of(whole));
        }
        assertThat(Files.readAllBytes(folder.resolve("a.epub"))).isEqualTo(whole);
    }
}
