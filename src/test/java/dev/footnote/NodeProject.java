package dev.footnote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * The official clients of other people's protocols, which are written for Node. Their packages are fetched by npm once and
 * kept under {@code target}; where there is no Node or no registry, the test is skipped and one line says so.
 */
public final class NodeProject {

    private static final Path SOURCES = Path.of("src", "test", "node");
    private static final Path FOLDER = Path.of("target", "node");

    private NodeProject() {}

    /** Runs a script with these arguments and returns what it prints. */
    public static synchronized String run(String script, String... arguments) throws IOException, InterruptedException {
        prepare();
        Files.copy(SOURCES.resolve(script), FOLDER.resolve(script), StandardCopyOption.REPLACE_EXISTING);
        List<String> command = new ArrayList<>(List.of("node", script));
        command.addAll(List.of(arguments));
        Path errors = FOLDER.resolve(script + ".err").toAbsolutePath();
        Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectError(errors.toFile())
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(() -> read(errors)).isZero();
        return output;
    }

    private static void prepare() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        Path description = FOLDER.resolve("package.json");
        Path wanted = SOURCES.resolve("package.json");
        if (Files.exists(description)
                && Files.mismatch(description, wanted) < 0
                && Files.isDirectory(FOLDER.resolve("node_modules"))) {
            return;
        }
        if (!runs("node", "--version") || !runs("npm", "--version")) {
            skip("Node and npm are not installed");
        }
        Files.copy(wanted, description, StandardCopyOption.REPLACE_EXISTING);
        if (!runs("npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--silent")) {
            Files.delete(description);
            skip("npm cannot fetch the packages of " + wanted);
        }
    }

    private static void skip(String why) {
        String line = "Skipped: a test by an official client, for " + why + ".";
        System.out.println(line);
        Assumptions.abort(line);
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // there is no such program
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
