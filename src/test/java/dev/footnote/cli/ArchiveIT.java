package dev.footnote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.TownClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The release archive as somebody has it who has a JDK and nothing else of Footnote. */
class ArchiveIT {

    private static final int OWNER_MAY_RUN = 0100;
    private static final int EXECUTABLE = 0755;

    /** Only ends what hangs. */
    private static final long LONGEST_MINUTES = 5;

    private static final Path PROJECT = Path.of("").toAbsolutePath();

    @TempDir
    Path empty;

    @Test
    void unpackedIntoAnEmptyFolderItAnswers() throws Exception {
        Path unpacked = unpack(archive());
        try (Stream<Path> parts = Files.list(unpacked)) {
            assertThat(parts.map(part -> part.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "LICENSE",
                            "NOTICE",
                            "embeddings",
                            "footnote",
                            "footnote.cmd",
                            "prompts",
                            "quarkus-app",
                            "seeds");
        }
        assertThat(unpacked.resolve("embeddings/data")).doesNotExist();
        assertThat(unpacked.resolve("footnote")).isExecutable();
        Files.copy(
                PROJECT.resolve("src/test/resources/seeds/town-clock.txt"), unpacked.resolve("seeds/town-clock.txt"));
        Assumptions.assumeFalse(
                System.getProperty("os.name").startsWith("Windows"), "the script of Windows is not run here");

        Path said = Files.createTempFile(empty, "said", ".txt");
        ProcessBuilder builder = new ProcessBuilder(unpacked.resolve("footnote").toString(), "ask", TownClock.QUESTION)
                .directory(empty.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("FOOTNOTE_") || name.startsWith("QUARKUS_"));
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        try {
            assertThat(process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readString(said))
                .contains(TownClock.NOTED_ANSWER)
                .contains("[1] " + TownClock.ANSWER_SENTENCE);
        assertThat(process.exitValue()).isZero();
    }

    private static Path archive() throws IOException {
        try (Stream<Path> built = Files.list(PROJECT.resolve("target"))) {
            List<Path> archives = built.filter(
                            file -> file.getFileName().toString().matches("footnote-.*\\.zip"))
                    .toList();
            assertThat(archives).hasSize(1);
            return archives.get(0);
        }
    }

    /** Returns the only folder in the archive. */
    private Path unpack(Path archive) throws IOException {
        Map<String, Path> roots = new HashMap<>();
        try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                Path to = empty.resolve(entry.getName()).normalize();
                assertThat(to).startsWithRaw(empty);
                Path root = empty.resolve(empty.relativize(to).getName(0));
                roots.put(root.getFileName().toString(), root);
                if (entry.isDirectory()) {
                    Files.createDirectories(to);
                    continue;
                }
                Files.createDirectories(to.resolveSibling(""));
                try (InputStream content = zip.getInputStream(entry)) {
                    Files.copy(content, to);
                }
                if ((entry.getUnixMode() & OWNER_MAY_RUN) != 0) {
                    assertThat(entry.getUnixMode() & 0777).isEqualTo(EXECUTABLE);
                    assertThat(to.toFile().setExecutable(true)).isTrue();
                }
            }
        }
        assertThat(roots).hasSize(1);
        return roots.values().iterator().next();
    }
}
