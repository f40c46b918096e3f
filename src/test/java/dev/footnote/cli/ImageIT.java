package dev.footnote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footnote.TownClock;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The image as an engine for containers has it: its layers are unpacked over each other and its start command is run in them,
 * as its user and over a root that cannot be written to where this machine lets the test do so, else by the paths of what
 * was unpacked. Made anew where it is older than the application; where it cannot be made, the test is skipped and one line
 * says so.
 */
class ImageIT {

    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final Path JAR = PROJECT.resolve("target/quarkus-app/quarkus-run.jar");
    private static final Path DOCKER = PROJECT.resolve("src/main/docker");
    private static final Path MADE = PROJECT.resolve("target/image");
    private static final Path IMAGE = MADE.resolve("footnote.tar");

    private static final String USER = "10001";

    /** Only ends what hangs. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final Pattern READY = Pattern.compile("Footnote is ready: (\\S+)");
    private static final Pattern JIB = Pattern.compile("<jib-plugin.version>([^<]+)<");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a container has of its own: a root that is only read, two places to write to, devices and processes. */
    private static final String CONTAINER =
            """
            set -e
            mount --bind "$1" "$1"
            mount -o remount,ro,bind "$1"
            mount -t tmpfs -o mode=1777 tmpfs "$1/tmp"
            mount -t tmpfs -o mode=0700,uid=10001,gid=10001 tmpfs "$1/data"
            mount --rbind /dev "$1/dev"
            mount -t proc proc "$1/proc"
            root=$1
            shift
            exec chroot --userspec=10001:10001 "$root" "$@"
            """;

    @TempDir
    Path folder;

    @Test
    void layersUnpackedAndStartedItAnswers() throws Exception {
        make();
        Path root = Files.createDirectory(folder.resolve("root"));
        JsonNode config = unpack(root);
        JsonNode run = config.get("config");
        assertThat(run.get("User").asText()).isEqualTo(USER + ":" + USER);
        assertThat(run.get("WorkingDir").asText()).isEqualTo("/opt/footnote");
        assertThat(run.get("Volumes").has("/data")).isTrue();
        assertThat(run.get("ExposedPorts").has("8080/tcp")).isTrue();
        assertThat(root.resolve("bin/sh")).doesNotExist();
        assertThat(root.resolve("opt/footnote/embeddings/data")).doesNotExist();
        Files.copy(
                PROJECT.resolve("src/test/resources/seeds/town-clock.txt"),
                root.resolve("opt/footnote/seeds/town-clock.txt"),
                StandardCopyOption.REPLACE_EXISTING);

        Path out = folder.resolve("out.txt");
        Process process = start(root, run, out);
        try {
            URI address = ready(process, out);
            HttpResponse<String> answered = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(address.resolve("/api/v1/ask"))
                                    .timeout(LONGEST)
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(
                                            JSON.writeValueAsString(Map.of("question", TownClock.QUESTION))))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answered.statusCode()).as(answered.body()).isEqualTo(200);
            assertThat(JSON.readTree(answered.body()).get("answer").asText()).isEqualTo(TownClock.NOTED_ANSWER);
            process.destroy();
            assertThat(process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(out)).isEqualTo(128 + 15);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Makes the image as {@code .github/docs/running.md} says. */
    private static void make() throws Exception {
        if (!System.getProperty("os.name").equals("Linux")
                || !System.getProperty("os.arch").equals("amd64")) {
            skip("it is made on Linux for amd64");
        }
        if (Files.exists(IMAGE) && Files.getLastModifiedTime(IMAGE).compareTo(Files.getLastModifiedTime(JAR)) > 0) {
            return;
        }
        if (!Files.exists(MADE.resolve("base.tar"))
                && !runs(DOCKER.resolve("base.sh").toString(), MADE.toString())) {
            skip("base.sh cannot make its base, for which it needs a JDK with jlink");
        }
        Matcher version = JIB.matcher(Files.readString(DOCKER.resolve("pom.xml")));
        assertThat(version.find()).isTrue();
        if (!runs(
                PROJECT.resolve("mvnw").toString(),
                "-B",
                "-q",
                "-f",
                DOCKER.resolve("pom.xml").toString(),
                "com.google.cloud.tools:jib-maven-plugin:" + version.group(1) + ":buildTar")) {
            skip("Jib cannot be fetched or cannot build it; target/image/build.txt says why");
        }
    }

    private static void skip(String why) {
        String line = "Skipped: the test of the image, for " + why + ".";
        System.out.println(line);
        Assumptions.abort(line);
    }

    private static boolean runs(String... command) throws IOException, InterruptedException {
        Files.createDirectories(MADE);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(MADE.resolve("build.txt").toFile())
                .start();
        process.getOutputStream().close();
        try {
            return process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0;
        } finally {
            process.destroyForcibly();
        }
    }

