package dev.footnote.article;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The longest text that is read, in the shape that costs most: one line, and one word. */
class LargestArticleTest {

    private static final int LIMIT = 5 << 20;

    private final ArticleReaders readers = new ArticleReaders(() -> new MemorySize(BigInteger.valueOf(LIMIT)));

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "a.md", "a.html"})
    void fiveMegabytesInOneLineAreRead(String name) throws Exception {
        String line = "word and ".repeat(LIMIT / 9);
        assertThat(read(name, line).text()).hasSizeGreaterThan(LIMIT - 20);
        assertThat(read(name, "x".repeat(LIMIT)).title()).hasSizeLessThanOrEqualTo(80);
    }

    private Manuscript read(String name, String text) throws UnreadableArticleException {
        return readers.read(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
