package dev.footnote.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footnote.answer.Answer;
import dev.footnote.answer.Answers;
import dev.footnote.answer.Support;
import dev.footnote.answer.UnverifiedText;
import dev.footnote.answer.VerifiedClaim;
import dev.footnote.answer.VerifiedText;
import dev.footnote.article.Article;
import dev.footnote.article.ArticleSummary;
import dev.footnote.article.Manuscript;
import dev.footnote.article.Metadata;
import dev.footnote.conversation.ConversationConfig;
import dev.footnote.conversation.Feedback;
import dev.footnote.conversation.KeptCheck;
import dev.footnote.conversation.Share;
import dev.footnote.ingestion.SeedRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds of whatever is kept, in each database. */
abstract class StoreContract {

    /** To the microsecond: PostgreSQL knows no nanoseconds. */
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123456Z");

    Database database;

    /** An empty database, migrated. */
    abstract Database open();

    @BeforeEach
    void openIt() {
        database = open();
    }

    @Test
    void articleComesBackAsItWasKept() {
        Article article = new Article(
                "a",
                "Title",
                "Text\n🎉 with \"quotes\"",
                "application/pdf",
                new Metadata("Ann", "1999", "http://x"),
                List.of(0, 5),
                NOON,
                "a.pdf",
                true,
                List.of("Careful."),
                "12345678");
        library(1_000).add(article);

        assertThat(library(1_000).find("a")).contains(article);
        assertThat(library(0).summaries()).containsExactly(ArticleSummary.of(article));
        assertThat(library(0).find("b")).isEmpty();
    }

    @Test
    void articlesKeepTheirPlaceWhenReplacedWhetherCachedOrNot() {
        for (long cache : List.of(0L, 1_000_000L)) {
            StoredLibrary library = library(cache);
            for (String id : List.of("c", "a", "b")) {
                library.add(article(id, "old"));
            }
            library.add(article("c", "new"));
            assertThat(library.summaries()).extracting(ArticleSummary::id).containsExactly("c", "a", "b");
            assertThat(library.find("c").orElseThrow().text()).isEqualTo("new");
            assertThat(library.remove("c")).isTrue();
            assertThat(library.remove("c")).isFalse();
            assertThat(library.find("c")).isEmpty();
            assertThat(library.summaries()).extracting(ArticleSummary::id).containsExactly("a", "b");
            library.remove("a");
            library.remove("b");
        }
    }

    @Test
    void whatIsKnownOfArticlesIsToldWithoutReadingTheirTexts() {
        Article article = article("a", "A 🎉 in the text");
        library(0).add(article);
        for (boolean again : List.of(false, true)) {
            StoredLibrary library = library(0);
            if (!again) {
                library.remove("a");
                library.add(article);
            }
            // No text is there to be read any more.
            database.change("UPDATE article SET text = ''");
            assertThat(library.summaries()).extracting(ArticleSummary::title).containsExactly(article.title());
            assertThat(library.summary("a").orElseThrow().characters())
                    .isEqualTo(article.text().length());
            assertThatThrownBy(() -> library.find("a")).isInstanceOf(IllegalArgumentException.class);
            database.change("UPDATE article SET text = ?", article.text());
        }
    }

    @Test
    void articleIsFoundByItsTextWhetherCachedOrNot() {
        library(0).add(Article.of("a", manuscript("One text."), null, NOON, "a.txt", false));
        for (long cache : List.of(0L, 1_000_000L)) {
            StoredLibrary library = library(cache);
            assertThat(library.findByText("One text.").orElseThrow().id()).isEqualTo("a");
            assertThat(library.findByText("Another text.")).isEmpty();
            assertThat(library.ids()).containsExactly("a");
        }
        StoredLibrary library = library(0);
        library.add(Article.of("a", manuscript("Another text."), null, NOON, "a.txt", false));
        assertThat(library.findByText("One text.")).isEmpty();
        assertThat(library.findByText("Another text.")).isPresent();
        library.remove("a");
        assertThat(library.findByText("Another text.")).isEmpty();
        assertThat(library.ids()).isEmpty();
    }

