package dev.footnote.intent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.answer.Certainty;
import dev.footnote.answer.Form;
import dev.footnote.article.Article;
import dev.footnote.article.Metadata;
import dev.footnote.engine.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SectionHandlerTest {

    private static final Article TRIP = Shelf.article(
            "trip",
            "The boat trip",
            """
            The boat trip

            The boat leaves on the last Saturday of June.

            Things to bring

            Please bring these:

            - a coat. It is cold at sea.
            - two sandwiches
            - rubber boots

            The captain has ropes.

            Meeting places

            1. The old gate
            2. The quay

            Safety on board

            Everyone wears a life jacket. Children sit inside. Dogs stay ashore.

            Fees

            Adults pay 12 crowns.""",
            Metadata.NONE);

    private static final SectionHandler HANDLER = new SectionHandler(new ArticleChoice(Shelf.of(TRIP)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What things should we bring?",
                "which things to bring",
                "things to bring",
                "List the things to bring!",
                "What are the things to bring?"
            })
    void aListIsTheAnswerToItsHeading(String question) {
        Reply reply = HANDLER.answer(Phrases.question(question)).orElseThrow();

        assertThat(reply.pieces())
                .extracting(Reply.Piece::text)
                .containsExactly("a coat.", "two sandwiches", "rubber boots");
        assertThat(reply.form()).isEqualTo(Form.LIST);
        assertThat(reply.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(reply.pieces().get(0).evidence()).singleElement().satisfies(evidence -> assertThat(
                        evidence.place().of(TRIP.text()))
                .isEqualTo("- a coat."));
    }

    @Test
    void numbersBeforeEntriesAreNotPartOfThem() {
        assertThat(HANDLER.answer(Phrases.question("Which meeting places?"))
                        .orElseThrow()
                        .pieces())
                .extracting(Reply.Piece::text)
                .containsExactly("The old gate", "The quay");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "When do we bring things?",
                "Who brings things?",
                "Can we bring things?",
                "What things does the captain bring?",
                "What is the boat trip?",
                "safety on board",
                "fees"
            })
    void otherQuestionsAreRead(String question) {
        assertThat(HANDLER.answer(Phrases.question(question))).isEmpty();
    }

    @Test
    void whereNothingIsFoundProseBelowTheHeadingIsShown() {
        Reply reply = HANDLER.whenNotFound(Phrases.question("Tell me about safety on board"))
                .orElseThrow();

        assertThat(reply.pieces())
                .extracting(Reply.Piece::text)
                .containsExactly("Everyone wears a life jacket.", "Children sit inside.");
        assertThat(reply.form()).isEqualTo(Form.SENTENCES);
        assertThat(HANDLER.whenNotFound(Phrases.question("Tell me about the sea")))
                .isEmpty();
    }

    @Test
    void twoSectionsOfOneNameLeaveItToTheReader() {
        Article twice = Shelf.article(
                "twice",
                "Boats",
                "Boats\n\nCrew\n\n- Ann\n- Bo\n\nIt sails.\n\nCrew\n\n- Cy\n- Di\n\nIt floats.",
                Metadata.NONE);
        assertThat(new SectionHandler(new ArticleChoice(Shelf.of(twice))).answer(Phrases.question("crew")))
                .isEmpty();
    }

    @Test
    void aLongListIsCutWithAWord() {
        StringBuilder text = new StringBuilder("Boats\n\nThey sail.\n\nCrew\n");
        for (int i = 1; i <= 25; i++) {
            text.append("\n- sailor ").append((char) ('a' + i));
        }
        Article many = Shelf.article("many", "Boats", text + "\n\nIt floats.", Metadata.NONE);
        Reply reply = new SectionHandler(new ArticleChoice(Shelf.of(many)))
                .answer(Phrases.question("crew"))
                .orElseThrow();
        assertThat(reply.pieces()).hasSize(20);
        assertThat(reply.warnings()).containsExactly("The list has 25 entries; the first 20 are shown.");
    }
}
