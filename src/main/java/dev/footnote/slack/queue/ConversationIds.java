package dev.footnote.slack.queue;

import dev.footnote.slack.question.SlackQuestion;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Computes the conversation id of each thread. Team, channel and time stamp of a thread are no secret, and a conversation can be read
 * over HTTP by whoever knows its id: so the id is a keyed hash of them, with the bot's token as the key. Safe for use by
 * several threads.
 */
public final class ConversationIds {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    public ConversationIds(String botToken) {
        this.key = new SecretKeySpec(botToken.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /**
     * The id, always the same for a thread; fits {@link dev.footnote.answer.Question}.
     *
     * @param lane the thread's {@link SlackQuestion#lane()}
     */
    public String of(String lane) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return "slack-" + HexFormat.of().formatHex(mac.doFinal(lane.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM + "; this one does not", e);
        }
    }
}
