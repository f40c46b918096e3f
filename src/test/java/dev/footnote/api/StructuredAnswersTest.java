package dev.footnote.api;

import static dev.footnote.api.Requests.added;
import static dev.footnote.api.Requests.askArticle;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footnote.article.Formats;
import dev.footnote.ingestion.Ingestion;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands above a sentence says what it is about; cited is the sentence, or the row, and nothing else. */
@QuarkusTest
class StructuredAnswersTest {

    private static final String KITES =
            """
            # Kites of the season

            ## Swallow

            ### Price

            It costs 80 euros with its line and its bag.

            ### Warranty

            It is repaired for free for two years.

            ## Heron

            ### Price

            It costs 150 euros with its line and its bag.

            ### Warranty

            It is repaired for free for five years.
            """;

    private static final String QUESTIONS =
            """
            # Questions about the shop

            ## Can I return a kite?

            Yes, within 30 days of the day when it was bought.

            ## How long does delivery take?

            Three to five working days.

            ## Who flies the kites before they are sold?

            Every one of them is flown by Ada Quill.
            """;

    private static final String QUESTIONS_PAGE =
            """
            <html><body><h1>Questions about the shop</h1>
            <h3>Can I return a kite?</h3><p>Yes, within 30 days of the day when it was bought.</p>
            <h3>How long does delivery take?</h3><p>Three to five working days.</p>
            <h3>Who flies the kites before they are sold?</h3><p>Every one of them is flown by Ada Quill.</p></body></html>
            """;

    private static final String TOUR =
            """
            <html><body><h1>The tour of the lighthouse</h1><p>It starts at the pier below the tower.</p>
            <dl><dt>Price</dt><dd>45 euros for each person</dd><dt>Duration</dt><dd>3 hours and a half</dd>
            <dt>Guide</dt><dd>Bela Thorn</dd></dl></body></html>
            """;

    private static final String HOURS_PAGE =
            """
            <html><body><h1>The museum of fog</h1><p>It stands beside the lighthouse.</p><table>
            <tr><th>Day</th><th>Opens</th><th>Closes</th></tr><tr><td>Friday</td><td>9:30</td><td>17:00</td></tr>
            <tr><td>Saturday</td><td>11:15</td><td>15:45</td></tr><tr><td>Sunday</td><td>12:00</td><td>14:30</td></tr>
            </table></body></html>
            """;

    private static final String HOURS =
            "Day,Opens,Closes\nFriday,9:30,17:00\nSaturday,11:15,15:45\nSunday,12:00,14:30\n";

    private final Ingestion ingestion;

    StructuredAnswersTest(Ingestion ingestion) {
        this.ingestion = ingestion;
    }

    @BeforeEach
    void articlesAreReady() throws InterruptedException {
        ingestion.awaitReady();
    }

    static Stream<Arguments> whatStandsAboveIsReadAndOnlyTheSentenceIsCited() {
        return Stream.of(
                Arguments.of(
                        "a.md",
                        KITES,
                        "What is the price of Swallow?",
                        "It costs 80 euros with its line and its bag.",
                        "80 euros"),
                Arguments.of(
                        "a.md",
                        KITES,
                        "What is the price of Heron?",
                        "It costs 150 euros with its line and its bag.",
                        "150 euros"),
                Arguments.of(
                        "a.md",
                        KITES,
                        "How long is the warranty of Heron?",
                        "It is repaired for free for five years.",
                        "five years"),
                Arguments.of(
                        "a.md",
                        QUESTIONS,
                        "Can I return a kite?",
                        "Yes, within 30 days of the day when it was bought.",
                        "30 days"),
                Arguments.of(
                        "a.md",
                        QUESTIONS,
                        "How long does delivery take?",
                        "Three to five working days.",
                        "Three to five"),
                Arguments.of(
                        "a.md",
                        QUESTIONS,
                        "Who flies the kites before they are sold?",
                        "Every one of them is flown by Ada Quill.",
                        "Ada Quill"),
                Arguments.of(
                        "a.html",
                        QUESTIONS_PAGE,
                        "Can I return a kite?",
                        "Yes, within 30 days of the day when it was bought.",
                        "30 days"),
                Arguments.of(
                        "a.html",
                        QUESTIONS_PAGE,
                        "How long does delivery take?",
                        "Three to five working days.",
                        "Three to five"),
                Arguments.of("a.html", TOUR, "What is the price?", "45 euros for each person", "45 euros"),
                Arguments.of("a.html", TOUR, "What is the duration of the tour?", "3 hours and a half", "3 hours"),
                Arguments.of("a.html", TOUR, "Who is the guide?", "Bela Thorn", "Bela Thorn"),
                Arguments.of(
                        "a.html",
                        HOURS_PAGE,
                        "When does the museum open on Saturday?",
                        "Saturday | 11:15 | 15:45",
                        "11:15"),
                Arguments.of(
                        "a.html",
                        HOURS_PAGE,
                        "What are the opening hours on Sunday?",
                        "Sunday | 12:00 | 14:30",
                        "12:00"),
                Arguments.of(
                        "hours.csv", HOURS, "When does it open on Saturday?", "Saturday | 11:15 | 15:45", "11:15"));
    }

    @Test
    void wordsOfAnAnswerFromATableAreTheCellWithinItsRow() {
        String id = added("a.html", Formats.utf8(HOURS_PAGE));
        JsonNode citation = askArticle(id, "When does the museum open on Saturday?")
                .get("citations")
                .get(0);
        int start = citation.get("start_char_index").asInt();
        assertThat(citation.get("cited_text").asText()).isEqualTo("Saturday | 11:15 | 15:45");
        assertThat(citation.get("cited_text")
                        .asText()
                        .substring(
                                citation.get("answer_start_char_index").asInt() - start,
                                citation.get("answer_end_char_index").asInt() - start))
                .isEqualTo("11:15");
        given().delete("/api/v1/articles/" + id).then().statusCode(204);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource
    void whatStandsAboveIsReadAndOnlyTheSentenceIsCited(
            String name, String file, String question, String cited, String said) {
        String id = added(name, Formats.utf8(file));
        JsonNode answer = askArticle(id, question);
        given().delete("/api/v1/articles/" + id).then().statusCode(204);

        assertThat(answer.get("answerable").asBoolean()).as(answer.toString()).isTrue();
        assertThat(answer.get("answer_text").asText()).contains(said);
        assertThat(answer.get("citations")).singleElement().satisfies(citation -> assertThat(
                        citation.get("cited_text").asText())
                .isEqualTo(cited));
    }
}
