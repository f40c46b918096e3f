package dev.footnote.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {

    @Test
    void idOfAProxyIsKept() {
        assertThat(RequestId.of("01J.a_B-9")).isEqualTo("01J.a_B-9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "two words",
                "line\nbreak",
                "\u00e9",
                "0123456789012345678901234567890123456789012345678901234567890123456789"
            })
    void whatCannotStandInALogIsReplaced(String brought) {
        assertThat(RequestId.of(brought)).isNotEqualTo(brought).matches("[0-9a-f-]{36}");
    }
}