    @Test
    void anotherReaderOfTheDatabaseSeesEachChangeOrNoneAtAll() {
        StoredLibrary one = library(1_000);
        one.add(article("a", "First."));
        StoredLibrary other = library(1_000);
        assertThat(other.find("a").orElseThrow().text()).isEqualTo("First.");

        one.add(article("b", "Second."));
        one.add(article("a", "Third."));
        assertThat(other.ids()).isEqualTo(database.isShared() ? List.of("a", "b") : List.of("a"));
        assertThat(other.find("a").orElseThrow().text()).isEqualTo(database.isShared() ? "Third." : "First.");

        one.remove("a");
        one.add(article("a", "Fourth."));
        assertThat(one.ids()).containsExactly("b", "a");
        assertThat(other.ids()).isEqualTo(database.isShared() ? List.of("b", "a") : List.of("a"));

        one.remove("b");
        assertThat(other.summary("b")).isEmpty();
        assertThat(library(0).find("a").orElseThrow().text()).isEqualTo("Fourth.");
    }

    @Test
    void aNewArticleTakesNoOthersPlace() {
        StoredLibrary library = library(1_000);
        assertThat(library.addNew(article("a", "First."))).isTrue();
        assertThat(library.addNew(article("a", "Second."))).isFalse();
        assertThat(library.find("a").orElseThrow().text()).isEqualTo("First.");
        assertThat(library.ids()).containsExactly("a");
    }

    @Test
    void whatADatabaseCannotHoldDoesNotFail() {
        StoredFeedback feedback = new StoredFeedback(database);
        feedback.keep(new Feedback("m", false, List.of("a\0b"), "half \ud83c, whole 🎉, none \0.", NOON));
        Feedback kept = feedback.find("m").orElseThrow();
        assertThat(kept.reasons()).containsExactly("a\0b");
        assertThat(kept.text()).startsWith("half ").contains(", whole 🎉, none ");
    }

    private static Manuscript manuscript(String text) {
        return new Manuscript("Title", text, "text/plain", Metadata.NONE, List.of(), List.of());
    }

    @Test
    void articleOf5MillionCharactersComesBackWhole() {
        String text = "A line of text.\n".repeat(312_500);
        library(0).add(article("long", text));
        assertThat(library(0).find("long").orElseThrow().text()).isEqualTo(text);
    }

    @Test
    void answerExpiresAndFeedbackStays() {
        StoredConversations noon = conversations(NOON, 100);
        Answer answer = Answers.answer("m", "c", "Who?");
        noon.keep(answer);
        assertThat(noon.message("m")).contains(answer);
        assertThat(conversations(NOON.plus(Duration.ofHours(24)).minusNanos(1_000), 100)
                        .message("m"))
                .contains(answer);
        assertThat(conversations(NOON.plus(Duration.ofHours(24)), 100).message("m"))
                .isEmpty();

        conversations(NOON.plus(Duration.ofHours(25)), 100).keep(Answers.answer("n", "d", "Who?"));
        assertThat(database.list("SELECT id FROM message", row -> row.getString(1)))
                .containsExactly("n");
    }

    @Test
    void conversationLivesAsLongAsItsLastTurn() {
        Instant evening = NOON.plus(Duration.ofHours(8));
        conversations(NOON, 100).keep(Answers.answer("first", "long", "Who?"));
        conversations(NOON, 100).keep(Answers.answer("only", "short", "Who?"));
        conversations(evening, 100).keep(Answers.answer("second", "long", "And when?"));

        StoredConversations nextDay = conversations(evening.plus(Duration.ofHours(23)), 100);
        assertThat(nextDay.turns("long")).extracting(Answer::messageId).containsExactly("first", "second");
        assertThat(nextDay.lastTurns("long", 1)).extracting(Answer::messageId).containsExactly("second");
        assertThat(nextDay.message("first")).isPresent();
        assertThat(nextDay.turns("short")).isEmpty();
        assertThat(nextDay.turns("never")).isEmpty();

        nextDay.keep(Answers.answer("new", "other", "Who?"));
        assertThat(database.list("SELECT id FROM message", row -> row.getString(1)))
                .containsExactlyInAnyOrder("first", "second", "new");
        assertThat(conversations(evening.plus(Duration.ofHours(24)), 100).turns("long"))
                .isEmpty();
    }

    @Test
    void answerThatIsGivenAgainTakesThePlaceOfTheEarlierOne() {
        StoredConversations conversations = conversations(NOON, 100);
        for (String id : List.of("first", "second", "third")) {
            conversations.keep(Answers.answer(id, "c", "Who?"));
        }

        conversations.replace("second", Answers.answer("again", "c", "Who?"));
        conversations.replace("unknown", Answers.answer("last", "c", "Who?"));
        conversations.replace("third", Answers.answer("foreign", "d", "Who?"));

        assertThat(conversations.turns("c"))
                .extracting(Answer::messageId)
                .containsExactly("first", "again", "third", "last");
        assertThat(conversations.message("second")).isEmpty();
        assertThat(conversations.turns("d")).extracting(Answer::messageId).containsExactly("foreign");
    }

