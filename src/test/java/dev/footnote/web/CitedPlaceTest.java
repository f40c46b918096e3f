package dev.footnote.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.article.Article;
import dev.footnote.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class CitedPlaceTest {

    private final Article article = PageArticles.of("One.\n\nTwo 🙂.");

    @Test
    void aPlaceInTheTextIsFound() {
        assertThat(CitedPlace.of(article, "0-4", article.revision()))
                .isEqualTo(new CitedPlace.CitedSpan(new Span(0, 4)));
        assertThat(CitedPlace.of(article, "6-13", null)).isEqualTo(new CitedPlace.CitedSpan(new Span(6, 13)));
    }

    @ParameterizedTest
    @NullAndEmptySource
    void aLinkWithoutAPlaceMeansTheWholeArticle(String cite) {
        assertThat(CitedPlace.of(article, cite, "00000000")).isEqualTo(new CitedPlace.Whole());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "-",
                "4",
                "4-",
                "-4",
                "4-0",
                "0-0",
                "0-14",
                "-1-4",
                "0-4-5",
                "0 - 4",
                "0-99999999999999999999",
                "999999999-999999999",
                "٠-٤",
                "4-6",
                "0-11",
                "11-13"
            })
    void aPlaceThatIsNotInTheTextMarksNothing(String cite) {
        assertThat(CitedPlace.of(article, cite, article.revision())).isInstanceOf(CitedPlace.Lost.class);
    }

    @Test
    void aLinkToAnotherRevisionMarksNothingAndSaysSo() {
        assertThat(CitedPlace.of(article, "0-4", "00000000"))
                .isInstanceOfSatisfying(
                        CitedPlace.Lost.class, lost -> assertThat(lost.why()).contains("has changed"));
    }
}
