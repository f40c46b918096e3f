package dev.footnote.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footnote.article.IndexUnavailableException;
import dev.footnote.article.IndexingFailedException;
import dev.footnote.article.IndexingProgress;
import dev.footnote.article.Submission;
import dev.footnote.model.BreakableEncoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexingFailureTest {

    private final BreakableEncoder encoder = new BreakableEncoder();
    private final Submission cat = new Submission("cat.txt", "The cat sat.".getBytes(StandardCharsets.UTF_8), null);
    private final Running running;

    IndexingFailureTest(@TempDir Path home) throws IOException, InterruptedException {
        Files.createDirectory(home.resolve("seeds"));
        running = Running.start(home, encoder);
    }

    @AfterEach
    void stop() throws Exception {
        running.stop();
    }

    @Test
    void articleThatCannotBeIndexedIsKeptAndRefusedAndIndexedWhenItIsSentAgain() throws Exception {
        encoder.setBroken(true);

        assertThatThrownBy(() -> running.ingestion.add(cat))
                .isInstanceOfSatisfying(IndexingFailedException.class, failure -> assertThat(failure.isPutOff())
                        .isFalse())
                .hasMessageContaining("\"cat\"");
        assertThat(running.library.ids()).containsExactly("cat");
        assertThat(running.ingestion.progress("cat").state()).isEqualTo(IndexingProgress.State.FAILED);
        assertThatThrownBy(() -> running.ingestion.add(cat)).isInstanceOf(IndexingFailedException.class);

        encoder.setBroken(false);
        assertThat(running.ingestion.add(cat).isNew()).isFalse();
        assertThat(running.ingestion.progress("cat")).isEqualTo(IndexingProgress.READY);
    }

    /** The encoder stands in for the index: what fails while an article is on its way there fails alike. */
    @Test
    void articleThatMustWaitForTheIndexIsRefusedForNowAndIndexedByItself() throws Exception {
        encoder.failWith(new IndexUnavailableException("gone"));

        assertThatThrownBy(() -> running.ingestion.add(cat))
                .isInstanceOfSatisfying(IndexingFailedException.class, failure -> assertThat(failure.isPutOff())
                        .isTrue())
                .hasMessageContaining("\"cat\"")
                .hasMessageNotContaining("gone");
        assertThat(running.library.ids()).containsExactly("cat");

        encoder.setBroken(false);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> running.ingestion.progress("cat").equals(IndexingProgress.READY));
    }
}