    @Test
    void deletedConversationTakesItsFeedbackAlongAndLeavesItsShares() {
        StoredConversations conversations = conversations(NOON, 100);
        StoredFeedback feedback = new StoredFeedback(database);
        StoredShares shares = new StoredShares(database);
        for (String id : List.of("gone", "kept")) {
            Answer answer = Answers.answer("m-" + id, id, "Who?");
            conversations.keep(answer);
            feedback.keep(new Feedback("m-" + id, true, List.of(), null, NOON));
            shares.keep(new Share("s-" + id, NOON, List.of(answer)));
        }

        assertThat(conversations.delete("gone")).isTrue();
        assertThat(conversations.delete("gone")).isFalse();

        assertThat(conversations.turns("gone")).isEmpty();
        assertThat(feedback.find("m-gone")).isEmpty();
        assertThat(shares.find("s-gone").orElseThrow().turns())
                .extracting(Answer::messageId)
                .containsExactly("m-gone");
        assertThat(conversations.turns("kept")).hasSize(1);
        assertThat(feedback.find("m-kept")).isPresent();

        assertThat(shares.delete("s-gone")).isTrue();
        assertThat(shares.delete("s-gone")).isFalse();
        assertThat(shares.find("s-gone")).isEmpty();
    }

    @Test
    void aKeptCheckIsFoundAsItWasUntilItIsTakenBack() {
        StoredChecks checks = new StoredChecks(database);
        VerifiedClaim claim = new VerifiedClaim("It rained.", 0, 10, Support.UNSUPPORTED, 0.25, List.of(), "It snowed");
        KeptCheck check = new KeptCheck(
                "c",
                NOON,
                new UnverifiedText("It rained.", List.of("a")),
                new VerifiedText(List.of(claim), List.of("A warning.")));
        checks.keep(check);

        assertThat(checks.find("c")).contains(check);
        assertThat(checks.find("d")).isEmpty();
        assertThat(checks.delete("c")).isTrue();
        assertThat(checks.delete("c")).isFalse();
        assertThat(checks.find("c")).isEmpty();
    }

    @Test
    void noMoreAnswersAreKeptThanConfigured() {
        StoredConversations conversations = conversations(NOON, 10);
        for (int i = 0; i < 25; i++) {
            conversations.keep(Answers.answer("m" + i, "c", "Who?"));
        }
        assertThat(database.list("SELECT id FROM message", row -> row.getString(1)))
                .hasSize(10);
        assertThat(conversations.message("m24")).isPresent();
        assertThat(conversations.message("m0")).isEmpty();
    }

    @Test
    void repeatedFeedbackReplaces() {
        StoredFeedback feedback = new StoredFeedback(database);
        feedback.keep(new Feedback("m", true, List.of(), null, NOON));
        Feedback second = new Feedback("m", false, List.of("wrong source"), "No.", NOON);
        feedback.keep(second);
        assertThat(feedback.find("m")).contains(second);
        assertThat(feedback.find("n")).isEmpty();
    }

    @Test
    void seedIsRememberedAsReadOrRemoved() {
        StoredSeedRecords seeds = new StoredSeedRecords(database);
        seeds.remember(new SeedRecord("a.txt", "00", "a"));
        assertThat(seeds.find("a.txt").orElseThrow().isRemoved("00")).isFalse();
        seeds.remember(new SeedRecord("a.txt", "00", null));
        assertThat(seeds.find("a.txt").orElseThrow().isRemoved("00")).isTrue();
        assertThat(seeds.find("a.txt").orElseThrow().isRemoved("01")).isFalse();
        assertThat(seeds.all()).hasSize(1);
        seeds.forget("a.txt");
        assertThat(seeds.find("a.txt")).isEmpty();
    }

    private StoredLibrary library(long cache) {
        return new StoredLibrary(database, cache);
    }

    private StoredConversations conversations(Instant now, int most) {
        record ConversationLimits(Duration retention, int maximumMessages) implements ConversationConfig {}
        return new StoredConversations(
                database, new ConversationLimits(Duration.ofHours(24), most), Clock.fixed(now, ZoneOffset.UTC));
    }

    static Article article(String id, String text) {
        return new Article(
                id,
                "Title",
                text,
                "text/plain",
                Metadata.NONE,
                List.of(),
                NOON,
                id + ".txt",
                false,
                List.of(),
                "12345678");
    }
}
