package dev.footnote.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    private final Path folder;

    DataFolderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void secondOwnerIsToldWhoTheFirstIs() throws IOException {
        DataFolder first = open();
        first.announce(URI.create("http://localhost:8080"));
        assertThatThrownBy(this::open)
                .isInstanceOf(CannotStartException.class)
                .hasMessage(
                        "Another Footnote (process " + ProcessHandle.current().pid()
                                + ", http://localhost:8080) uses the folder " + folder
                                + "; stop it, or set footnote.data to another folder.");
        first.release();
        open().release();
    }

    @Test
    void runningServerIsFoundWhileItListensOnly() throws IOException {
        assertThat(DataFolder.runningServer(folder.resolve("nowhere"))).isEmpty();
        DataFolder data = open();
        assertThat(DataFolder.runningServer(folder)).isEmpty();
        data.announce(URI.create("http://localhost:8080"));
        assertThat(DataFolder.runningServer(folder)).contains(URI.create("http://localhost:8080"));
        data.release();
        assertThat(DataFolder.runningServer(folder)).isEmpty();
    }

    @Test
    void whatAKilledProcessLeftIsNoServer() throws IOException {
        long self = ProcessHandle.current().pid();
        for (String stale : new String[] {
            "", "process=x", "process=" + self + "\nstarted=2001-01-01T00:00:00Z\nurl=http://localhost:1", "url=\\u00"
        }) {
            Files.writeString(folder.resolve("footnote.owner"), stale);
            assertThat(DataFolder.runningServer(folder)).isEmpty();
        }
        open().release();
    }

    private DataFolder open() {
        return new DataFolder(GivenHome.withData(folder));
    }
}
