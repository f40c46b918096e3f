package dev.footnote.english;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeMentionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            The mill closed on Monday, they say.          | Monday
            It opened in May 1911 with a dance.           | May 1911
            It opened on 3 May 1911.                      | 3 May 1911
            The flood came in early June.                 | June
            Since 1999 nobody lives there.                | 1999
            The ferry (1871) was the first.               | 1871
            On 2020-03-04 it was sold.                    | 2020-03-04
            It sank three weeks ago.                      | three weeks ago
            It will open next year.                       | next year
            In the 19th century it burned.                | 19th century
            It was built in the 1920s.                    | 1920s
            """)
    void firstTimeIsFound(String text, String time) {
        assertThat(TimeMentions.first(text).map(span -> span.of(text))).contains(time);
        assertThat(TimeMentions.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"It may open soon.", "They sold 1911 loaves of 1500 people.", "He lives in room 1204."})
    void noTime(String text) {
        assertThat(TimeMentions.first(text)).isEmpty();
        assertThat(TimeMentions.isIn(text)).isFalse();
    }

    @Test
    void placeIsThatOfTheTimeAlone() {
        assertThat(TimeMentions.first("Since 1999 nobody")).contains(new Span(6, 10));
    }
}
