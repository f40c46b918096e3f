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

    /** Some times as long as claims are kept for without being renewed. */
    private static final String UNTIL = "CURRENT_TIMESTAMP + INTERVAL '60' SECOND";

    private final Database database;

    /** A question whose process is gone, and the key of the row that has it. */
    private record AbandonedRow(String key, String question) {}

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
            values.add(database.replica());
        }
        String rows = keys.stream().map(key -> "(?, ?, ?, ?, " + UNTIL + ")").collect(Collectors.joining(", "));
        return database.insert(
                "INSERT INTO slack_inbox (delivery_key, received_at, question, claimed_by, claimed_until) VALUES "
                        + rows,
                values.toArray());
    }

    @Override
    public void done(SlackQuestion question) {
        for (String key : question.keys()) {
            database.change("UPDATE slack_inbox SET question = '' WHERE delivery_key = ?", key);
        }
    }

    @Override
    public List<SlackQuestion> claimAbandoned() {
        // The embedded database has no other process: what another has claimed, an earlier one has, which is gone.
        String abandoned = " question <> '' AND (claimed_by IS NULL OR claimed_by <> ?)"
                + (database.isShared() ? " AND claimed_until < CURRENT_TIMESTAMP" : "");
        return database
                .list(
                        "SELECT delivery_key, question FROM slack_inbox WHERE" + abandoned + " ORDER BY received_at",
                        row -> new AbandonedRow(row.getString("delivery_key"), row.getString("question")),
                        database.replica())
                .stream()
                // Of several replicas that see it, one changes the row.
                .filter(each -> database.change(
                                "UPDATE slack_inbox SET claimed_by = ?, claimed_until = " + UNTIL
                                        + " WHERE delivery_key = ? AND" + abandoned,
                                database.replica(),
                                each.key(),
                                database.replica())
                        > 0)
                .map(each -> Database.fromJson(each.question(), SlackQuestion.class))
                .toList();
    }

    @Override
    public void renewClaims() {
        database.change(
                "UPDATE slack_inbox SET claimed_until = " + UNTIL + " WHERE claimed_by = ? AND question <> ''",
                database.replica());
    }

    @Override
    public boolean isClaimed(SlackQuestion question) {
        List<String> keys = question.keys().stream().sorted().toList();
        return database.first(
                        "SELECT claimed_by FROM slack_inbox WHERE delivery_key = ? AND question <> '' AND claimed_by = ?",
                        row -> row.getString("claimed_by"),
                        keys.get(0),
                        database.replica())
                .isPresent();
    }

    @Override
    public void forgetBefore(Instant time) {
        database.change("DELETE FROM slack_inbox WHERE received_at < ?", time);
    }
}
