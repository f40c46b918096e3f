package dev.footnote.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.answer.Certainty;
import dev.footnote.answer.Citation;
import dev.footnote.answer.Form;
import dev.footnote.answer.Kind;
import dev.footnote.answer.Reason;
import dev.footnote.answer.Support;
import dev.footnote.answer.Turn;
import dev.footnote.article.Article;
import dev.footnote.article.Metadata;
import dev.footnote.engine.CheckedSentence;
import dev.footnote.engine.Evidence;
import dev.footnote.engine.Inquiry;
import dev.footnote.engine.Listener;
import dev.footnote.engine.Reply;
import dev.footnote.engine.Route;
import dev.footnote.intent.Shelf;
import dev.footnote.model.PassageScores;
import dev.footnote.model.Stance;
import dev.footnote.passage.PassageSplitter;
import dev.footnote.retrieval.RetrievedPassage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Over a reader made by hand, which likes the words it is told to like; no model is needed. */
class ExtractiveEngineTest {

    private static final Article BRIDGE = Shelf.article(
            "bridge",
            "Old bridge",
            "The bridge was built in 1911. It rusted for years.\n\nA crack was found in May. The town had no money.",
            Metadata.NONE);

    /** Asks for words, see the policy made by hand. */
    private static final float[] WORDS = {1, 0};

    private static final float[] SENTENCES = {-1, 0};

    private final List<String> read = new ArrayList<>();
    private final List<List<RetrievedPassage>> found = new ArrayList<>();
    private boolean refuses = true;

    private final Listener listener = new Listener() {
        @Override
        public void found(List<RetrievedPassage> passages) {
            found.add(passages);
        }

        @Override
        public void say(CheckedSentence sentence) {
            throw new AssertionError("It says its answer as a whole");
        }
    };

    @Test
    void sureWordsAreSaidWithTheSentenceTheyStandIn() {
        Reply reply = ask("When was the bridge built?", WORDS, Map.of("When was the bridge built?", "1911"));

        assertThat(reply.kind()).isEqualTo(Kind.ANSWER);
        assertThat(reply.form()).isEqualTo(Form.WORDS);
        assertThat(reply.engine()).isEqualTo("extractive");
        assertThat(reply.pieces()).singleElement().satisfies(piece -> {
            assertThat(piece.text()).isEqualTo("1911");
            assertThat(piece.evidence()).singleElement().satisfies(evidence -> {
                assertThat(place(evidence)).isEqualTo("The bridge was built in 1911.");
                assertThat(evidence.words()).isNotNull();
                assertThat(evidence.paragraph()).isEqualTo(1);
            });
        });
        assertThat(found).singleElement().satisfies(passages -> assertThat(passages)
                .hasSize(2));
    }

    @Test
    void whatAsksToBeToldIsAnsweredInWholeSentences() {
        Reply reply = ask("What happened to the bridge?", SENTENCES, Map.of("What happened to the bridge?", "rusted"));

        assertThat(reply.form()).isEqualTo(Form.SENTENCES);
        assertThat(reply.pieces()).extracting(Reply.Piece::text).contains("It rusted for years.");
        assertThat(reply.pieces())
                .allSatisfy(piece -> assertThat(place(piece.evidence().get(0))).isEqualTo(piece.text()));
    }

    @Test
    void whatTheReaderDoesNotFindIsRefusedWithAReason() {
        Reply reply = ask("Who painted the bridge?", WORDS, Map.of());

        assertThat(reply.kind()).isEqualTo(Kind.REFUSAL);
        assertThat(reply.reason()).isIn(Reason.NOT_FOUND, Reason.UNCERTAIN);
        assertThat(reply.certainty()).isEqualTo(Certainty.NONE);
        assertThat(reply.form()).isNull();
    }

    @Test
    void insteadOfARefusalTheReplyOfTheRouteIsGiven() {
        Reply otherwise = Reply.chat("Hello.", List.of());

        Reply reply = engine(Map.of()).answer(inquiry("Hm?"), new Route.Read(WORDS, otherwise), listener);

        assertThat(reply).isEqualTo(otherwise);
    }

    @Test
    void eachPartOfAQuestionIsAnsweredOrSaidNotToBe() {
        String both = "When was the bridge built and who painted the roof?";

        Reply reply = ask(both, WORDS, Map.of("When was the bridge built?", "1911"));

        assertThat(reply.kind()).isEqualTo(Kind.ANSWER);
        assertThat(reply.pieces()).singleElement().satisfies(piece -> assertThat(piece.text())
                .contains("1911"));
        assertThat(reply.warnings()).singleElement().asString().contains("does not say", "roof");
    }

    @Test
    void whatIsKnownIsSaidWithoutReading() {
        Reply known = Reply.chat("Hello.", List.of());

        assertThat(engine(Map.of()).answer(inquiry("hello"), new Route.Known(known), listener))
                .isEqualTo(known);
        assertThat(read).isEmpty();
        assertThat(found).containsExactly(List.of());
    }

