package dev.footnote.english;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.english.CountryNames.NamedCountry;
import dev.footnote.text.Span;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the lists of English words hold. */
class WordListsTest {

    @Test
    void aWordIsListedOnce() {
        Map<String, WordClass> classes = new HashMap<>();
        for (WordClass each : WordClass.values()) {
            for (String word : each.words()) {
                assertThat(classes.put(word, each)).as(word).isNull();
            }
        }
    }

    @Test
    void classesAreJoined() {
        Set<String> joined = WordClass.union("again  so", WordClass.ARTICLE, WordClass.BE);
        assertThat(joined).contains("the", "were", "again", "so").doesNotContain("");
        assertThat(WordClass.isFunctionWord("whose")).isTrue();
        assertThat(WordClass.isFunctionWord("bridge")).isFalse();
        assertThat(Pattern.matches(WordClass.anyOf(Set.of("a", "an", "it's")), "an"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"talked, talk", "talking, talks", "nations, nation", "quickly, quick"})
    void formsOfAWordHaveOneStem(String some, String other) {
        assertThat(Inflection.stem(some)).isEqualTo(Inflection.stem(other));
    }

    @Test
    void familiesOfWordsAreAkin() {
        assertThat(Inflection.areAkin(Inflection.stem("investigator"), Inflection.stem("investigation")))
                .isTrue();
        assertThat(Inflection.areAkin(Inflection.stem("nation"), Inflection.stem("native")))
                .isFalse();
    }

    @Test
    void numbersAreSpelt() {
        assertThat(NumberWords.unit("thirteen")).hasValue(13);
        assertThat(NumberWords.unit("ninety")).hasValue(90);
        assertThat(NumberWords.unit("dozen")).hasValue(12);
        assertThat(NumberWords.unit("bridge")).isEmpty();
        assertThat(NumberWords.scale("million")).hasValue(1_000_000);
        assertThat(NumberWords.ordinal("twelfth")).hasValue(12);
        assertThat(NumberWords.ordinal("twenty-first")).hasValue(21);
        assertThat(NumberWords.cardinals(1, 3)).containsExactly("one", "two", "three");
        assertThat(NumberWords.ordinals(2, 3)).containsExactly("second", "third");
    }

    @Test
    void daysAndMonthsHaveOneNameEach() {
        assertThat(CalendarNames.WEEKDAYS).hasSize(7).startsWith("Monday");
        assertThat(CalendarNames.MONTHS).hasSize(12).endsWith("December");
        assertThat(CalendarNames.SHORT_MONTHS).contains("Sep", "Sept", "Jan").doesNotContain("May");
        assertThat(CalendarNames.canonical("sept")).isEqualTo(CalendarNames.canonical("september"));
        assertThat(CalendarNames.canonical("mon")).contains("MONDAY");
        assertThat(CalendarNames.canonical("bridge")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "France, FR",
        "French, FR",
        "US, US",
        "USA, US",
        "american, US",
        "united states of america, US",
        "great britain, GB",
        "ivory coast, CI",
        "turkey, TR",
        "burma, MM",
        "syrian, SY",
        "norwegians, NO",
        "south korea, KR"
    })
    void countriesAreKnownByTheirNamesAndPeople(String words, String code) {
        String keys = words.equals(words.toUpperCase(Locale.ROOT)) ? words : words.toLowerCase(Locale.ROOT);
        assertThat(CountryNames.code(keys)).isEqualTo(code);
    }

    @Test
    void otherWordsAreNoCountries() {
        assertThat(CountryNames.code("us")).isNull();
        assertThat(CountryNames.code("bridge")).isNull();
        assertThat(CountryNames.code("republic")).isNull();
    }

    @Test
    void namesOfCountriesAreFoundWhole() {
        String text =
                "From Papua New Guinea to the U.S., not New Mexico, Chadwick or South America; Ivory Coast (Turkey).";
        assertThat(CountryNames.in(text, new Span(0, text.length())))
                .extracting(country -> country.span().of(text))
                .containsExactly("Papua New Guinea", "U.S.", "Ivory Coast", "Turkey");
        assertThat(CountryNames.in(text, new Span(0, 21))).containsExactly(new NamedCountry(new Span(5, 21), "PG"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"It did not rain.", "Nobody came.", "They can't swim.", "He refused to go.", "She cannot say."})
    void denialsAreSeen(String text) {
        assertThat(Negation.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"It rained.", "The knot is tied.", "He noted it."})
    void otherSentencesDenyNothing(String text) {
        assertThat(Negation.isIn(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "said, true",
        "argues, true",
        "added that, true",
        "'added, “it', true",
        "added salt, false",
        "built, false"
    })
    void verbsOfSayingAreTold(String words, boolean says) {
        assertThat(Pattern.compile(SpeechVerbs.saying() + "\\b").matcher(words).lookingAt())
                .isEqualTo(says);
    }
}
