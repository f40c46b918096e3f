package dev.footnote.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footnote.answer.NotReadyException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final List<Duration> waits = new ArrayList<>();

    @Test
    void questionWaitsAsLongAsConfiguredAndIsThenRefused() {
        Readiness readiness = new Readiness(longest -> !waits.add(longest), LONGEST);
        assertThatThrownBy(readiness::await)
                .isInstanceOfSatisfying(NotReadyException.class, refused -> assertThat(refused.retryAfter())
                        .isPositive());
        assertThat(waits).containsExactly(Duration.ZERO, LONGEST);
    }

    @Test
    void questionGoesOnOnceTheArticlesAreReady() {
        Readiness readiness = new Readiness(longest -> waits.add(longest) && !longest.isZero(), LONGEST);
        assertThatCode(readiness::await).doesNotThrowAnyException();
        assertThat(waits).hasSize(2);
    }

    @Test
    void nobodyWaitsWhenTheyAreReady() {
        new Readiness(waits::add, LONGEST).await();
        assertThat(waits).containsExactly(Duration.ZERO);
    }
}