    @Test
    void anOverviewIsSaidAsItStands() {
        Reply overview = Reply.summary(List.of(new Reply.Piece("A crack was found in May.", List.of())));

        assertThat(engine(Map.of()).answer(inquiry("tl;dr"), new Route.Overview(overview), listener))
                .isEqualTo(overview);
        assertThat(read).isEmpty();
    }

    @Test
    void aDoubtedAnswerIsFoundAgainAndExplained() {
        Inquiry doubted = inquiry("When was the bridge built?");

        Reply reply = engine(Map.of(doubted.question(), "1911"))
                .answer(inquiry("Are you sure?"), new Route.Reconsider(doubted, new Route.Read(WORDS, null)), listener);

        assertThat(reply.understood()).isEqualTo(doubted.question());
        assertThat(reply.pieces().get(0).text()).isEqualTo("1911");
        assertThat(reply.pieces().get(1).text()).contains("of 100");
        assertThat(reply.pieces().get(2).text()).startsWith("the next best would be");
    }

    @Test
    void aFollowUpIsReadWithWhatItsPronounMeans() {
        Inquiry inquiry = new Inquiry(
                "When was it built?",
                List.of(new Turn("Who owns the old bridge?", "The town", List.of())),
                List.of(),
                null);

        Reply reply = engine(Map.of("When was the old bridge built?", "1911"))
                .answer(inquiry, new Route.Read(WORDS, null), listener);

        assertThat(reply.understood()).isEqualTo("When was the old bridge built?");
        assertThat(reply.pieces().get(0).text()).isEqualTo("1911");
    }

    @Test
    void aBareFollowUpIsReadAfterTheWordsOfTheSentenceThatWasShownBefore() {
        String sentence = "The bridge was built in 1911.";
        Citation citation = new Citation(
                1,
                BRIDGE.id(),
                BRIDGE.title(),
                sentence,
                BRIDGE.text().indexOf(sentence),
                BRIDGE.text().indexOf(sentence) + sentence.length(),
                null,
                null,
                1,
                null,
                null,
                null,
                null,
                0.9,
                Support.SUPPORTED,
                0.9,
                "/articles/bridge");
        Inquiry inquiry = new Inquiry(
                "And where?",
                List.of(new Turn("Which year saw the bridge rise?", sentence, List.of(citation))),
                List.of(),
                null);

        engine(Map.of("Which year saw the bridge rise?", "1911"))
                .answer(inquiry, new Route.Read(WORDS, null), listener);

        assertThat(read).contains("Which year saw the bridge rise? 1911. And where?");
    }

    @Test
    void forMeasuringEverythingFoundIsSaid() {
        refuses = false;

        Reply reply = ask("Who painted the bridge?", WORDS, Map.of());

        assertThat(reply.kind()).isEqualTo(Kind.ANSWER);
        assertThat(reply.form()).isEqualTo(Form.WORDS);
    }

    private Reply ask(String question, float[] vector, Map<String, String> liked) {
        return engine(liked).answer(inquiry(question), new Route.Read(vector, null), listener);
    }

    private static Inquiry inquiry(String question) {
        return new Inquiry(question, List.of(), List.of(), null);
    }

    /** @param liked for each question the word that the reader likes; of others it likes none */
    private ExtractiveEngine engine(Map<String, String> liked) {
        ArticleWordsCache words = new ArticleWordsCache();
        SentenceReading reader = (question, surroundings, texts) -> {
            read.add(question);
            return texts.stream().map(text -> scores(text, liked.get(question))).toList();
        };
        PassageReading reading = new PassageReading(
                reader,
                new EncodedByHand(Map.of()),
                question -> question.length() > 200,
                AnswerPolicyTest.policy(),
                words);
        PassageFinder finder = new PassageFinder(
                (question, articleIds, limit) -> new PassageSplitter(text -> text.split("\\s+").length, 120)
                        .split(BRIDGE.text()).stream()
                                .map(passage -> new RetrievedPassage(BRIDGE, passage, 0.5, 0.6))
                                .limit(limit)
                                .toList(),
                text -> WORDS,
                reader,
                8,
                words);
        ReadingConfig config = GivenReadingConfig.refusing(refuses);
        return new ExtractiveEngine(
                finder,
                reading,
                new AnswerWriter(
                        reading, (claim, text) -> new Stance(0.5, 0.25, 0.25), (claim, sentence) -> 0.5, config),
                new RefusalWriter(Shelf.of(BRIDGE), reading),
                config);
    }

    private static PassageScores scores(String text, @Nullable String liked) {
        return AnswerPolicyTest.scores(text, liked == null ? "" : liked, 6);
    }

    private static String place(Evidence evidence) {
        return evidence.place().of(evidence.article().text());
    }
}
