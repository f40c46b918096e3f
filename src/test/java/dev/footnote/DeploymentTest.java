package dev.footnote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What cannot be run here is read: the files for Docker, Kubernetes and systemd name things that there are, agree with each other,
 * and take from the process what it does not need.
 */
class DeploymentTest {

    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final Path FOLDER = PROJECT.resolve("src/main/docker");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private static final String USER = "10001:10001";

    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");
    private static final Pattern SETTING = Pattern.compile("\\b((?:FOOTNOTE|QUARKUS)(?:_[A-Z]+)+)\\b");
    private static final Pattern KEY = Pattern.compile("`((?:footnote|quarkus|)\\.[a-z][a-z.-]+)`");

    @TempDir
    Path temporary;

    @Test
    void composeTakesFromTheContainerWhatItDoesNotNeed() throws IOException {
        JsonNode compose = YAML.readTree(FOLDER.resolve("compose.yaml").toFile());
        JsonNode service = compose.at("/services/footnote");
        assertThat(FOLDER.resolve(service.at("/build/context").asText())
                        .resolve(service.at("/build/dockerfile").asText())
                        .normalize())
                .isEqualTo(FOLDER.resolve("Dockerfile"));
        assertThat(service.get("image").asText()).isEqualTo(name(imageName()));
        assertThat(service.get("read_only").asBoolean()).isTrue();
        assertThat(texts(service.get("cap_drop"))).containsExactly("ALL");
        assertThat(texts(service.get("security_opt"))).contains("no-new-privileges:true");
        assertThat(texts(service.get("tmpfs"))).singleElement().satisfies(mount -> assertThat(mount)
                .startsWith("/tmp:"));
        assertThat(texts(service.get("ports"))).containsExactly("127.0.0.1:8080:8080");
        assertThat(texts(service.get("volumes"))).contains("data:/data");
        assertThat(compose.at("/volumes").has("data")).isTrue();
        assertThat(service.get("mem_limit").asText()).isEqualTo("1g");
        assertThat(seconds(service.get("stop_grace_period").asText())).isGreaterThan(stopWithin());
    }

