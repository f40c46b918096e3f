package dev.footnote.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.article.Article;
import dev.footnote.article.Metadata;
import dev.footnote.model.Encoder;
import dev.footnote.model.Models;
import dev.footnote.passage.Passage;
import dev.footnote.passage.PassageSplitter;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every index of passages, wherever it is kept. */
abstract class PassageIndexContract {

    static final Article HARBOUR =
            article("harbour", "The harbour of Brill was dredged in 1931.\n\nTillerson visited Moscow on Wednesday.");
    static final Article BREAD = article("bread", "Rye bread needs sour dough.\n\nBake it for an hour.");

    final CountingLibrary library = new CountingLibrary();

    /** Opens the index of this test, which is empty at first. */
    abstract PassageIndex open() throws IOException;

    /** How often an article is replaced while it is searched. */
    int replacements() {
        return 100;
    }

    @Test
    void findsByWordsAndByMeaning() throws IOException {
        PassageIndex index = open(HARBOUR, BREAD);
        Retriever retriever = retriever(index);

        assertThat(retriever
                        .retrieve("When was the harbour dredged?", Set.of(), 1)
                        .get(0)
                        .text())
                .contains("1931");
        assertThat(retriever
                        .retrieve("How long does the loaf stay in the oven?", Set.of(), 1)
                        .get(0)
                        .article()
                        .id())
                .isEqualTo("bread");
        index.close();
    }

    @Test
    void wordsOfTheHeadingAboveCountForThePassage() throws IOException {
        PassageIndex index = open(
                article("crew", "The crew is paid monthly.\n\nWounded sailors\n\n- Ida Lund\n- Jon Berg"), HARBOUR);
        List<PassageIndex.PassageMatch> found = index.search(
                        "Which sailors are wounded?",
                        Models.ENCODER.encode(List.of("sailors")).get(0),
                        Set.of(),
                        5)
                .byWords();

        assertThat(found)
                .extracting(match -> match.passage()
                        .span()
                        .of("The crew is paid monthly.\n\nWounded sailors\n\n- Ida Lund\n- Jon Berg"))
                .containsExactly("Wounded sailors", "- Ida Lund", "- Jon Berg");
        index.close();
    }

    @Test
    void encodingOfLettersMakesNoDifferenceToWords() throws IOException {
        Article typeset = article("typeset", "The e\uFB03cient Cafe\u0301 Mar\u00ADston opened in 1931.");
        library.add(typeset);
        PassageIndex index = open(HARBOUR, typeset);
        for (String question : List.of("efficient", "Caf\u00E9", "Marston", "\uFF2Darston")) {
            assertThat(index.search(question, Models.ENCODER.encodeQuestion(question), Set.of(), 5)
                            .byWords())
                    .as(question)
                    .extracting(PassageIndex.PassageMatch::articleId)
                    .containsExactly("typeset");
            assertThat(index.knows(question)).as(question).isTrue();
        }
        Spelling spelling = new Spelling(index, new IndexedArticles(library, index), Models.TOKENIZER);
        assertThat(spelling.respell("When did the Marstan open?").question()).isEqualTo("When did the Marston open?");
        assertThat(spelling.respell("Is the Mar\u00ADston closed?").replaced()).isEmpty();
        assertThat(spelling.respell("Waht did he sya?").question()).isEqualTo("what did he say?");
        index.close();
    }

    @Test
    void looksOnlyWhereItIsTold() throws IOException {
        PassageIndex index = open(HARBOUR, BREAD);

        assertThat(retriever(index).retrieve("When was the harbour dredged?", Set.of("bread", "unknown"), 20))
                .isNotEmpty()
                .allMatch(found -> found.article().id().equals("bread"));
        index.close();
    }

