package dev.footnote.generation;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.input.PromptTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A prompt in {@code prompts/}, read again when it has changed. A broken one is logged once and the last good one
 * stays; before there was a good one, the one that came with Footnote. Safe for use by several threads.
 */
final class PromptFile {

    private static final Logger LOG = Logger.getLogger(PromptFile.class);

    /** Between what goes to the model as its system message and what goes as the user's. */
    private static final String BOUNDARY = "---";

    /** The largest prompt that is read, in bytes. */
    private static final long LARGEST = 100_000;

    private final Path file;
    private final String name;
    private final Set<String> required;
    private final Set<String> optional;
    private final Clock clock;

    private byte @Nullable [] seen;
    private @Nullable Template good;

    private record Template(@Nullable PromptTemplate system, PromptTemplate user) {}

    /**
     * @param folder that holds it
     * @param required variables that it must use
     * @param optional variables that it may use
     */
    PromptFile(Path folder, String name, Set<String> required, Set<String> optional, Clock clock) {
        this.file = folder.resolve(name + ".txt");
        this.name = name;
        this.required = required;
        this.optional = optional;
        this.clock = clock;
    }

    /**
     * The messages to send.
     *
     * @param values one for each variable; what they hold is never taken for a template
     */
    List<ChatMessage> messages(Map<String, String> values) {
        Template template = current();
        Map<String, Object> variables = new HashMap<>(values);
        UserMessage user =
                UserMessage.from(template.user().apply(variables).text().strip());
        return template.system() == null
                ? List.of(user)
                : List.of(
                        SystemMessage.from(
                                template.system().apply(variables).text().strip()),
                        user);
    }

    private synchronized Template current() {
        byte[] bytes = read();
        if (good == null || (bytes != null && !Arrays.equals(bytes, seen))) {
            Template read = bytes == null ? null : accepted(bytes);
            if (read != null) {
                good = read;
            } else if (good == null) {
                good = own();
            }
        }
        seen = bytes;
        return good;
    }

    /** Null if it cannot be read, which is logged once. */
    private byte @Nullable [] read() {
        String problem;
        try {
            if (Files.size(file) <= LARGEST) {
                return Files.readAllBytes(file);
            }
            problem = "is larger than " + LARGEST + " bytes";
        } catch (NoSuchFileException e) {
            problem = "is not there";
        } catch (IOException e) {
            problem = "cannot be read (" + e.getMessage() + ")";
        }
        if (seen != null || good == null) {
            refused(problem);
        }
        return null;
    }

    private @Nullable Template accepted(byte[] bytes) {
        try {
            return parse(bytes);
        } catch (IllegalArgumentException e) {
            refused(String.valueOf(e.getMessage()));
            return null;
        }
    }

    private void refused(String problem) {
        LOG.warnf(
                "The prompt %s %s. Correct it; until then %s is used.",
                file, problem, good == null ? "the one that came with Footnote" : "the last good one");
    }

    /** @throws IllegalArgumentException that says what is wrong, to follow the file's name */
    private Template parse(byte[] bytes) {
        String text = withoutRemarks(decode(bytes));
        if (text.isBlank()) {
            throw new IllegalArgumentException("is empty");
        }
        List<String> lines = text.lines().toList();
        int boundary = lines.indexOf(BOUNDARY);
        String system = boundary < 0 ? "" : String.join("\n", lines.subList(0, boundary));
        String user = String.join("\n", lines.subList(boundary + 1, lines.size()));
        if (user.isBlank()) {
            throw new IllegalArgumentException("has nothing below the line \"" + BOUNDARY + "\"");
        }
        Template template = new Template(
                system.isBlank() ? null : PromptTemplate.from(system, clock), PromptTemplate.from(user, clock));
        check(template);
        return template;
    }

    private static String decode(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return (text.startsWith("\uFEFF") ? text.substring(1) : text).replace("\r\n", "\n");
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("is not UTF-8", e);
        }
    }

    /** The lines at its head that begin with {@code #} are for who edits it. */
    private static String withoutRemarks(String text) {
        return text.lines().dropWhile(line -> line.startsWith("#")).collect(Collectors.joining("\n"));
    }

    /** By trying it out: LangChain4j itself says which variable it does not know. */
    private void check(Template template) {
        Map<String, Object> probes = new HashMap<>();
        required.forEach(variable -> probes.put(variable, "\u0000" + variable + "\u0000"));
        optional.forEach(variable -> probes.put(variable, ""));
        String rendered;
        try {
            rendered = (template.system() == null
                            ? ""
                            : template.system().apply(probes).text())
                    + template.user().apply(probes).text();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "uses a variable that there is not (" + e.getMessage() + "); there are " + names(), e);
        }
        for (String variable : required) {
            if (!rendered.contains("\u0000" + variable + "\u0000")) {
                throw new IllegalArgumentException("lacks the variable {{" + variable + "}}");
            }
        }
    }

    private String names() {
        return Stream.concat(required.stream(), optional.stream()).sorted().collect(Collectors.joining(", "));
    }

    /** The prompt that came with Footnote. */
    private Template own() {
        String resource = "/prompts/" + name + ".txt";
        try (InputStream stream = PromptFile.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("The prompt " + resource + " is not in Footnote's jar. Build it anew.");
            }
            return parse(stream.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException("The prompt " + resource + " cannot be read from Footnote's jar", e);
        }
    }
}
