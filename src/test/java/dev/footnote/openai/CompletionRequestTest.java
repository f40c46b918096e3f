package dev.footnote.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footnote.http.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionRequestTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void anOrdinaryRequestIsRead() {
        CompletionRequest request = CompletionRequest.of(
                "{\"model\": \"footnote\", \"messages\": [{\"role\": \"user\", \"content\": \"Who?\"}]}", MAPPER);

        assertThat(request.model()).isEqualTo("footnote");
        assertThat(request.question()).isEqualTo("Who?");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 150_000})
    void aNameThatIsTooLongIsNotRepeated(int length) {
        String body = "{\"model\": \"" + "n".repeat(length)
                + "\", \"input\": \"Who?\", \"messages\": [{\"role\": \"user\", \"content\": \"Who?\"}]}";

        assertThatThrownBy(() -> CompletionRequest.of(body, MAPPER))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(length + " characters")
                .message()
                .hasSizeLessThan(200);
        assertThatThrownBy(() -> ResponsesRequest.of(body, MAPPER))
                .isInstanceOf(ProblemException.class)
                .message()
                .hasSizeLessThan(200);
    }
}
