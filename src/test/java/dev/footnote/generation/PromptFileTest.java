package dev.footnote.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptFileTest {

    private static final Map<String, String> VALUES =
            Map.of("conversation", "{{question}}", "question", "Who?", "code", "c0de");

    @TempDir
    Path folder;

    private PromptFile prompt;

    @BeforeEach
    void prompt() throws IOException {
        write("Rewrite.\n---\n{{conversation}} {{question}}");
        prompt = new PromptFile(
                folder, "condense", Set.of("conversation", "question"), Set.of("code"), Clock.systemUTC());
    }

    @Test
    void whatStandsAboveTheLineIsTheSystemMessageAndValuesAreNoTemplates() {
        assertThat(prompt.messages(VALUES))
                .containsExactly(SystemMessage.from("Rewrite."), UserMessage.from("{{question}} Who?"));
    }

    @Test
    void aChangedPromptIsReadAgainAndItsRemarksAreNotSent() throws IOException {
        prompt.messages(VALUES);
        write("# {{nothing}} is a remark\n\nNow: {{conversation}} / {{ question }} / {{code}}");

        assertThat(prompt.messages(VALUES)).containsExactly(UserMessage.from("Now: {{question}} / Who? / c0de"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {{conversation}} {{question}} {{colour}} | uses a variable that there is not
                    {{conversation}} only                    | lacks the variable {{question}}
                    ''                                       | is empty
                    # a remark                               | is empty
                    """)
    void aBrokenPromptIsToldOfOnceAndTheLastGoodOneStays(String broken, String problem) throws IOException {
        List<ChatMessage> before = prompt.messages(VALUES);
        try (LogCapture log = LogCapture.of(PromptFile.class)) {
            write(broken);
            assertThat(prompt.messages(VALUES)).isEqualTo(before);
            assertThat(prompt.messages(VALUES)).isEqualTo(before);

            assertThat(log.lines()).singleElement().asString().contains("condense.txt", problem, "last good one");
        }
        write("{{conversation}} {{question}}!");
        assertThat(prompt.messages(VALUES)).containsExactly(UserMessage.from("{{question}} Who?!"));
    }

    @Test
    void aPromptThatIsNotUtf8IsRefused() throws IOException {
        List<ChatMessage> before = prompt.messages(VALUES);
        try (LogCapture log = LogCapture.of(PromptFile.class)) {
            Files.write(
                    folder.resolve("condense.txt"),
                    "é {{conversation}} {{question}}".getBytes(StandardCharsets.ISO_8859_1));

            assertThat(prompt.messages(VALUES)).isEqualTo(before);
            assertThat(log.lines()).singleElement().asString().contains("is not UTF-8");
        }
    }

    @Test
    void aPromptThatIsTakenAwayStaysAndIsReadWhenItComesBack() throws IOException {
        List<ChatMessage> before = prompt.messages(VALUES);
        try (LogCapture log = LogCapture.of(PromptFile.class)) {
            Files.delete(folder.resolve("condense.txt"));
            assertThat(prompt.messages(VALUES)).isEqualTo(before);
            assertThat(prompt.messages(VALUES)).isEqualTo(before);
            assertThat(log.lines()).singleElement().asString().contains("is not there");
        }
        write("{{conversation}} {{question}} again");
        assertThat(prompt.messages(VALUES)).containsExactly(UserMessage.from("{{question}} Who? again"));
    }

    @Test
    void whereThereWasNoGoodOneTheOneThatCameWithFootnoteIsUsed() throws IOException {
        write("{{colour}}");
        try (LogCapture log = LogCapture.of(PromptFile.class)) {
            List<ChatMessage> messages = prompt.messages(VALUES);

            assertThat(messages).hasSize(2);
            assertThat(((SystemMessage) messages.get(0)).text()).contains("Rewrite the question", "c0de");
            assertThat(log.lines()).singleElement().asString().contains("the one that came with Footnote");
        }
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("condense.txt"), text);
    }
}
