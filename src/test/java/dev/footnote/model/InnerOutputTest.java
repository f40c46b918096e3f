package dev.footnote.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InnerOutputTest {

    @Test
    void theModelIsFollowedByTheNameOfTheTensor() {
        byte[] model = {1, 2, 3};

        // model.graph.output { name: "ab" type { tensor_type { elem_type: FLOAT } } }
        assertThat(InnerOutput.added(model, "ab"))
                .containsExactly(1, 2, 3, 0x3a, 12, 0x62, 10, 0x0a, 2, 'a', 'b', 0x12, 4, 0x0a, 2, 0x08, 1);
    }

    @Test
    void aNameThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> InnerOutput.added(new byte[0], "a".repeat(200)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