    /** Unpacks the layers over each other; returns how the image is to be run. */
    private JsonNode unpack(Path root) throws IOException {
        Path parts = folder.resolve("parts");
        extract(IMAGE, parts);
        JsonNode manifest =
                JSON.readTree(parts.resolve("manifest.json").toFile()).get(0);
        List<String> layers = new ArrayList<>();
        manifest.get("Layers").forEach(layer -> layers.add(layer.asText()));
        // A run time, libraries, models, the application and what is read: what changes is small.
        assertThat(layers).hasSizeGreaterThanOrEqualTo(5);
        for (String layer : layers) {
            extract(parts.resolve(layer), root);
        }
        return JSON.readTree(parts.resolve(manifest.get("Config").asText()).toFile());
    }

    private static void extract(Path archive, Path to) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(unpacked(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = to.resolve(entry.getName()).normalize();
                assertThat(path).startsWithRaw(to);
                assertThat(path.getFileName().toString()).doesNotStartWith(".wh.");
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    assertThat(entry.isFile()).as(entry.getName()).isTrue();
                    Files.createDirectories(path.resolveSibling(""));
                    Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
                }
                Files.setPosixFilePermissions(path, permissions(entry.getMode()));
            }
        }
    }

    private static InputStream unpacked(InputStream file) throws IOException {
        file.mark(2);
        boolean isPacked = file.read() == 0x1f && file.read() == 0x8b;
        file.reset();
        return isPacked ? new GZIPInputStream(file) : file;
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        StringBuilder letters = new StringBuilder();
        for (int bit = 8; bit >= 0; bit--) {
            letters.append((mode >> bit & 1) == 1 ? "xwr".charAt(bit % 3) : '-');
        }
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        permissions.addAll(PosixFilePermissions.fromString(letters.toString()));
        permissions.add(PosixFilePermission.OWNER_WRITE); // to be deleted again
        return permissions;
    }

    private Process start(Path root, JsonNode run, Path out) throws Exception {
        List<String> entrypoint = new ArrayList<>();
        run.get("Entrypoint").forEach(word -> entrypoint.add(word.asText()));
        assertThat(entrypoint).startsWith("java").endsWith("-jar", "/opt/footnote/quarkus-app/quarkus-run.jar");
        Map<String, String> environment = new LinkedHashMap<>();
        run.get("Env").forEach(setting -> {
            String text = setting.asText();
            environment.put(text.substring(0, text.indexOf('=')), text.substring(text.indexOf('=') + 1));
        });
        assertThat(environment).containsEntry("QUARKUS_HTTP_HOST", "0.0.0.0").containsEntry("FOOTNOTE_DATA", "/data");
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", "0");

        List<String> command = new ArrayList<>();
        if (isContainerPossible()) {
            System.out.println("The image runs as user " + USER + " over a root that is only read.");
            command.addAll(List.of("/usr/bin/unshare", "--mount", "/bin/sh", "-c", CONTAINER, "sh", root.toString()));
            command.add(environment.get("PATH") + "/" + entrypoint.get(0));
            command.addAll(entrypoint.subList(1, entrypoint.size()));
        } else {
            System.out.println("The image's own Java runs by its path: this machine lets the test make no container.");
            command.addAll(
                    List.of(root.resolve("lib64/ld-linux-x86-64.so.2").toString(), "--library-path", libraries(root)));
            command.add(root + environment.get("PATH") + "/" + entrypoint.get(0));
            entrypoint
                    .subList(1, entrypoint.size())
                    .forEach(word -> command.add(
                            word.startsWith("/opt/")
                                    ? root + word
                                    : word.replace("=/tmp", "=" + folder.resolve("tmp"))));
            Files.createDirectories(folder.resolve("tmp"));
            environment.replace("FOOTNOTE_HOME", root + environment.get("FOOTNOTE_HOME"));
            environment.replace("FOOTNOTE_DATA", folder.resolve("data").toString());
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        if (isContainerPossible()) {
            builder.environment().put("PATH", environment.get("PATH") + ":/usr/sbin:/usr/bin:/sbin:/bin");
        }
        return builder.start();
    }

    private static boolean isContainerPossible() throws IOException, InterruptedException {
        Object user = Files.getAttribute(Path.of("/proc/self"), "unix:uid", LinkOption.NOFOLLOW_LINKS);
        return Integer.valueOf(0).equals(user)
                && Files.isExecutable(Path.of("/usr/bin/unshare"))
                && runs("/usr/bin/unshare", "--mount", "/bin/sh", "-c", "mount -t tmpfs tmpfs /mnt");
    }

    /** The folders that have the libraries of the image. */
    private static String libraries(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return String.join(
                    ":",
                    files.filter(file -> file.getFileName().toString().matches("lib.*\\.so(?:\\..*)?"))
                            .filter(file -> !file.startsWith(root.resolve("opt")))
                            .map(file -> file.resolveSibling("").toString())
                            .distinct()
                            .toList());
        }
    }

    private static URI ready(Process process, Path out) throws Exception {
        long begin = System.nanoTime();
        while (process.isAlive() && System.nanoTime() - begin < LONGEST.toNanos()) {
            Matcher ready = READY.matcher(Files.readString(out, StandardCharsets.UTF_8));
            if (ready.find()) {
                return URI.create(ready.group(1));
            }
            Thread.sleep(100);
        }
        throw new AssertionError("The image's server did not become ready:\n" + Files.readString(out));
    }
}