    @Test
    void podMayWriteToItsVolumesAloneAndIsWatched() throws IOException {
        Map<String, JsonNode> parts = new HashMap<>();
        for (JsonNode part : documents("kubernetes.yaml")) {
            parts.put(part.get("kind").asText(), part);
        }
        assertThat(parts.keySet()).containsExactlyInAnyOrder("PersistentVolumeClaim", "Deployment", "Service");
        JsonNode deployment = part(parts, "Deployment");
        JsonNode pod = deployment.at("/spec/template/spec");
        JsonNode container = pod.at("/containers/0");
        assertThat(pod.get("containers")).hasSize(1);
        // One process owns the data folder.
        assertThat(deployment.at("/spec/replicas").asInt()).isEqualTo(1);
        assertThat(deployment.at("/spec/strategy/type").asText()).isEqualTo("Recreate");

        assertThat(container.get("image").asText()).isEqualTo(imageName());
        JsonNode secured = pod.get("securityContext");
        assertThat(secured.get("runAsNonRoot").asBoolean()).isTrue();
        assertThat(secured.get("runAsUser").asText() + ":"
                        + secured.get("runAsGroup").asText())
                .isEqualTo(USER);
        assertThat(secured.get("fsGroup").asText())
                .isEqualTo(secured.get("runAsGroup").asText());
        assertThat(secured.at("/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                .isTrue();
        assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                .isFalse();
        assertThat(texts(container.at("/securityContext/capabilities/drop"))).containsExactly("ALL");
        assertThat(pod.get("automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(pod.get("terminationGracePeriodSeconds").asLong()).isGreaterThan(stopWithin());

        for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
            assertThat(container.at("/" + probe + "/httpGet/port").asText()).isEqualTo("http");
            assertThat(container.at("/" + probe + "/httpGet/path").asText())
                    .isEqualTo("/q/health/" + (probe.equals("livenessProbe") ? "live" : "ready"));
            assertThat(container.at("/" + probe + "/periodSeconds").asInt()).isPositive();
        }
        for (String resource : List.of("/requests/cpu", "/requests/memory", "/limits/memory")) {
            assertThat(container.at("/resources" + resource).asText())
                    .as(resource)
                    .matches("\\d+(?:m|Mi|Gi)");
        }

        JsonNode volumes = pod.get("volumes");
        assertThat(names(container.get("volumeMounts"))).containsExactlyInAnyOrderElementsOf(names(volumes));
        assertThat(volumes.findValuesAsText("claimName"))
                .containsExactly(part(parts, "PersistentVolumeClaim")
                        .at("/metadata/name")
                        .asText());
        assertThat(container.get("volumeMounts").findValuesAsText("mountPath"))
                .containsExactlyInAnyOrder("/data", "/tmp");

        JsonNode labels = deployment.at("/spec/template/metadata/labels");
        assertThat(deployment.at("/spec/selector/matchLabels")).isEqualTo(labels);
        JsonNode service = part(parts, "Service");
        assertThat(service.at("/spec/selector")).isEqualTo(labels);
        assertThat(service.at("/spec/ports/0/targetPort").asText())
                .isEqualTo(container.at("/ports/0/name").asText());
        assertThat(container.at("/ports/0/containerPort").asInt()).isEqualTo(8080);
        // Other pods reach it by this name, which the server must know.
        assertThat(container.at("/env/0/value").asText())
                .isEqualTo(service.at("/metadata/name").asText());
    }

    @Test
    void bothImagesAreTheSame() throws IOException {
        Map<String, List<String>> docker = instructions();
        String jib = Files.readString(FOLDER.resolve("pom.xml"));
        assertThat(docker.get("USER")).containsExactly(USER);
        assertThat(tag(jib, "user")).isEqualTo(USER);
        assertThat(docker.get("EXPOSE")).containsExactly(tag(jib, "port"));
        assertThat(docker.get("VOLUME")).containsExactly(tag(jib, "volume"));
        assertThat(docker.get("WORKDIR")).containsExactly(tag(jib, "workingDirectory"));
        List<String> start = texts(YAML.readTree(only(docker, "ENTRYPOINT")));
        assertThat(String.join(",", start)).isEqualTo(tag(jib, "entrypoint"));
        for (String setting : only(docker, "ENV").split(" ", -1)) {
            String[] parts = setting.split("=", -1);
            assertThat(tag(jib, parts[0])).isEqualTo(parts[1]);
        }
        assertThat(imageName()).isEqualTo("footnote:" + version(PROJECT.resolve("pom.xml")));
        assertThat(version(FOLDER.resolve("pom.xml"))).isEqualTo(version(PROJECT.resolve("pom.xml")));
    }

    @Test
    void dockerfileCopiesWhatThereIsAndIsLetSeeIt() throws IOException {
        Map<String, List<String>> docker = instructions();
        assertThat(docker.keySet())
                .containsExactlyInAnyOrder(
                        "FROM", "RUN", "COPY", "ENV", "WORKDIR", "USER", "VOLUME", "EXPOSE", "ENTRYPOINT");
        assertThat(only(docker, "FROM")).matches("[a-z0-9./-]+:\\d[a-z0-9.-]+");
        List<String> seen = Files.readAllLines(FOLDER.resolve("Dockerfile.dockerignore"));
        assertThat(seen.get(0)).isEqualTo("*");
        for (String copy : docker.getOrDefault("COPY", List.of())) {
            List<String> words = List.of(copy.split(" ", -1));
            assertThat(words.get(words.size() - 1)).startsWith("/opt/footnote/");
            for (String from : words.subList(0, words.size() - 1)) {
                if (!from.startsWith("target/")) {
                    assertThat(PROJECT.resolve(from)).exists();
                }
                assertThat(seen.stream().skip(1).anyMatch(rule -> covers(rule, from)))
                        .as(from + " is in no line of Dockerfile.dockerignore")
                        .isTrue();
            }
        }
    }

    @Test
    void unitRunsAsNobodyAndWritesToItsStateAlone() throws IOException {
        Map<String, List<String>> unit = unit();
        assertThat(unit.get("DynamicUser")).containsExactly("yes");
        assertThat(unit.get("NoNewPrivileges")).containsExactly("yes");
        assertThat(unit.get("ProtectSystem")).containsExactly("strict");
        assertThat(unit.get("ProtectHome")).containsExactly("yes");
        assertThat(unit.get("PrivateTmp")).containsExactly("yes");
        assertThat(unit.get("CapabilityBoundingSet")).containsExactly("");
        assertThat(unit.get("StateDirectory")).containsExactly("footnote");
        assertThat(unit.get("Environment")).contains("FOOTNOTE_DATA=%S/footnote");
        assertThat(Long.parseLong(only(unit, "TimeoutStopSec"))).isGreaterThan(stopWithin());
        assertThat(only(unit, "ExecStart"))
                .startsWith("/")
                .endsWith(only(unit, "WorkingDirectory") + "/quarkus-app/quarkus-run.jar");
        // A comment behind a value would be a part of it.
        assertThat(unit.values().stream().flatMap(List::stream)).noneMatch(value -> value.contains(" #"));
    }

    @Test
    void systemdFindsNothingWrongWithTheUnit() throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/systemd-analyze")),
                "Skipped: systemd-analyze is not installed, so the unit is only read.");
        // What it starts need not be installed here.
        Path copy = temporary.resolve("footnote.service");
        Files.writeString(
                copy,
                Files.readString(FOLDER.resolve("footnote.service"))
                        .replace("ExecStart=/usr/bin/java ", "ExecStart=/bin/sh "));
        Process process = new ProcessBuilder("systemd-analyze", "verify", "--man=no", copy.toString())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(said.lines().filter(line -> line.contains("footnote.service")))
                .isEmpty();
    }

    /** A setting that is spelt wrong is silently none. */
    @Test
    void everySettingIsOneThatThereIs() throws IOException {
        Set<String> known = new TreeSet<>();
        String prefix = "";
        for (String line : Files.readAllLines(PROJECT.resolve(".github/docs/configuration.md"))) {
            for (MatchResult match : KEY.matcher(line).results().toList()) {
                String key = match.group(1);
                known.add(variable(key.startsWith(".") ? prefix + key : key));
                prefix = key.startsWith(".") ? prefix : key.substring(0, key.lastIndexOf('.'));
            }
        }
        assertThat(known).contains("FOOTNOTE_HOME", "FOOTNOTE_HTTP_RATE_LIMIT_PERIOD");
        for (String file : List.of("Dockerfile", "compose.yaml", "kubernetes.yaml", "footnote.service", "pom.xml")) {
            List<String> used = SETTING.matcher(Files.readString(FOLDER.resolve(file)))
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            assertThat(used).as(file).isNotEmpty();
            assertThat(known).as("what " + file + " sets").containsAll(used);
        }
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static boolean covers(String rule, String path) {
        String seen = rule.replaceFirst("^!", "");
        String plain = path.replaceFirst("/$", "");
        return plain.equals(seen)
                || plain.startsWith(seen + "/")
                || (seen.contains("*") && plain.matches(seen.replace(".", "\\.").replace("*", "[^/]*")));
    }

    /** How long a stop waits for answers, in seconds, where nothing else is set. */
    private static long stopWithin() throws IOException {
        Matcher row = Pattern.compile("`footnote\\.http\\.stop-within` \\| `(\\d+)s`")
                .matcher(Files.readString(PROJECT.resolve(".github/docs/configuration.md")));
        assertThat(row.find()).isTrue();
        return Long.parseLong(row.group(1));
    }

    private static long seconds(String duration) {
        assertThat(duration).matches("\\d+s");
        return Long.parseLong(duration.substring(0, duration.length() - 1));
    }

    private static List<JsonNode> documents(String file) throws IOException {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(FOLDER.resolve(file).toFile())) {
            return documents.readAll();
        }
    }

    private static JsonNode part(Map<String, JsonNode> parts, String kind) {
        JsonNode part = parts.get(kind);
        if (part == null) {
            throw new AssertionError("There is no " + kind);
        }
        return part;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static List<String> names(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.forEach(each -> names.add(each.get("name").asText()));
        return names;
    }

    /** The Dockerfile's instructions, lines that go on put together. */
    private static Map<String, List<String>> instructions() throws IOException {
        String file = Files.readString(FOLDER.resolve("Dockerfile")).replaceAll("\\\\\\n\\s*", "");
        return lines(file.lines(), " ");
    }

    private static Map<String, List<String>> unit() throws IOException {
        return lines(
                Files.readAllLines(FOLDER.resolve("footnote.service")).stream().filter(line -> !line.startsWith("[")),
                "=");
    }

    private static Map<String, List<String>> lines(Stream<String> lines, String separator) {
        return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                .peek(line -> assertThat(line).contains(separator))
                .collect(Collectors.groupingBy(
                        line -> line.substring(0, line.indexOf(separator)),
                        Collectors.mapping(line -> line.substring(line.indexOf(separator) + 1), Collectors.toList())));
    }

    private static String only(Map<String, List<String>> lines, String name) {
        assertThat(lines.getOrDefault(name, List.of())).as(name).hasSize(1);
        return lines.getOrDefault(name, List.of()).get(0);
    }

    private static String imageName() throws IOException {
        return tag(Files.readString(FOLDER.resolve("pom.xml")), "image.name")
                .replace("${project.version}", version(FOLDER.resolve("pom.xml")));
    }

    private static String name(String image) {
        return image.substring(0, image.indexOf(':'));
    }

    private static String version(Path pom) throws IOException {
        Matcher version = VERSION.matcher(Files.readString(pom));
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    private static String tag(String xml, String name) {
        Matcher tag = Pattern.compile("<" + Pattern.quote(name) + ">([^<]*)</").matcher(xml);
        assertThat(tag.find()).as(name).isTrue();
        return tag.group(1);
    }
}