    @Test
    void knowsTheCosineOfAPassageHoweverItWasFound() throws IOException {
        PassageIndex index = open(HARBOUR, BREAD);
        String question = "When was the harbour dredged?";
        float[] vector = Models.ENCODER.encodeQuestion(question);

        PassageIndex.PassageMatches hits = index.search(question, vector, Set.of(), 10);

        assertThat(hits.byWords()).isNotEmpty();
        for (PassageIndex.PassageMatch hit : hits.byWords()) {
            assertThat(hits.byVector().stream()
                            .filter(other -> other.passage().equals(hit.passage())
                                    && other.articleId().equals(hit.articleId()))
                            .map(PassageIndex.PassageMatch::similarity))
                    .containsExactly(hit.similarity());
        }
        index.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+-&|!(){}[]^\"~*?:\\/",
                "text:harbour AND (",
                "article:bread OR *:*",
                "\"unclosed",
                "harbour^99~2",
                "a",
                "🚀",
                "the of and"
            })
    void takesNoQuestionForQuerySyntax(String question) throws IOException {
        PassageIndex index = open(HARBOUR, BREAD);

        List<RetrievedPassage> found = retriever(index).retrieve(question, Set.of("harbour"), 20);

        assertThat(found).isNotEmpty().allMatch(each -> each.article().id().equals("harbour"));
        index.close();
    }

    @Test
    void aReplacedOrRemovedArticleIsNeverFoundAgain() throws IOException {
        PassageIndex index = open(HARBOUR);
        Article renewed = article("harbour", "The harbour of Brill was closed in 1999.");
        put(index, renewed);
        assertThat(retriever(index).retrieve("harbour of Brill", Set.of(), 20))
                .extracting(RetrievedPassage::text)
                .containsExactly("The harbour of Brill was closed in 1999.");

        index.remove("harbour");
        assertThat(retriever(index).retrieve("harbour of Brill", Set.of(), 20)).isEmpty();
        index.close();
    }

    @Test
    void onlyTheTextsOfWhatIsReturnedAreRead() throws IOException {
        PassageIndex index = open(HARBOUR, BREAD, article("mill", "The mill stood by the harbour."));
        assertThat(index.search("harbour", Models.ENCODER.encodeQuestion("harbour"), Set.of(), 50)
                        .byVector())
                .hasSizeGreaterThan(3);
        assertThat(library.textsRead()).isZero();

        assertThat(retriever(index).retrieve("harbour", Set.of(), 1)).hasSize(1);

        assertThat(library.textsRead()).isEqualTo(1);
        index.close();
    }

    @Test
    void supersededArticleCanBeReadUntilItsPassagesAreReplaced() throws IOException {
        PassageIndex index = open(HARBOUR);
        Article renewed = article("harbour", "The harbour of Brill was closed in 1999.");
        index.supersede(HARBOUR);
        library.add(renewed);

        assertThat(retriever(index).retrieve("harbour of Brill", Set.of(), 20))
                .extracting(RetrievedPassage::article)
                .containsOnly(HARBOUR);

        put(index, renewed);
        assertThat(retriever(index).retrieve("harbour of Brill", Set.of(), 20))
                .extracting(RetrievedPassage::article)
                .containsExactly(renewed);
        assertThat(index.superseded("harbour", HARBOUR.revision())).isEmpty();
        index.close();
    }

    @Test
    void aSearchDuringReplacementsSeesOneWholeRevision() throws Exception {
        Article first = article("x", "Alpha one stands here.\n\nAlpha two stands here.\n\nAlpha three stands here.");
        Article second = article("x", "Alpha four stands here.\n\nAlpha five stands here.");
        PassageIndex index = open(first);
        List<EmbeddedPassage> firstPassages = embed(first);
        List<EmbeddedPassage> secondPassages = embed(second);
        float[] vector = Models.ENCODER.encodeQuestion("alpha");
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            for (int i = 0; i < replacements(); i++) {
                index.replace(i % 2 == 0 ? second : first, i % 2 == 0 ? secondPassages : firstPassages);
            }
            done.set(true);
        });
        writer.start();
        while (!done.get()) {
            List<PassageIndex.PassageMatch> hits =
                    index.search("alpha", vector, Set.of(), 10).byWords();
            assertThat(hits.stream().map(PassageIndex.PassageMatch::revision).distinct())
                    .hasSize(1);
            assertThat(hits).hasSize(hits.get(0).revision().equals(first.revision()) ? 3 : 2);
        }
        writer.join();
        index.close();
    }

    @Test
    void whatWasCommittedIsThereAgainWithItsVectors() throws IOException {
        PassageIndex index = open(HARBOUR, BREAD);
        List<String> keys = embed(HARBOUR).stream().map(EmbeddedPassage::key).toList();
        index.commit();
        index.close();

        PassageIndex again = open();
        assertThat(again.vectors(keys)).hasSize(keys.size());
        assertThat(again.vectors(keys).get(keys.get(0)))
                .isEqualTo(embed(HARBOUR).get(0).vector());
        assertThat(again.reopen(() -> revisions(HARBOUR, BREAD))).containsExactlyInAnyOrder("harbour", "bread");
        assertThat(retriever(again).retrieve("harbour", Set.of(), 1)).hasSize(1);
        again.close();
    }

    @Test
    void articlesThatAreGoneOrChangedAreForgottenAtReopening() throws IOException {
        PassageIndex index = open(HARBOUR, BREAD);
        index.commit();
        index.close();

        PassageIndex again = open();
        assertThat(again.reopen(() -> revisions(article("harbour", "Another text altogether."))))
                .isEmpty();
        assertThat(again.size()).isZero();
        again.close();
    }

    @Test
    void misspeltNamesAreReadAsTheClosestWordOfTheArticles() throws IOException {
        PassageIndex index = open(HARBOUR, BREAD);
        Spelling spelling = new Spelling(index, new IndexedArticles(library, index), Models.TOKENIZER);

        assertThat(spelling.respell("wat did tilersen do in Moscw?"))
                .isEqualTo(new Spelling.Respelt("wat did Tillerson do in Moscow?", List.of("Tillerson", "Moscow")));
        assertThat(spelling.respell("When was Tillersen's visit?").question()).isEqualTo("When was Tillerson's visit?");
        // What is one letter away is misspelt, two words written as one are not where two letters differ.
        assertThat(spelling.respell("Is there a carhour?").replaced()).isEmpty();
        // Known words stay, near as they are to words of the articles, and so do names that are near to none.
        assertThat(spelling.respell("Does the thread need an our, or a Zanquiver?")
                        .replaced())
                .isEmpty();
        index.close();
    }

    static Map<String, String> revisions(Article... articles) {
        return Stream.of(articles).collect(Collectors.toMap(Article::id, Article::revision));
    }

    PassageIndex open(Article... articles) throws IOException {
        PassageIndex index = open();
        for (Article article : articles) {
            put(index, article);
        }
        return index;
    }

    void put(PassageIndex index, Article article) {
        library.add(article);
        index.replace(article, embed(article));
    }

    static List<EmbeddedPassage> embed(Article article) {
        List<Passage> passages = new PassageSplitter(Models.TOKENIZER::count, 120).split(article.text());
        List<String> texts = passages.stream()
                .map(passage -> passage.span().of(article.text()))
                .toList();
        List<float[]> vectors = Models.ENCODER.encode(texts);
        List<EmbeddedPassage> embedded = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            embedded.add(new EmbeddedPassage(passages.get(i), VectorKey.of(Encoder.ID, texts.get(i)), vectors.get(i)));
        }
        return embedded;
    }

    Retriever retriever(PassageIndex index) {
        return new Retriever(index, new IndexedArticles(library, index), Models.ENCODER, new PassageLimits(50, 8));
    }

    static Article article(String id, String text) {
        return new Article(
                id,
                id,
                text,
                "text/plain",
                Metadata.NONE,
                List.of(),
                Instant.EPOCH,
                id + ".txt",
                false,
                List.of(),
                Article.revisionOf(text));
    }
}
