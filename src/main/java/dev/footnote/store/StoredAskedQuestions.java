package dev.footnote.store;

import dev.footnote.slack.queue.AskedQuestions;
import jakarta.inject.Singleton;
import java.time.Instant;

/** What was asked in Slack, in the database. An answer is erased before the row that leads to it. */
@Singleton
class StoredAskedQuestions implements AskedQuestions {

    private final Database database;

    StoredAskedQuestions(Database database) {
        this.database = database;
    }

    @Override
    public void keep(AnsweredQuestion asked) {
        database.change(
                "INSERT INTO slack_question (message_id, conversation_id, team_id, channel_id, user_id, asked_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                asked.messageId(),
                asked.conversationId(),
                asked.team(),
                asked.channel(),
                asked.user(),
                asked.at());
    }

    @Override
    public boolean isConversation(String conversationId) {
        return database.first(
                        "SELECT 1 AS found FROM slack_question WHERE conversation_id = ? LIMIT 1",
                        row -> row.getInt("found"),
                        conversationId)
                .isPresent();
    }

    @Override
    public int eraseOfUser(String team, String user) {
        eraseFeedback("team_id = ? AND user_id = ?", team, user);
        return erase("team_id = ? AND user_id = ?", team, user);
    }

    @Override
    public int eraseOfChannel(String team, String channel) {
        eraseFeedback("team_id = ? AND channel_id = ?", team, channel);
        return erase("team_id = ? AND channel_id = ?", team, channel);
    }

    @Override
    public int eraseBefore(Instant time) {
        return erase("asked_at < ?", time);
    }

    private void eraseFeedback(String condition, Object... values) {
        database.change(
                "DELETE FROM feedback WHERE message_id IN (SELECT message_id FROM slack_question WHERE " + condition
                        + ")",
                values);
    }

    private int erase(String condition, Object... values) {
        database.change(
                "DELETE FROM message WHERE id IN (SELECT message_id FROM slack_question WHERE " + condition + ")",
                values);
        return database.change("DELETE FROM slack_question WHERE " + condition, values);
    }
}
