package dev.footnote.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footnote.answer.NotReadyException;
import dev.footnote.article.IndexUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final List<Duration> waits = new ArrayList<>();

    @Test
    void questionWaitsAsLongAsConfiguredAndIsThenRefused() {
        Readiness readiness = readiness(longest -> !waits.add(longest));
        assertThatThrownBy(() -> readiness.whenReady(() -> "asked"))
                .isInstanceOfSatisfying(NotReadyException.class, refused -> assertThat(refused.retryAfter())
                        .isPositive());
        assertThat(waits).containsExactly(Duration.ZERO, LONGEST);
    }

    @Test
    void questionGoesOnOnceTheArticlesAreReady() {
        Readiness readiness = readiness(longest -> waits.add(longest) && !longest.isZero());
        assertThat(readiness.whenReady(() -> "asked")).isEqualTo("asked");
        assertThat(waits).hasSize(2);
    }

    @Test
    void nobodyWaitsWhenTheyAreReady() {
        readiness(waits::add).whenReady(() -> "asked");
        assertThat(waits).containsExactly(Duration.ZERO);
    }

    @Test
    void nobodyWaitsForAnIndexThatIsOutOfReach() {
        Readiness readiness = new Readiness(
                longest -> !waits.add(longest), () -> Optional.of("http://10.0.0.7:9200 takes no connection"), LONGEST);

        assertThatThrownBy(() -> readiness.whenReady(() -> "asked"))
                .isInstanceOfSatisfying(NotReadyException.class, refused -> assertThat(refused.retryAfter())
                        .isPositive())
                .hasMessageContaining("cannot be reached")
                .hasMessageNotContaining("10.0.0.7");
        assertThat(waits).containsExactly(Duration.ZERO);
    }

    @Test
    void anIndexThatGoesAwayMeanwhileIsNotReadyEither() {
        assertThatThrownBy(() -> readiness(waits::add).whenReady(() -> {
                    throw new IndexUnavailableException("gone");
                }))
                .isInstanceOf(NotReadyException.class);
    }

    private static Readiness readiness(Readiness.Start start) {
        return new Readiness(start, Optional::empty, LONGEST);
    }
}
