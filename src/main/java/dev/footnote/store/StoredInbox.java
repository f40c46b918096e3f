package dev.footnote.store;

import dev.footnote.slack.question.SlackQuestion;
import dev.footnote.slack.queue.Inbox;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Slack's deliveries in the database, one row for each key; the text stands in one of them, and goes with the answer. */
@Singleton
class StoredInbox implements Inbox {

    private final Database database;

    StoredInbox(Database database) {
        this.database = database;
    }

    @Override
    public boolean accept(SlackQuestion question, Instant at) {
        List<String> keys = question.keys().stream().sorted().toList();
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            values.add(keys.get(i));
            values.add(at);
            values.add(i == 0 ? Database.toJson(question) : "");
        }
        String rows = keys.stream().map(key -> "(?, ?, ?)").collect(Collectors.joining(", "));
        return database.insert(
                "INSERT INTO slack_inbox (delivery_key, received_at, question) VALUES " + rows, values.toArray());
    }

    @Override
    public void done(SlackQuestion question) {
        for (String key : question.keys()) {
            database.change("UPDATE slack_inbox SET question = '' WHERE delivery_key = ?", key);
        }
    }

    @Override
    public List<SlackQuestion> unfinished(Instant before) {
        return database.list(
                "SELECT question FROM slack_inbox WHERE question <> '' AND received_at < ? ORDER BY received_at",
                row -> Database.fromJson(row.getString("question"), SlackQuestion.class),
                before);
    }

    @Override
    public void forgetBefore(Instant time) {
        database.change("DELETE FROM slack_inbox WHERE received_at < ?", time);
    }
}
