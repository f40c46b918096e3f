package dev.footnote.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StageTimesTest {

    @Test
    void everyStageIsToldOnceHoweverOftenItRan() {
        Map<String, Long> times = StageTimes.of(() -> {
            for (int i = 0; i < 2; i++) {
                try (Stage ask = Stage.begin("ask")) {
                    try (Stage read = Stage.begin("read")) {
                        read.with("passages", 8);
                    }
                    ask.with("engine", "extractive");
                }
            }
        });

        assertThat(times.keySet()).containsExactlyInAnyOrder("ask", "read", StageTimes.OUTSIDE);
        assertThat(times.values()).allMatch(nanos -> nanos >= 0);
    }

    @Test
    void aStageIsWithoutThoseWithinIt() {
        long[] inner = new long[1];
        long began = System.nanoTime();
        Map<String, Long> times = StageTimes.of(() -> {
            try (Stage ask = Stage.begin("ask")) {
                try (Stage read = Stage.begin("read")) {
                    inner[0] = spend();
                    read.with("spent", inner[0]);
                }
                ask.with("spent", 0);
            }
        });
        long passed = System.nanoTime() - began;

        assertThat(times.getOrDefault("read", 0L)).isGreaterThanOrEqualTo(inner[0]);
        assertThat(times).containsKey("ask");
        // Were it counted in both, they would take longer together than they did.
        long all = times.values().stream().mapToLong(Long::longValue).sum();
        assertThat(all).isLessThanOrEqualTo(passed);
    }

    @Test
    void theClockStopsWhereTheWorkFails() {
        assertThatThrownBy(() -> StageTimes.of(() -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(StageTimes.of(() -> {})).containsOnlyKeys(StageTimes.OUTSIDE);
    }

    @Test
    void stagesOfAnotherThreadAreNotOnIt() throws InterruptedException {
        Thread[] other = new Thread[1];
        Map<String, Long> times = StageTimes.of(() -> {
            other[0] = new Thread(() -> Stage.begin("elsewhere").close());
            other[0].start();
        });
        other[0].join();

        assertThat(times).doesNotContainKey("elsewhere");
    }

    private static long spend() {
        long began = System.nanoTime();
        long now;
        do {
            now = System.nanoTime();
        } while (now == began);
        return now - began;
    }
}
