package dev.footnote.openai;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.footnote.answer.Answer;
import dev.footnote.answer.Turn;
import dev.footnote.conversation.Conversations;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Recognises Footnote's own answers in the conversation that a chat program sends along, for the program sends their text
 * alone, and a question that follows may mean what they stood on. Safe for use by several threads.
 */
@Singleton
class SaidAnswers {

    private static final int MOST = 10_000;

    private static final Pattern FOOTNOTES = Pattern.compile("\\n\\n(?:\\[\\d{1,3}]|Closest:) “[\\s\\S]*$");
    private static final Pattern MARKERS = Pattern.compile(" ?\\[\\d{1,3}]");

    private final Conversations conversations;
    private final Cache<String, String> messageIds =
            Caffeine.newBuilder().maximumSize(MOST).build();

    SaidAnswers(Conversations conversations) {
        this.conversations = conversations;
    }

    /** Remembers what an answer was said as. */
    void said(String content, Answer answer) {
        messageIds.put(key(content), answer.messageId());
    }

    /** The turns of a conversation: what the user said each time, and what was said to it. */
    List<Turn> turns(List<ChatMessage> messages) {
        List<Turn> turns = new ArrayList<>();
        String asked = "";
        for (ChatMessage message : messages) {
            if (message.isFromUser()) {
                asked = message.text().strip();
            } else if (message.isFromAssistant() && !asked.isEmpty()) {
                turns.add(turn(asked, message.text()));
                asked = "";
            }
        }
        return turns;
    }

    private Turn turn(String asked, String said) {
        Optional<Answer> known =
                Optional.ofNullable(messageIds.getIfPresent(key(said))).flatMap(conversations::message);
        if (known.isPresent()) {
            Turn turn = Turn.of(known.get());
            return new Turn(asked, turn.said(), turn.citations());
        }
        String plain = MARKERS.matcher(FOOTNOTES.matcher(said).replaceFirst("")).replaceAll("");
        return new Turn(asked, plain.strip(), List.of());
    }

    private static String key(String content) {
        return DigestUtils.sha256Hex(content.strip());
    }
}
