package dev.footnote.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is compared, and where it stands in the text. */
class FoldedTextTest {

    @ParameterizedTest
    @CsvSource({
        "Straße, STRASSE",
        "co\u00ADop, coop",
        "o\uFB03ce, office",
        "cafe\u0301, caf\u00E9",
        "zero\u200Bwidth, zerowidth",
        "\uFF21\uFF22, ab",
        "Assad\u2019s, assad's"
    })
    void differencesThatNobodySeesAreNone(String some, String other) {
        assertThat(FoldedText.areSame(some, other)).isTrue();
    }

    @Test
    void caseIsKeptWhereItIsToBeKept() {
        assertThat(FoldedText.keepingCase("The \uFB01ne U\u00ADS").text()).isEqualTo("The fine US");
    }

    @ParameterizedTest
    @CsvSource({"In 2019\u00B3, in 2019\u00B3", "5\u00BD, 5\u00BD", "\u2460 Oil, \u2460 oil", "H\u2082O, h2o"})
    void whatIsSetApartStaysApart(String text, String folded) {
        assertThat(FoldedText.of(text).text()).isEqualTo(folded);
    }

    @Test
    void plainLettersLeaveTheRestAsItIs() {
        assertThat(FoldedText.withPlainLetters("“\uFF37ho”… e\u0301\uFB01ne’s x\u00B2 a\u00ADb\u00A0½"))
                .isEqualTo("“Who”… \u00E9fine’s x\u00B2 ab\u00A0½");
    }

    @Test
    void placesAreThoseOfTheOriginal() {
        String text = "An o\uFB03cer of the co\u00ADop";
        FoldedText folded = FoldedText.of(text);
        int officer = folded.text().indexOf("officer");
        assertThat(folded.original(new Span(officer, officer + 7)).of(text)).isEqualTo("o\uFB03cer");
        int half = folded.text().indexOf("fi");
        assertThat(folded.original(new Span(half, half + 1)).of(text)).isEqualTo("\uFB03");
        int coop = folded.text().indexOf("coop");
        assertThat(folded.original(new Span(coop, coop + 4)).of(text)).isEqualTo("co\u00ADop");
        assertThat(folded.original(
                        new Span(folded.text().length(), folded.text().length())))
                .isEqualTo(new Span(text.length(), text.length()));
    }

    @Property
    void everyPartOfTheFoldedTextComesFromItsPlace(@ForAll("texts") String text) {
        FoldedText folded = FoldedText.of(text);
        int before = 0;
        for (int i = 0; i < folded.text().length(); i++) {
            Span place = folded.original(new Span(i, i + 1));
            assertThat(place.length()).isPositive();
            assertThat(place.start()).isGreaterThanOrEqualTo(before);
            assertThat(FoldedText.of(place.of(text)).text())
                    .contains(folded.text().substring(i, i + 1));
            before = place.start();
        }
        if (!folded.text().isEmpty()) {
            Span all = folded.original(new Span(0, folded.text().length()));
            assertThat(FoldedText.of(all.of(text)).text()).isEqualTo(folded.text());
        }
    }

    @Property
    void foldingTwiceIsFoldingOnce(@ForAll("texts") String text) {
        String once = FoldedText.of(text).text();
        assertThat(FoldedText.of(once).text()).isEqualTo(once);
    }

    @Property
    void howLettersAreComposedMakesNoDifference(@ForAll("texts") String text) {
        assertThat(FoldedText.areSame(Normalizer.normalize(text, Normalizer.Form.NFD), text))
                .isTrue();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(60),
                Arbitraries.strings()
                        .withChars(
                                "aA\u1f82\u00e9e\u0301\u0327\u00ad\u200b\ufb03\u00df\u0130\u2019'\u1100\u1161\u11a8 \ud83d\ude00")
                        .ofMaxLength(30));
    }
}
