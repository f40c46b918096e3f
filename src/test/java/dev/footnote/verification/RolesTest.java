package dev.footnote.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.english.Terms;
import dev.footnote.english.Word;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolesTest {

    private static Roles of(String claim, String text) {
        List<Word> words = Word.of(claim);
        List<Word> textWords = Word.of(text);
        return new Roles(words, Terms.of(words), textWords, Terms.of(textWords));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The council asked the county for money. | The county asked the council for money.",
                "Moscow accused Paris. | Paris has accused Moscow of lying.",
                "The station crushed an avalanche. | The station was crushed by an avalanche.",
                "The county is owned by the ship. | The ship, owned by the county, broke loose."
            })
    void whoChangedPlacesWithWhomIsSeen(String claim, String text) {
        assertThat(of(claim, text).wrong()).isEqualTo(2);
        assertThat(of(claim, text).kept()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The county asked the council for money. | The county asked the council for money.",
                "An avalanche crushed the station. | The station was crushed by an avalanche.",
                "Paris was accused by Moscow. | In May Moscow accused Paris of lying."
            })
    void whoDidWhatToWhomIsKept(String claim, String text) {
        assertThat(of(claim, text).wrong()).isZero();
        assertThat(of(claim, text).kept()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ann sold 40 boats. | Ann bought 40 cars and sold 12 boats.",
                "It fell from 61. | It fell from 67 to 61.",
            })
    void anotherNameOrNumberThatIsNearerIsSeen(String claim, String text) {
        assertThat(of(claim, text).nearer()).isPositive();
        assertThat(of(text, text).nearer()).isZero();
    }
}
