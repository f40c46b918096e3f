package dev.footnote.intent;

import static dev.footnote.intent.Shelf.LIGHTHOUSE;
import static dev.footnote.intent.Shelf.ORCHARD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.answer.Certainty;
import dev.footnote.answer.Kind;
import dev.footnote.answer.Reason;
import dev.footnote.answer.Turn;
import dev.footnote.article.Article;
import dev.footnote.article.Metadata;
import dev.footnote.engine.Evidence;
import dev.footnote.engine.Reply;
import dev.footnote.model.Models;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntentHandlersTest {

    private static final ArticleChoice ONE = new ArticleChoice(Shelf.of(LIGHTHOUSE));
    private static final ArticleChoice TWO = new ArticleChoice(Shelf.of(LIGHTHOUSE, ORCHARD));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who built the lighthouse?",
                "When was the lighthouse built?",
                "What did Crane say on Monday?",
                "How many times did Crane visit the orchard?",
                "Who wrote the letter to the harbour board?",
                "Which countries buy the apples?",
                "Why is the tower not for sale?",
                "Which country does the second paragraph name?",
                "Is the lamp bad for birds?",
                "What happened when the lamp went out?",
                "How does the lamp work?",
                "What is this lighthouse for?",
                "What is he looking for?",
                "What else could it mean?",
                "How often does the lighthouse appear on maps?",
                "How often is oil used?",
                "Where was the book on the tower published?"
            })
    void realQuestionIsLeftToTheReader(String question) {
        for (IntentHandler handler : all(ONE)) {
            assertThat(handler.answer(Phrases.question(question)))
                    .as(handler.getClass().getSimpleName())
                    .isEmpty();
        }
    }

    @Test
    void wordsAreCountedInEachArticle() {
        Reply one = say(new CountHandler(ONE), "How often is Crane named?");
        assertThat(one.pieces()).singleElement().satisfies(piece -> {
            assertThat(piece.text()).isEqualTo("“Crane” is mentioned twice");
            assertThat(piece.evidence()).hasSize(2).allSatisfy(each -> assertThat(words(each))
                    .isEqualTo("Crane"));
        });
        assertThat(texts(say(new CountHandler(TWO), "how many times does the word \"crane\" come up?")))
                .containsExactly(
                        "“crane” is mentioned 3 times in 2 articles",
                        "twice in “The lighthouse of Skerry”",
                        "once in “Apples of the northern orchard”");
        assertThat(texts(say(new CountHandler(ONE), "How many times is Sweden mentioned?")))
                .containsExactly("“Sweden” is not mentioned.");
    }

    @Test
    void titlesAreComparedWithoutReadingAText() {
        Shelf shelf = Shelf.of(LIGHTHOUSE, ORCHARD);
        ArticleChoice choice = new ArticleChoice(shelf);

        assertThat(choice.ask(Phrases.question("What is this about?").inquiry(), title -> title)
                        .suggestedQuestions())
                .hasSize(2);
        assertThat(choice.summaries(Phrases.question("tl;dr").inquiry())).hasSize(2);
        NamedArticleHandler named = new NamedArticleHandler(choice, List.of(), false);
        assertThat(named.answer(Phrases.question("What is “Apples of the northern orchard” about?")))
                .isEmpty();
        assertThat(shelf.textsRead()).hasValue(0);

        assertThat(choice.named(
                        Phrases.question("What is the piece on apples about?").inquiry()))
                .contains(ORCHARD);
        assertThat(shelf.textsRead()).hasValue(1);
    }

    @Test
    void countCitesTwentyPlacesAtMost() {
        Article bells = Shelf.article("l", "Bells", "The bell rang. ".repeat(30), ORCHARD.metadata());
        Reply reply = say(new CountHandler(new ArticleChoice(Shelf.of(bells))), "How many times is bell mentioned?");
        assertThat(texts(reply)).containsExactly("“bell” is mentioned 30 times");
        assertThat(reply.pieces().get(0).evidence()).hasSize(20);
    }

    @Test
    void speakerOfAQuotationIsNamedOrSaidNotToBe() {
        Reply named = say(new QuotationHandler(TWO), "Who said \"the lamp must never go out\"?");
        assertThat(named.kind()).isEqualTo(Kind.ANSWER);
        assertThat(texts(named)).singleElement().asString().contains("Edith Crane");
        Reply unnamed = say(new QuotationHandler(TWO), "whose words are 'we will sell it'?");
        assertThat(unnamed.reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(texts(unnamed)).containsExactly("The speaker is not named here.");
        assertThat(unnamed.pieces().get(0).evidence()).hasSize(1);
        assertThat(ask(new QuotationHandler(TWO), "Who said \"I shall return\"?"))
                .isEmpty();
    }

    @Test
    void speakersAndCountriesAreListed() {
        assertThat(texts(say(new SpeakersHandler(ONE), "Who is quoted?")))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("At least: ")
                .contains("Edith Crane");
        assertThat(texts(say(new CountriesHandler(ONE), "Name the countries in the text")))
                .containsExactly("At least: Norway", "Iceland");
    }

    @Test
    void placeIsQuotedFromTheArticleThatIsMeant() {
        assertThat(texts(say(new PlaceHandler(ONE), "What does paragraph 1 say?")))
                .containsExactly("The lighthouse of Skerry was built in 1887 by the harbour board.");
        assertThat(texts(say(new PlaceHandler(ONE), "show me the ninth paragraph"))
                        .get(0))
                .isEqualTo("There is no ninth paragraph: the article has 3 paragraphs and 6 sentences.");
        Reply which = say(new PlaceHandler(TWO), "first sentence");
        assertThat(which.kind()).isEqualTo(Kind.CHAT);
        assertThat(texts(which).get(0)).contains("“The lighthouse of Skerry”", "“Apples of the northern orchard”");
        assertThat(which.suggestedQuestions()).hasSize(2).allSatisfy(question -> assertThat(
                        say(named(new PlaceHandler(TWO)), question).kind())
                .isEqualTo(Kind.ANSWER));
        Reply limited = new PlaceHandler(TWO)
                .answer(Phrases.question("first sentence", "orchard"))
                .orElseThrow();
        assertThat(texts(limited)).containsExactly("The orchard grows forty kinds of apples.");
    }

    @Test
    void originIsToldFromTheFileOnly() {
        Reply author = say(new MetadataHandler(ONE), "Who is the author?");
        assertThat(texts(author)).containsExactly("Ida Holm");
        assertThat(author.pieces().get(0).evidence()).isEmpty();
        assertThat(author.warnings()).hasSize(1);
        assertThat(texts(say(new MetadataHandler(ONE), "when was it published?")))
                .containsExactly("4 May 2021");
        assertThat(texts(say(new MetadataHandler(ONE), "What is the source of this text?")))
                .containsExactly("The file does not say where it comes from.");
    }

    @Test
    void theTitleIsCitedWhereItIsTheFirstLine() {
        Reply fromFile = say(new MetadataHandler(ONE), "what is the title");
        assertThat(texts(fromFile)).containsExactly("The lighthouse of Skerry");
        assertThat(fromFile.warnings()).hasSize(1);
        Article headed = Shelf.article("h", "Tides", "Tides\n\nThe sea rises and falls.", Metadata.NONE);
        Reply cited = say(new MetadataHandler(new ArticleChoice(Shelf.of(headed))), "What's the headline?");
        assertThat(cited.pieces().get(0).evidence()).hasSize(1);
        assertThat(ask(new MetadataHandler(ONE), "What is the title of his first book?"))
                .isEmpty();
    }

    @Test
    void whatTheTextSaysOfAReportIsReadInTheText() {
        Article article = Shelf.article(
                "r",
                "Fish",
                "Fish are fewer every year. The report was written by Dr. Mona Dahl in 1998, and the text of the treaty was "
                        + "published in May. The page is white.",
                new Metadata("Ida Holm", "2021-05-04", null));
        MetadataHandler handler = new MetadataHandler(new ArticleChoice(Shelf.of(article)));
        for (String inText : List.of("Who wrote the report?", "When was the text published?", "Who wrote the text?")) {
            assertThat(ask(handler, inText)).as(inText).isEmpty();
            assertThat(handler.whenNotFound(Phrases.question(inText)))
                    .as(inText)
                    .isPresent();
        }
        for (String ofFile :
                List.of("Who wrote this?", "Who wrote this report?", "Who is the author of this article?")) {
            assertThat(texts(say(handler, ofFile))).as(ofFile).containsExactly("Ida Holm");
        }
        assertThat(texts(say(handler, "When was this page published?"))).containsExactly("2021-05-04");
    }

    @Test
    void whatNobodyCheckedIsLikelyAndABylineIsStated() {
        assertThat(say(new MetadataHandler(ONE), "Who is the author?").certainty())
                .isEqualTo(Certainty.LIKELY);
        Article signed = Shelf.article(
                "s", "Fish", "Fish are fewer.\n\nBy Ida Holm, Bergen\n\nThey were many.", LIGHTHOUSE.metadata());
        Reply reply = say(new MetadataHandler(new ArticleChoice(Shelf.of(signed))), "Who is the author?");
        assertThat(reply.certainty()).isEqualTo(Certainty.STATED);
        assertThat(words(reply.pieces().get(0).evidence().get(0))).isEqualTo("Ida Holm");
    }

    @Test
    void itOfAnAnsweredTurnIsNotTheArticle() {
        List<Turn> turns = List.of(new Turn("Which book won the prize?", "The Winds of Skerry", List.of()));
        assertThat(new MetadataHandler(ONE).answer(Phrases.after(turns, "Who wrote it?")))
                .isEmpty();
        assertThat(new MetadataHandler(ONE).whenNotFound(Phrases.after(turns, "Who wrote it?")))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timeline please",
                "Who is quoted?",
                "List the countries",
                "Who is the author?",
                "When was this written?"
            })
    void whatIsOfferedWhereItIsNotClearWhichArticleIsMeantCanBeAsked(String question) {
        List<IntentHandler> meant = all(TWO).stream()
                .filter(handler -> ask(handler, question).isPresent())
                .toList();
        assertThat(meant).hasSize(1);
        Reply which = say(meant.get(0), question);
        assertThat(which.kind()).isEqualTo(Kind.CHAT);
        assertThat(which.suggestedQuestions()).hasSize(2).allSatisfy(offered -> assertThat(
                        say(named(meant.get(0)), offered).kind())
                .isNotEqualTo(Kind.CHAT));
    }

    @Test
    void datedSentencesComeInOrder() {
        Reply reply = say(new TimelineHandler(ONE), "Give me a timeline");
        assertThat(reply.kind()).isEqualTo(Kind.SUMMARY);
        assertThat(texts(reply)).hasSize(3);
        assertThat(texts(reply).get(0)).contains("1887");
        assertThat(texts(reply).get(2)).contains("March 3");
    }

    @Test
    void judgementIsRefusedOrGivenToTheSides() {
        Reply sides = say(new OpinionHandler(ONE), "Is this text biased?");
        assertThat(sides.kind()).isEqualTo(Kind.SUMMARY);
        assertThat(texts(sides).get(0)).startsWith("I don't judge");
        assertThat(sides.pieces()).hasSize(3);
        Reply none = say(new OpinionHandler(new ArticleChoice(Shelf.of(ORCHARD))), "What's your view on this?");
        assertThat(none.reason()).isEqualTo(Reason.UNSUPPORTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"summarize", "summarize in one sentence", "Sum it up in two sentences", "give me 3 bullet points"
            })
    void overviewsAreAskedForInFewWords(String question) {
        assertThat(say(new OverviewHandler(ONE, Summaries.with(Models.ENCODER)), question)
                        .kind())
                .isEqualTo(Kind.SUMMARY);
    }

    @Test
    void overviewIsOfTheArticleThatIsNamedOrAsksWhich() {
        OverviewHandler overview = new OverviewHandler(TWO, Summaries.with(Models.ENCODER));
        Reply which = overview.answer(Phrases.question("What's it all about?")).orElseThrow();
        assertThat(which.kind()).isEqualTo(Kind.CHAT);
        assertThat(which.suggestedQuestions()).hasSize(2).allSatisfy(question -> {
            Reply told = say(named(overview), question);
            assertThat(told.kind()).isEqualTo(Kind.SUMMARY);
            assertThat(question).contains(texts(told).get(0).replace(":", ""));
        });
        Reply named = overview.answer(Phrases.question("Summarise the orchard article"))
                .orElseThrow();
        assertThat(texts(named).get(0)).isEqualTo("“Apples of the northern orchard”:");
        assertThat(named.pieces()).as("the title and two sentences or more").hasSizeGreaterThanOrEqualTo(3);
    }

    private static List<IntentHandler> all(ArticleChoice choice) {
        return List.of(
                new QuotationHandler(choice),
                new CountHandler(choice),
                new PlaceHandler(choice),
                new MetadataHandler(choice),
                new CountriesHandler(choice),
                new SpeakersHandler(choice),
                new TimelineHandler(choice),
                new OpinionHandler(choice),
                new SmallTalkHandler(),
                new OverviewHandler(choice, Summaries.with(Models.ENCODER)));
    }

    private static IntentHandler named(IntentHandler handler) {
        return new NamedArticleHandler(TWO, List.of(handler), false);
    }

    private static Optional<Reply> ask(IntentHandler handler, String question) {
        return handler.answer(Phrases.question(question));
    }

    private static Reply say(IntentHandler handler, String question) {
        return ask(handler, question).orElseThrow(() -> new AssertionError("Nothing is said to: " + question));
    }

    private static List<String> texts(Reply reply) {
        return reply.pieces().stream().map(Reply.Piece::text).toList();
    }

    private static String words(Evidence evidence) {
        return evidence.words() == null
                ? ""
                : evidence.words().of(evidence.article().text());
    }
}
