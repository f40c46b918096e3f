package dev.footnote.english;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words are the same however their letters are encoded. */
class WordTest {

    @ParameterizedTest
    @CsvSource({
        "The e\uFB03cient o\uFB03cer, The efficient officer",
        "a co\u00ADopera\u00ADtive, a cooperative",
        "zero\u200Bwidth, zerowidth",
        "nai\u0308ve Rene\u0301e, naïve Renée",
        "\uFF21\uFF22\uFF23 \uFF11\uFF12, ABC 12",
        "the na\uFB02ow of Kra\uFB00t, the naflow of Krafft"
    })
    void encodingMakesNoDifference(String text, String plain) {
        assertThat(Word.of(text))
                .extracting(Word::key)
                .isEqualTo(Word.of(plain).stream().map(Word::key).toList());
        assertThat(ContentWords.of(text)).isEqualTo(ContentWords.of(plain));
        assertThat(ContentWords.all(text)).isEqualTo(ContentWords.all(plain));
        assertThat(ContentWords.names("Is " + text + " there?"))
                .isEqualTo(ContentWords.names("Is " + plain + " there?"));
        assertThat(QuestionWords.of(text)).isEqualTo(QuestionWords.of(plain));
    }

    @Test
    void placesAreThoseOfTheText() {
        String text = "An o\uFB03cer’s co\u00ADop";
        assertThat(Word.of(text))
                .extracting(word -> word.span().of(text))
                .containsExactly("An", "o\uFB03cer", "co\u00ADop");
        assertThat(Word.of(text).get(1).isPossessive(text)).isTrue();
        QuestionWords.QuestionWord last = QuestionWords.in(text).get(2);
        assertThat(text.substring(last.start(), last.end())).isEqualTo("co\u00ADop");
    }

    @ParameterizedTest
    @CsvSource({
        "Web Team, true",
        "anonymous, true",
        "The editors of our website, true",
        "Windows User, true",
        "N/A, true",
        "News Desk, true",
        "Reuters Staff, false",
        "Ann Webster, false",
        "The Harbour Board, false"
    })
    void bylinesThatNameNobodyAreTold(String byline, boolean generic) {
        assertThat(GenericBylines.isOne(byline)).isEqualTo(generic);
    }
}
