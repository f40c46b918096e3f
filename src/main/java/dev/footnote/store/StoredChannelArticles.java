package dev.footnote.store;

import dev.footnote.slack.queue.ChannelArticles;
import jakarta.inject.Singleton;
import java.util.List;

/** The articles of channels in the database. */
@Singleton
class StoredChannelArticles implements ChannelArticles {

    private final Database database;

    StoredChannelArticles(Database database) {
        this.database = database;
    }

    @Override
    public List<String> of(String team, String channel) {
        return database.first(
                        "SELECT article_ids FROM slack_channel WHERE team_id = ? AND channel_id = ?",
                        row -> List.of(Database.fromJson(row.getString("article_ids"), String[].class)),
                        team,
                        channel)
                .orElse(List.of());
    }

    @Override
    public void bind(String team, String channel, List<String> articleIds) {
        if (articleIds.isEmpty()) {
            database.change("DELETE FROM slack_channel WHERE team_id = ? AND channel_id = ?", team, channel);
        } else {
            database.put(
                    "slack_channel",
                    List.of("team_id", "channel_id"),
                    List.of("article_ids"),
                    team,
                    channel,
                    Database.toJson(articleIds));
        }
    }
}
