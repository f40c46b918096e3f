package dev.footnote.slack.inbound;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Checks that Slack sent a request: an HMAC over the bytes as they came, as docs.slack.dev/authentication/verifying-requests-from-slack
 * has it. Bolt's own check parses first, compares letter by letter, hashes in the platform's encoding and takes any time
 * in the future. Safe for use by several threads.
 */
public final class SignatureCheck {

    /** How far the time of a request may be from ours, either way. */
    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final Clock clock;

    public SignatureCheck(String signingSecret, Clock clock) {
        this.key = new SecretKeySpec(signingSecret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.clock = clock;
    }

    /**
     * Whether Slack signed a request, and did so within the last minutes.
     *
     * @param timestamp the header {@code X-Slack-Request-Timestamp}, in seconds
     * @param signature the header {@code X-Slack-Signature}
     */
    public boolean isValid(byte[] body, @Nullable String timestamp, @Nullable String signature) {
        if (timestamp == null || signature == null || !timestamp.matches("\\d{1,12}")) {
            return false;
        }
        long difference = Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp));
        byte[] expected = ("v0=" + hmac(timestamp, body)).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8))
                && difference <= WINDOW.toSeconds();
    }

    private String hmac(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM + "; this one does not", e);
        }
    }
}
