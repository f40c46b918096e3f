package dev.footnote.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footnote.answer.AnswerEvent;
import dev.footnote.answer.Certainty;
import dev.footnote.answer.Citation;
import dev.footnote.answer.Kind;
import dev.footnote.answer.Reason;
import dev.footnote.answer.Support;
import dev.footnote.article.Article;
import dev.footnote.article.Metadata;
import dev.footnote.engine.Evidence;
import dev.footnote.engine.Reply;
import dev.footnote.text.Span;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompositionTest {

    private static final String TEXT = "Russia vetoed it. China abstained. So said Russia, twice.";
    private static final Article ARTICLE = new Article(
            "a",
            "A title",
            TEXT,
            "text/plain",
            Metadata.NONE,
            List.of(0, 18),
            Instant.EPOCH,
            "a.txt",
            false,
            List.of(),
            "12345678");
    private static final Links LINKS = new Links(Optional::empty);

    private final List<AnswerEvent> events = new ArrayList<>();

    @Test
    void eachPieceIsFollowedByItsMarkersInOrderOfFirstUse() {
        Composition composition = compose(
                Kind.ANSWER,
                new Reply.Piece(
                        "Russia",
                        List.of(evidence("Russia vetoed it.", "Russia"), evidence("So said Russia, twice.", "Russia"))),
                new Reply.Piece("China", List.of(evidence("China abstained.", "China"))));

        assertThat(composition.answer()).isEqualTo("Russia [1][2]; China [3]");
        assertThat(composition.text()).isEqualTo("Russia; China");
        assertThat(composition.claims())
                .extracting(claim -> composition.text().substring(claim.startIndex(), claim.endIndex()))
                .containsExactly("Russia", "China");
        assertThat(composition.claims().get(0).citations()).containsExactly(1, 2);
        assertThat(composition.citations()).extracting(Citation::index).containsExactly(1, 2, 3);
    }

    @Test
    void everyFootnoteIsWhatStandsAtItsPlace() {
        Composition composition =
                compose(Kind.ANSWER, new Reply.Piece("China", List.of(evidence("China abstained.", "China"))));

        Citation citation = composition.citations().get(0);
        assertThat(TEXT.substring(citation.startCharIndex(), citation.endCharIndex()))
                .isEqualTo(citation.citedText());
        assertThat(citation.answerStartCharIndex()).isEqualTo(18);
        assertThat(citation.page()).isEqualTo(2);
        assertThat(citation.url()).isEqualTo("/articles/a?cite=18-34&v=12345678");
    }

    @Test
    void footnoteOverTwoPagesNamesBothAndOthersOne() throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        String both = "Russia vetoed it. China abstained.";
        Citation citation = compose(Kind.ANSWER, new Reply.Piece("China", List.of(evidence(both, "China"))))
                .citations()
                .get(0);
        assertThat(citation.pageInWords()).isEqualTo("pages 1\u20132");
        JsonNode sent = json.readTree(json.writeValueAsString(citation));
        assertThat(sent.get("page").asInt()).isEqualTo(1);
        assertThat(sent.get("page_end").asInt()).isEqualTo(2);

        for (String sentence : List.of("Russia vetoed it.", "China abstained.")) {
            Citation one = compose(Kind.ANSWER, new Reply.Piece("it", List.of(evidence(sentence, null))))
                    .citations()
                    .get(0);
            assertThat(json.readTree(json.writeValueAsString(one)).has("page_end"))
                    .isFalse();
        }
    }

    @Test
    void onePlaceHasOneNumberHoweverOftenItIsUsed() {
        Composition composition = compose(
                Kind.ANSWER,
                new Reply.Piece("Russia", List.of(evidence("Russia vetoed it.", "Russia"))),
                new Reply.Piece("it", List.of(evidence("Russia vetoed it.", "it"))));

        assertThat(composition.answer()).isEqualTo("Russia [1]; it [1]");
        assertThat(composition.citations()).hasSize(1);
    }

    @Test
    void whatIsToldConcatenatesToTheAnswerAndTellsEachFootnoteOnce() {
        Composition composition = compose(
                Kind.ANSWER,
                new Reply.Piece("Russia", List.of(evidence("Russia vetoed it.", "Russia"))),
                new Reply.Piece("it", List.of(evidence("Russia vetoed it.", "it"))));

        StringBuilder told = new StringBuilder();
        List<Citation> cited = new ArrayList<>();
        for (AnswerEvent event : events) {
            if (event instanceof AnswerEvent.Delta delta) {
                told.append(delta.content());
            } else if (event instanceof AnswerEvent.Cited each) {
                cited.add(each.citation());
            }
        }
        assertThat(told).hasToString(composition.answer());
        assertThat(cited).isEqualTo(composition.citations());
    }

    @Test
    void aRefusalShowsTheClosestSentenceWithoutAMarker() {
        Composition composition = compose(Reply.refusal(
                Reason.NOT_FOUND, "The article does not say.", evidence("China abstained.", null), 0.2, List.of()));

        assertThat(composition.answer()).isEqualTo("The article does not say.").isEqualTo(composition.text());
        assertThat(composition.claims()).isEmpty();
        Citation closest = composition.citations().get(0);
        assertThat(closest.support()).isEqualTo(Support.UNSUPPORTED);
        assertThat(closest.startIndex()).isNull();
    }

    @Test
    void linksBeginWithThePublicAddressWhereThereIsOne() {
        Links links = new Links(() -> Optional.of(URI.create("https://ask.example.org/")));

        assertThat(links.to(ARTICLE, new Span(0, 6)))
                .isEqualTo("https://ask.example.org/articles/a?cite=0-6&v=12345678");
    }

    private Composition compose(Kind kind, Reply.Piece... pieces) {
        Reply reply = new Reply(kind, List.of(pieces), null, Certainty.STATED, 0.9, List.of(), List.of());
        return compose(reply);
    }

    private Composition compose(Reply reply) {
        Composition composition = new Composition(LINKS, events::add);
        composition.add(reply);
        return composition;
    }

    private static Evidence evidence(String sentence, @Nullable String words) {
        int start = TEXT.indexOf(sentence);
        Span place = new Span(start, start + sentence.length());
        Span quoted = words == null
                ? null
                : new Span(start + sentence.indexOf(words), start + sentence.indexOf(words) + words.length());
        return new Evidence(ARTICLE, place, quoted, 1, 0.9, Support.SUPPORTED, 0.9);
    }
}
