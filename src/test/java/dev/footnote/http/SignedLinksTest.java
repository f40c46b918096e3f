package dev.footnote.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedLinksTest {

    private static final String URL = "https://ask.example.org/articles/un-vote?cite=3-9&v=1f2e3d4c";
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void linkOpensItsPlaceUntilItExpires() {
        String token = token(links(true, NOW).sign(URL));
        assertThat(links(true, NOW).admits("/articles/un-vote", "3-9", "1f2e3d4c", token))
                .isTrue();
        Instant almost = NOW.plus(Duration.ofDays(7)).minusSeconds(1);
        assertThat(links(true, almost).admits("/articles/un-vote", "3-9", "1f2e3d4c", token))
                .isTrue();
        assertThat(links(true, almost.plusSeconds(1)).admits("/articles/un-vote", "3-9", "1f2e3d4c", token))
                .isFalse();
    }

    @Test
    void linkOpensNothingElse() {
        SignedLinks links = links(true, NOW);
        String token = token(links.sign(URL));
        assertThat(links.admits("/articles/other", "3-9", "1f2e3d4c", token)).isFalse();
        assertThat(links.admits("/articles/un-vote", "3-10", "1f2e3d4c", token)).isFalse();
        assertThat(links.admits("/articles/un-vote", null, null, token)).isFalse();
        assertThat(links.admits("/api/v1/articles", "3-9", "1f2e3d4c", token)).isFalse();
        assertThat(links.admits("/articles/un-vote", "3-9", "1f2e3d4c", "9" + token))
                .isFalse();
        for (String forged : new String[] {"", ".", "x.y", "99999999999."}) {
            assertThat(links.admits("/articles/un-vote", "3-9", "1f2e3d4c", forged))
                    .isFalse();
        }
        assertThat(links.admits("/articles/un-vote", "3-9", "1f2e3d4c", null)).isFalse();
    }

    @Test
    void linkIsLeftAsItIsWhereEverybodyMayRead() {
        assertThat(links(false, NOW).sign(URL)).isEqualTo(URL);
    }

    @Test
    void keyIsReadOnceForAllSignatures() {
        AtomicInteger reads = new AtomicInteger();
        SignedLinks links = new SignedLinks(
                true,
                Duration.ofDays(7),
                () -> {
                    reads.incrementAndGet();
                    return SignedLinks.key(folder);
                },
                Clock.fixed(NOW, ZoneOffset.UTC));
        String token = token(links.sign(URL));
        assertThat(links.admits("/articles/un-vote", "3-9", "1f2e3d4c", token)).isTrue();
        assertThat(reads).hasValue(1);
    }

    @Test
    void keyIsReadBeforeTheFirstRequestWhereLinksAreSigned() {
        AtomicInteger reads = new AtomicInteger();
        for (boolean needed : new boolean[] {false, true}) {
            new SignedLinks(
                            needed,
                            Duration.ofDays(7),
                            () -> {
                                reads.incrementAndGet();
                                return SignedLinks.key(folder);
                            },
                            Clock.fixed(NOW, ZoneOffset.UTC))
                    .start(new StartupEvent());
            assertThat(reads).hasValue(needed ? 1 : 0);
        }
    }

    @Test
    void keyIsMadeOnce() {
        byte[] key = SignedLinks.key(folder);
        assertThat(key).hasSize(32).isEqualTo(SignedLinks.key(folder));
    }

    private static SignedLinks links(boolean needed, Instant now) {
        return new SignedLinks(
                needed,
                Duration.ofDays(7),
                () -> "key".getBytes(StandardCharsets.UTF_8),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static String token(String url) {
        assertThat(url).startsWith(URL + "&t=");
        return url.substring((URL + "&t=").length());
    }
}
