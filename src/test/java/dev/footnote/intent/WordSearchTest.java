package dev.footnote.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.footnote.CountedText;
import dev.footnote.text.Span;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordSearchTest {

    private static final int LENGTH = 20_000;

    /** Each character once for the search, and those around a place again. */
    private static final int MOST_READINGS = 6;

    private static final int TEXTS = 5_000;

    /** What a regular expression would find, which may read a text over and over. */
    private static List<Span> expected(String words, String text) {
        String literal = Stream.of(words.split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s+"));
        return Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}])" + literal
                        + "(?![\\p{L}\\p{M}\\p{N}&&[^\u00B2\u00B3\u00B9\u2070-\u2079]])")
                .matcher(text)
                .results()
                .map((MatchResult found) -> new Span(found.start(), found.end()))
                .toList();
    }

    @Test
    void findsWholeWordsWithAnySpaceBetween() {
        String text = "new york, New York; new \n york-new york\u00B2 anew york, new yorker new york";

        assertThat(new WordSearch(" new  york ").in(text))
                .isEqualTo(expected("new york", text))
                .hasSize(4);
        assertThat(new WordSearch("  ").in(text)).isEmpty();
        assertThat(new WordSearch("new york").in("")).isEmpty();
    }

    @Test
    void placesDoNotOverlap() {
        assertThat(new WordSearch("a a").in("a a a a a")).containsExactly(new Span(0, 3), new Span(4, 7));
    }

    @Test
    void aLetterOfAnyAlphabetBelongsToTheWord() {
        assertThat(new WordSearch("a").in("\uD800\uDF30a a\uD800\uDF30 \u00E9a a\u0301"))
                .isEmpty();
    }

    @Test
    void findsWhatARegularExpressionFinds() {
        Random random = new Random(7);
        List<String> pieces = List.of("a", "b", " ", "\n", "-", "a", " ", "\u00B2", "\u0301");
        for (int i = 0; i < TEXTS; i++) {
            String text = some(random, pieces, 40);
            String words = some(random, pieces, 5).strip();
            if (!words.isEmpty()) {
                assertThat(new WordSearch(words).in(text))
                        .as("\"%s\" in \"%s\"", words, text)
                        .isEqualTo(expected(words, text));
            }
        }
    }

    @Test
    void noTextIsReadOverAndOver() {
        for (String piece : List.of("a ", "a", " ", "a b ", "-", "a\n\n")) {
            String text = piece.repeat(LENGTH / piece.length());
            for (String words : List.of(piece, piece.repeat(500), piece.repeat(500) + "x", "x" + piece.repeat(500))) {
                assertThatCode(() ->
                                new WordSearch(words).in(new CountedText(text, (long) MOST_READINGS * text.length())))
                        .as("\"%s\" in \"%s\"", words, text)
                        .doesNotThrowAnyException();
            }
        }
    }

    private static String some(Random random, List<String> pieces, int most) {
        return Stream.generate(() -> pieces.get(random.nextInt(pieces.size())))
                .limit(random.nextInt(most) + 1L)
                .collect(Collectors.joining());
    }
}
