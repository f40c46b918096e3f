package dev.footnote.intent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.answer.Citation;
import dev.footnote.answer.Kind;
import dev.footnote.answer.Support;
import dev.footnote.answer.Turn;
import dev.footnote.article.Article;
import dev.footnote.article.Metadata;
import dev.footnote.engine.Reply;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NextHandlerTest {

    private static final Article GLUE = Shelf.article(
            "glue",
            "How to make glue",
            """
            How to make glue

            Warm the milk. Add the vinegar and stir.

            When it is cold

            1. Pour off the water.
            2. Mix in the soda.""",
            Metadata.NONE);

    private static final NextHandler HANDLER = new NextHandler(new ArticleChoice(Shelf.of(GLUE, Shelf.ORCHARD)));

    @Test
    void whatFollowsTheCitedSentenceIsQuoted() {
        assertThat(after("Warm the milk.", "what next?")).isEqualTo("Add the vinegar and stir.");
    }

    @Test
    void headingsAndNumbersOfAListArePassedOver() {
        assertThat(after("Add the vinegar and stir.", "And then?")).isEqualTo("Pour off the water.");
        assertThat(after("1. Pour off the water.", "then what")).isEqualTo("Mix in the soda.");
    }

    @Test
    void atTheEndThereIsNothing() {
        Reply reply = reply("2. Mix in the soda.", "go on").orElseThrow();

        assertThat(reply.kind()).isEqualTo(Kind.REFUSAL);
        assertThat(reply.pieces().get(0).text()).contains("last sentence");
    }

    @Test
    void otherQuestionsAndThoseWithoutAnAnswerBeforeAreNotMeant() {
        assertThat(reply("Warm the milk.", "What is added next?")).isEmpty();
        assertThat(HANDLER.answer(Phrases.question("What next?"))).isEmpty();
        assertThat(HANDLER.answer(Phrases.after(List.of(new Turn("Who?", "", List.of())), "What next?")))
                .isEmpty();
        assertThat(HANDLER.answer(Phrases.after(turns("Warm the milk."), "What next?", "orchard")))
                .isEmpty();
    }

    private static String after(String cited, String question) {
        return reply(cited, question).orElseThrow().pieces().get(0).text();
    }

    private static Optional<Reply> reply(String cited, String question) {
        return HANDLER.answer(Phrases.after(turns(cited), question));
    }

    private static List<Turn> turns(String cited) {
        int start = GLUE.text().indexOf(cited);
        Citation citation = new Citation(
                1,
                GLUE.id(),
                GLUE.title(),
                cited,
                start,
                start + cited.length(),
                null,
                null,
                1,
                null,
                null,
                0,
                cited.length(),
                1,
                Support.SUPPORTED,
                1,
                "/articles/glue");
        return List.of(new Turn("How is it made?", cited, List.of(citation)));
    }
}
