package dev.footnote.store;

import dev.footnote.answer.Answer;
import dev.footnote.conversation.ConversationConfig;
import dev.footnote.conversation.Conversations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Answers in the database. Every hundredth part of the most that are kept, and at start, those that are too old or
 * too many are deleted; an expired one is never returned, deleted or not.
 */
@Singleton
class StoredConversations implements Conversations {

    /** A conversation lives as long as its last turn. */
    private static final String ALIVE =
            " AND EXISTS (SELECT 1 FROM message later WHERE later.conversation_id = message.conversation_id"
                    + " AND later.created_at > ?)";

    private final Database database;
    private final ConversationConfig config;
    private final Clock clock;
    private final AtomicLong kept = new AtomicLong();

    StoredConversations(Database database, ConversationConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public void keep(Answer answer) {
        database.put(
                "message",
                List.of("id"),
                List.of("conversation_id", "created_at", "answer"),
                answer.messageId(),
                answer.conversationId(),
                clock.instant(),
                Database.toJson(answer));
        if (kept.getAndIncrement() % Math.max(1, config.maximumMessages() / 100) == 0) {
            purge();
        }
    }

    @Override
    public void replace(String messageId, Answer answer) {
        int replaced = database.change(
                "UPDATE message SET id = ?, created_at = ?, answer = ? WHERE id = ? AND conversation_id = ?",
                answer.messageId(),
                clock.instant(),
                Database.toJson(answer),
                messageId,
                answer.conversationId());
        if (replaced == 0) {
            keep(answer);
        }
    }

    @Override
    public Optional<Answer> message(String messageId) {
        return database.first(
                "SELECT answer FROM message WHERE id = ?" + ALIVE, StoredConversations::answer, messageId, oldest());
    }

    @Override
    public List<Answer> turns(String conversationId) {
        return lastTurns(conversationId, config.maximumMessages());
    }

    @Override
    public List<Answer> lastTurns(String conversationId, int limit) {
        List<Answer> turns = new ArrayList<>(database.list(
                "SELECT answer FROM message WHERE conversation_id = ?" + ALIVE
                        + " ORDER BY sequence_number DESC LIMIT ?",
                StoredConversations::answer,
                conversationId,
                oldest(),
                limit));
        Collections.reverse(turns);
        return turns;
    }

    @Override
    public boolean delete(String conversationId) {
        boolean alive = !lastTurns(conversationId, 1).isEmpty();
        database.change(
                "DELETE FROM feedback WHERE message_id IN (SELECT id FROM message WHERE conversation_id = ?)",
                conversationId);
        database.change("DELETE FROM message WHERE conversation_id = ?", conversationId);
        return alive;
    }

    private void purge() {
        database.change(
                "DELETE FROM message WHERE created_at <= ? AND conversation_id NOT IN"
                        + " (SELECT conversation_id FROM message WHERE created_at > ?)",
                oldest(),
                oldest());
        database.change(
                "DELETE FROM message WHERE sequence_number <= (SELECT MAX(sequence_number) FROM message) - ?",
                config.maximumMessages());
    }

    private Instant oldest() {
        return clock.instant().minus(config.retention());
    }

    private static Answer answer(ResultSet row) throws SQLException {
        return Database.fromJson(row.getString("answer"), Answer.class);
    }
}
