package dev.footnote.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footnote.article.IndexingFailedException;
import dev.footnote.article.IndexingProgress;
import dev.footnote.article.Submission;
import dev.footnote.model.BreakableEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexingFailureTest {

    @Test
    void articleThatCannotBeIndexedIsKeptAndRefusedAndIndexedWhenItIsSentAgain(@TempDir Path home) throws Exception {
        Files.createDirectory(home.resolve("seeds"));
        BreakableEncoder encoder = new BreakableEncoder();
        Running running = Running.start(home, encoder);
        Submission cat = new Submission("cat.txt", "The cat sat.".getBytes(StandardCharsets.UTF_8), null);
        encoder.setBroken(true);

        assertThatThrownBy(() -> running.ingestion.add(cat))
                .isInstanceOf(IndexingFailedException.class)
                .hasMessageContaining("\"cat\"");
        assertThat(running.library.ids()).containsExactly("cat");
        assertThat(running.ingestion.progress("cat").state()).isEqualTo(IndexingProgress.State.FAILED);
        assertThatThrownBy(() -> running.ingestion.add(cat)).isInstanceOf(IndexingFailedException.class);

        encoder.setBroken(false);
        assertThat(running.ingestion.add(cat).isNew()).isFalse();
        assertThat(running.ingestion.progress("cat")).isEqualTo(IndexingProgress.READY);
        running.stop();
    }
}
