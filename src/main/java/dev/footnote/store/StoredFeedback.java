package dev.footnote.store;

import dev.footnote.conversation.Feedback;
import dev.footnote.conversation.FeedbackStore;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Feedback in the database. */
@Singleton
class StoredFeedback implements FeedbackStore {

    private final Database database;

    StoredFeedback(Database database) {
        this.database = database;
    }

    @Override
    public void keep(Feedback feedback) {
        database.put(
                "feedback",
                List.of("message_id"),
                List.of("positive", "reasons", "text", "given_at"),
                feedback.messageId(),
                feedback.positive(),
                Database.toJson(feedback.reasons()),
                feedback.text(),
                feedback.givenAt());
    }

    @Override
    public Optional<Feedback> find(String messageId) {
        return database.first("SELECT * FROM feedback WHERE message_id = ?", StoredFeedback::read, messageId);
    }

    @Override
    public List<Feedback> list(Instant after, String messageId, int most) {
        return database.list(
                "SELECT * FROM feedback WHERE given_at > ? OR (given_at = ? AND message_id > ?)"
                        + " ORDER BY given_at, message_id LIMIT ?",
                StoredFeedback::read,
                after,
                after,
                messageId,
                most);
    }

    private static Feedback read(ResultSet row) throws SQLException {
        return new Feedback(
                row.getString("message_id"),
                row.getBoolean("positive"),
                List.of(Database.fromJson(row.getString("reasons"), String[].class)),
                row.getString("text"),
                Database.instant(row, "given_at"));
    }
}
