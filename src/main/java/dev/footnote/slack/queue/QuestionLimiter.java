package dev.footnote.slack.queue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.footnote.slack.question.SlackQuestion;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** Limits how many questions one user may ask in a minute. Safe for use by several threads. */
final class QuestionLimiter {

    private static final int MOST_USERS = 10_000;

    private final int mostPerMinute;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_USERS)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();

    QuestionLimiter(int mostPerMinute) {
        this.mostPerMinute = mostPerMinute;
    }

    /** Counts the question and returns whether its user is still within the limit. */
    boolean allows(SlackQuestion question) {
        return buckets.get(question.team() + " " + question.user(), user -> Bucket.builder()
                        .addLimit(bandwidth ->
                                bandwidth.capacity(mostPerMinute).refillGreedy(mostPerMinute, Duration.ofMinutes(1)))
                        .build())
                .tryConsume(1);
    }
}
