package dev.footnote.store;

import dev.footnote.answer.Answer;
import dev.footnote.conversation.ConversationConfig;
import dev.footnote.conversation.Messages;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Answers in the database. Every hundredth part of the most that are kept, and at start, those that are too old or
 * too many are deleted; an expired one is never returned, deleted or not.
 */
@Singleton
class StoredMessages implements Messages {

    private final Database database;
    private final ConversationConfig config;
    private final Clock clock;
    private final AtomicLong kept = new AtomicLong();

    StoredMessages(Database database, ConversationConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public void keep(Answer answer) {
        database.change(
                "MERGE INTO message (id, conversation_id, created_at, answer) KEY (id) VALUES (?, ?, ?, ?)",
                answer.messageId(),
                answer.conversationId(),
                clock.instant(),
                Database.toJson(answer));
        if (kept.getAndIncrement() % Math.max(1, config.maximumMessages() / 100) == 0) {
            purge();
        }
    }

    @Override
    public Optional<Answer> find(String messageId) {
        return database.first(
                "SELECT answer FROM message WHERE id = ? AND created_at > ?",
                row -> Database.fromJson(row.getString("answer"), Answer.class),
                messageId,
                oldest());
    }

    private void purge() {
        database.change("DELETE FROM message WHERE created_at <= ?", oldest());
        database.change(
                "DELETE FROM message WHERE sequence_number <= (SELECT MAX(sequence_number) FROM message) - ?",
                config.maximumMessages());
    }

    private Instant oldest() {
        return clock.instant().minus(config.retention());
    }
}
