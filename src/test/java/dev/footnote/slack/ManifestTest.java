package dev.footnote.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footnote.slack.inbound.Listeners;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests grant what the code uses, no less and no more. */
class ManifestTest {

    /** The scope of each method of the Web API; empty where a token alone will do. */
    private static final Map<String, String> SCOPES = Map.ofEntries(
            Map.entry("auth.test", ""),
            Map.entry("views.publish", ""),
            Map.entry("chat.postMessage", "chat:write"),
            Map.entry("chat.postEphemeral", "chat:write"),
            Map.entry("chat.update", "chat:write"),
            Map.entry("chat.startStream", "chat:write"),
            Map.entry("chat.appendStream", "chat:write"),
            Map.entry("chat.stopStream", "chat:write"),
            Map.entry("assistant.threads.setStatus", "assistant:write"),
            Map.entry("assistant.threads.setSuggestedPrompts", "assistant:write"));

    /** The scope of each event that the code listens to. {@code message} in channels is for who wants it. */
    private static final Map<String, String> EVENTS = Map.of(
            "app_mention", "app_mentions:read",
            "message.im", "im:history",
            "app_home_opened", "",
            "agent_session_stopped", "assistant:write");

    private static JsonNode manifest(String name) throws IOException {
        return new ObjectMapper().readTree(Path.of("src/main/slack", name).toFile());
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest.socket.json", "manifest.http.json"})
    void grantsEveryScopeThatTheCodeUsesAndNoOther(String name) throws IOException {
        Set<String> needed = new TreeSet<>();
        needed.add("commands");
        needed.add("files:read"); // Uploads fetches files
        for (String method : methodsInTheCode()) {
            assertThat(SCOPES).as("the scope of a method that the code calls").containsKey(method);
            needed.add(SCOPES.get(method));
        }
        needed.addAll(EVENTS.values());
        needed.remove("");
        assertThat(texts(manifest(name).at("/oauth_config/scopes/bot"))).containsExactlyInAnyOrderElementsOf(needed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest.socket.json", "manifest.http.json"})
    void enablesEverySurface(String name) throws IOException {
        JsonNode manifest = manifest(name);
        assertThat(texts(manifest.at("/settings/event_subscriptions/bot_events")))
                .containsExactlyInAnyOrderElementsOf(EVENTS.keySet());
        assertThat(manifest.at("/features/app_home/home_tab_enabled").asBoolean())
                .isTrue();
        assertThat(manifest.at("/features/app_home/messages_tab_enabled").asBoolean())
                .isTrue();
        assertThat(manifest.at("/features/app_home/messages_tab_read_only_enabled")
                        .asBoolean())
                .isFalse();
        assertThat(manifest.at("/features/agent_view/agent_description").asText())
                .isNotBlank();
        assertThat(manifest.at("/settings/interactivity/is_enabled").asBoolean())
                .isTrue();
        String command = ConnectedSlack.settings(Map.of()).command();
        assertThat(manifest.at("/features/slash_commands").findValuesAsText("command"))
                .containsExactly(command, command + "-settings");
        JsonNode shortcut = manifest.at("/features/shortcuts/0");
        assertThat(shortcut.get("callback_id").asText()).isEqualTo(Listeners.SHORTCUT);
        assertThat(shortcut.get("type").asText()).isEqualTo("message");
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest.socket.json", "manifest.http.json"})
    void keepsTheLimitsOfManifests(String name) throws IOException {
        JsonNode manifest = manifest(name);
        assertThat(manifest.at("/display_information/name").asText().length()).isBetween(1, 35);
        assertThat(manifest.at("/display_information/description").asText().length())
                .isBetween(1, 140);
        assertThat(manifest.at("/features/bot_user/display_name").asText().length())
                .isBetween(1, 80);
        assertThat(manifest.at("/features/agent_view/agent_description")
                        .asText()
                        .length())
                .isBetween(1, 300);
        assertThat(manifest.at("/features/agent_view/suggested_prompts").size()).isBetween(1, 4);
        for (JsonNode command : manifest.at("/features/slash_commands")) {
            assertThat(command.get("command").asText()).matches("/[a-z-]{1,31}");
            assertThat(command.get("description").asText().length()).isBetween(1, 2_000);
        }
        assertThat(manifest.at("/features/shortcuts/0/name").asText().length()).isBetween(1, 24);
        assertThat(manifest.at("/features/shortcuts/0/description").asText().length())
                .isBetween(1, 150);
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest.socket.json", "manifest.http.json"})
    void theTransportsDifferInAddressesOnly(String name) throws IOException {
        JsonNode manifest = manifest(name);
        boolean socket = name.contains("socket");
        assertThat(manifest.at("/settings/socket_mode_enabled").asBoolean()).isEqualTo(socket);
        Set<String> addresses = new HashSet<>(manifest.findValuesAsText("request_url"));
        addresses.addAll(manifest.findValuesAsText("url"));
        if (socket) {
            assertThat(addresses).isEmpty();
        } else {
            assertThat(addresses).containsExactly("https://YOUR-HOST" + EventsResource.PATH);
        }
    }

    /** Each call names its method, for messages; what is named so is what is called. */
    private static Set<String> methodsInTheCode() throws IOException {
        Pattern method =
                Pattern.compile("\"((?:auth|chat|views|assistant|conversations|users|files|agents)\\.[A-Za-z.]+)\"");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/footnote/slack"))) {
            String code =
                    files.filter(Files::isRegularFile).map(ManifestTest::read).collect(Collectors.joining());
            assertThat(code.split("methods\\.[a-z][A-Za-z]+\\(", -1).length - 1)
                    .as("calls of the client, each with its name beside it")
                    .isEqualTo((int) method.matcher(code).results().count());
            return method.matcher(code).results().map(found -> found.group(1)).collect(Collectors.toSet());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Set<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }
}
