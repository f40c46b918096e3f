package dev.footnote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.home.CannotStartException;
import io.smallrye.config.ConfigValidationException;
import java.net.BindException;
import org.junit.jupiter.api.Test;

class FailureMessageTest {

    @Test
    void aSettingThatIsUnknownIsNamedWithTheRemedy() {
        assertThat(FailureMessage.sentence(new RuntimeException(invalid(
                        "SRCFG00050: footnote.store.place in SysPropConfigSource does not map to any root",
                        "SRCFG00050: footnote.store.place in SysPropConfigSource does not map to any root"))))
                .startsWith("There is no setting footnote.store.place. ")
                .contains("configuration.md")
                .doesNotContain("SRCFG", System.lineSeparator());
    }

    @Test
    void aSettingThatIsNotUnderstoodIsNamed() {
        assertThat(FailureMessage.sentence(invalid("SRCFG00029: Expected an integer value, got \"x\"")))
                .isEqualTo("A setting is wrong: Expected an integer value, got \"x\"");
    }

    @Test
    void otherFailuresAreSaidByWhoeverKnowsThem() {
        assertThat(FailureMessage.sentence(new IllegalStateException(new BindException("127.0.0.1:8080"))))
                .contains("another program")
                .contains("8080");
        assertThat(FailureMessage.sentence(
                        new RuntimeException("outer", new CannotStartException("The disk is full."))))
                .isEqualTo("The disk is full.");
    }

    private static ConfigValidationException invalid(String... problems) {
        ConfigValidationException.Problem[] all = new ConfigValidationException.Problem[problems.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = new ConfigValidationException.Problem(problems[i]);
        }
        return new ConfigValidationException(all);
    }
}
