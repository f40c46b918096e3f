package dev.footnote.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.app_backend.SlackSignature;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureCheckTest {

    private static final long NOW = 1_800_000_000;
    private static final byte[] BODY = "{\"text\":\"Wer stimmte dafür? ☃\"}".getBytes(StandardCharsets.UTF_8);

    private final SignatureCheck check =
            new SignatureCheck("secret", Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({"0, true", "299, true", "300, true", "301, false", "-300, true", "-301, false"})
    void takesFiveMinutesEitherWay(long age, boolean valid) {
        String time = String.valueOf(NOW - age);
        assertThat(check.isValid(BODY, time, signature(time, BODY))).isEqualTo(valid);
    }

    @Test
    void refusesWhatWasChanged() {
        String time = String.valueOf(NOW);
        String signature = signature(time, BODY);
        byte[] changed = BODY.clone();
        changed[3] ^= 1;
        assertThat(check.isValid(changed, time, signature)).isFalse();
        assertThat(check.isValid(BODY, String.valueOf(NOW + 1), signature)).isFalse();
        assertThat(check.isValid(BODY, time, signature.substring(0, signature.length() - 1) + "g"))
                .isFalse();
        assertThat(check.isValid(BODY, time, "")).isFalse();
    }

    @Test
    void refusesWhatHasNoSignature() {
        assertThat(check.isValid(BODY, null, "v0=00")).isFalse();
        assertThat(check.isValid(BODY, String.valueOf(NOW), null)).isFalse();
        assertThat(check.isValid(BODY, "soon", signature("soon", BODY))).isFalse();
        assertThat(check.isValid(BODY, "99999999999999999999", "v0=00")).isFalse();
    }

    /** By Slack's own library. */
    private static String signature(String time, byte[] body) {
        return new SlackSignature.Generator("secret").generate(time, new String(body, StandardCharsets.UTF_8));
    }
}
