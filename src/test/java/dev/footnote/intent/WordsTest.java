package dev.footnote.intent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.english.Attribution;
import dev.footnote.english.Position;
import dev.footnote.english.Sentence;
import dev.footnote.english.TimeMentions;
import dev.footnote.text.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What handlers read off words alone. */
class WordsTest {

    /** Paragraphs of two, one and three sentences, each one character long. */
    private static final List<Sentence> SENTENCES = List.of(
            new Sentence(new Span(0, 1), 1),
            new Sentence(new Span(1, 2), 1),
            new Sentence(new Span(2, 3), 2),
            new Sentence(new Span(3, 4), 3),
            new Sentence(new Span(4, 5), 3),
            new Sentence(new Span(5, 6), 3));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what does paragraph 3 say | 345",
                "paragraph three | 345",
                "first sentence | 0",
                "the opening paragraph | 01",
                "read the last sentence | 5",
                "the last two sentences | 45",
                "the penultimate sentence | 4",
                "the 2nd sentence of the third paragraph | 4",
                "sentence 3 of paragraph #3 | 5",
                "sentences 2 to 4 | 123",
                "Paragraphs 1-2 | 012",
                "first three sentences | 012",
                "paragraph 4 | ''",
                "paragraph 0 | ''",
                "sentence 3 of paragraph 1 | ''"
            })
    void placeIsCounted(String question, String places) {
        Position position = Position.in(question).orElseThrow();
        assertThat(position.of(SENTENCES))
                .extracting(sentence -> String.valueOf(sentence.span().start()))
                .isEqualTo(places.chars().mapToObj(Character::toString).toList());
    }

    @ParameterizedTest
    @CsvSource({"What was the sentence of the court?", "Who came first?", "How many paragraphs has the law?"})
    void noPlaceIsNamed(String question) {
        assertThat(Position.in(question)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"It rains\", Mayor Ann Lee said on Monday. | Mayor Ann Lee",
                "Lee told the paper that it rains. | Lee",
                "The Norwegian minister denied it. | The Norwegian minister",
                "A senior police officer said it was dark. | A senior police officer",
                "Ann Lee, who keeps bees, has warned of frost. | Ann Lee",
                "“It rains,” said Dr. Lee of the Weather Office. | Dr. Lee of the Weather Office",
                "It rains, according to Ann Lee. | Ann Lee",
                "The bridge that the engineer said was safe fell. | the engineer",
                "The state government added that it was dark. | The state government",
                "He said it was dark. | ",
                "It rains. | ",
                "\"Ann Lee said it was dark\". | ",
                "The frost has added to the farmers' worries. | "
            })
    void speakerIsTheNameBesideAVerbOfSaying(String sentence, @Nullable String speaker) {
        assertThat(Attribution.of(sentence, new Span(0, sentence.length())).map(span -> span.of(sentence)))
                .isEqualTo(Optional.ofNullable(speaker));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It rains, Rene\u0301e Hu\u0308gel said on Monday. | Rene\u0301e Hu\u0308gel",
                "Ann Gri\uFB03th told the paper that it rains. | Ann Gri\uFB03th",
                "According to Ann Bur\u00ADgess, it rains. | Ann Bur\u00ADgess"
            })
    void speakerIsFoundHoweverItsLettersAreEncoded(String sentence, String speaker) {
        assertThat(Attribution.of(sentence, new Span(0, sentence.length())).map(span -> span.of(sentence)))
                .contains(speaker);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It was built in 1887. | true",
                "They met on Monday. | true",
                "It ends on 4 May. | true",
                "May came first. | false",
                "Last week it rained. | true",
                "It took three hours. | false",
                "two years later it fell. | true",
                "The hall seats 1500 people. | false",
                "It is dated 2021-05-04. | true"
            })
    void sentencesSayWhen(String sentence, boolean when) {
        assertThat(TimelineHandler.saysWhen(sentence)).isEqualTo(when);
    }

    @ParameterizedTest
    @CsvSource({
        "It was built in 1887 by hand.,1887",
        "Rain fell in early March 2014 again.,March 2014",
        "She left last week.,last week",
        "The treaty (1951) held.,1951",
        "They met two weeks later in Rome.,two weeks later"
    })
    void aDateIsTakenWithoutTheWordsBeforeIt(String sentence, String when) {
        assertThat(TimeMentions.first(sentence).orElseThrow().of(sentence)).isEqualTo(when);
    }

    @Test
    void wordsAreFoundWholeAndAsTheyAreWritten() {
        String text = "May came in may. US and us. Mayor May’s may-pole; New\nYork. It's not ITS.";
        assertThat(Occurrences.of("May", text))
                .extracting(span -> span.of(text))
                .containsExactly("May", "May");
        assertThat(Occurrences.of("may", text)).hasSize(4);
        assertThat(Occurrences.of("US", text)).hasSize(1);
        assertThat(Occurrences.of("new york", text))
                .extracting(span -> span.of(text))
                .containsExactly("New\nYork");
        assertThat(Occurrences.of("it’s", text)).hasSize(1);
        assertThat(Occurrences.of("mayo", text)).isEmpty();
        assertThat(Occurrences.of("(.*", text)).isEmpty();
        String typeset = "An o\uFB03ce of the co\u00ADop";
        assertThat(Occurrences.of("office", typeset))
                .extracting(span -> span.of(typeset))
                .containsExactly("o\uFB03ce");
        assertThat(Occurrences.of("coop", typeset)).hasSize(1);
        assertThat(Occurrences.of("2019", "In 2019\u00B3 and 2019, not 20193 or 2019½."))
                .hasSize(2);
        assertThat(Occurrences.of("Zo\u00EB", "Zoe\u0308 met Zo\u00EB and Zoe."))
                .hasSize(2);
    }
}
