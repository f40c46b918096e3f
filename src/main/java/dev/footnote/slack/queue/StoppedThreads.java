package dev.footnote.slack.queue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.footnote.slack.question.SlackQuestion;
import java.time.Duration;

/** Remembers for an hour in which threads someone pressed Stop, and when. Safe for use by several threads. */
final class StoppedThreads {

    private final Cache<String, String> stops =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(1)).build();

    /** Remembers that the thread was stopped at that time stamp of Slack. */
    void stop(String lane, String timeStamp) {
        stops.put(lane, timeStamp);
    }

    /** Returns whether the question's thread was stopped when or after it was asked. */
    boolean isStopped(SlackQuestion question) {
        String stop = stops.getIfPresent(question.lane());
        // Slack's time stamps have one form: seconds and six digits.
        return stop != null && question.ts().compareTo(stop) <= 0;
    }
}
