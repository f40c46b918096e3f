package dev.footnote.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.footnote.TownClock;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conversations on several devices, what is shared of them, and the summary a conversation begins under. */
@QuarkusTest
class ConversationPageTest extends BrowserTest {

    private static final String FIRST = TownClock.INTERVIEWER_QUESTION;
    private static final String NEXT = "And when?";

    /** A question and a follow-up that can be said in a question of its own. */
    private static final String DATED = TownClock.INTERVIEW_DAY_QUESTION;

    private static final String PLACED = "And where?";

    @Test
    void followUpIsReadAfterTheTurnBeforeItAndSaysHow() {
        Page page = open("/");
        ask(page, DATED);
        assertThat(page.locator(".understood")).hasCount(0);

        ask(page, PLACED);

        Locator turn = page.locator(".turn").nth(1);
        assertThat(turn.locator(".answer")).containsText(TownClock.INTERVIEW_PLACE);
        assertThat(turn.locator(".understood")).containsText("Understood as");
        assertThat(turn.locator(".understood q")).hasText(TownClock.INTERVIEW_PLACE_QUESTION);
        assertThat(turn.locator(".remark")).hasCount(0);
    }

    @Test
    void conversationContinuesOnAnotherDeviceAndComesBack() {
        Page here = open("/");
        ask(here, FIRST);
        Page there = open(address(here));
        assertThat(there.locator(".turn .q")).hasText(FIRST);
        assertThat(there.locator(".answer")).containsText(TownClock.INTERVIEWER);
        assertThat(there.locator(".text mark")).hasCount(0);
        there.locator(".answer .cite").first().click();
        assertThat(there.locator(".text mark").first()).hasText(citation(here, "cited_text"));

        ask(there, NEXT);
        assertThat(there.locator(".answer").nth(1)).containsText(TownClock.INTERVIEW_DAY);
        there.reload();
        assertThat(there.locator(".turn")).hasCount(2);

        here.reload();
        assertThat(here.locator(".turn .q")).hasText(new String[] {FIRST, NEXT});
        assertThat(here.locator(".answer").nth(1)).containsText(TownClock.INTERVIEW_DAY);
    }

    @Test
    void questionWhoseAnswerWasLostOnTheWayHasItAfterAReload() {
        Page page = open("/");
        ask(page, FIRST);
        page.route("**/api/v1/ask", route -> {
            route.fetch();
            fulfil(route, "text/event-stream", "");
        });
        ask(page, NEXT);
        assertThat(page.locator(".fault")).isVisible();

        page.reload();

        assertThat(page.locator(".turn")).hasCount(2);
        assertThat(page.locator(".answer").nth(1)).containsText(TownClock.INTERVIEW_DAY);
        assertThat(page.locator(".fault")).hasCount(0);
    }

    @Test
    void anExpiredConversationIsSaidAndTheLocalCopyStays() {
        Page page = open("/");
        ask(page, FIRST);
        String address = address(page);
        given().delete("/api/v1" + address).then().statusCode(204);
        complaintsAllowed(404);

        page.reload();

        assertThat(page.locator("[data-chat-note]")).containsText("The server no longer keeps this conversation");
        assertThat(page.locator(".turn .q")).hasText(FIRST);
        Page elsewhere = open(address);
        assertThat(elsewhere.locator("[data-chat-note]")).containsText("This conversation has expired");
        assertThat(elsewhere.locator(".empty")).isVisible();
        assertThat(elsewhere).hasURL(Pattern.compile("/articles/"));
        ask(elsewhere, QUESTION);
        assertThat(elsewhere.locator("[data-chat-note]")).hasCount(0);
        assertThat(elsewhere.locator(".answer")).containsText(TownClock.ANSWER);
    }

    @Test
    void aConversationIsReadWithoutJavaScript() {
        Page page = open("/");
        ask(page, FIRST);
        Page plain = context(new Browser.NewContextOptions().setJavaScriptEnabled(false))
                .newPage();

        plain.navigate(server().resolve(address(page)).toString());

        assertThat(plain.locator("noscript .answer")).containsText(Pattern.compile(TownClock.INTERVIEWER + ".* \\[1]"));
        assertThat(plain.locator("noscript .where")).hasAttribute("href", Pattern.compile("/articles/.*cite="));
    }

    @Test
    void aDeletedConversationIsForgottenByTheServer() {
        Page page = open("/");
        ask(page, FIRST);
        String api = "/api/v1" + address(page);
        page.locator("[data-open=chats]").click();
        page.locator("[data-delete-chat]").click();
        page.getByText("Keep", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("[data-delete-chat]")).isFocused();
        given().get(api).then().statusCode(200);

        page.locator("[data-delete-chat]").click();
        page.locator(".confirm .btn--danger").click();

        assertThat(page.locator(".toast")).containsText("here and on the server");
        assertThat(page.locator(".turn")).hasCount(0);
        assertThat(page.locator("[data-chat]")).hasCount(0);
        given().get(api).then().statusCode(404);
    }

    @Test
    void aConversationTheServerCannotDeleteIsKept() {
        Page page = open("/");
        ask(page, FIRST);
        complaintsAllowed("ERR_CONNECTION_REFUSED");
        page.route("**/api/v1/conversations/*", route -> route.abort("connectionrefused"));
        page.locator("[data-open=chats]").click();
        page.locator("[data-delete-chat]").click();

        page.locator(".confirm .btn--danger").click();

        assertThat(page.locator(".toast")).containsText("The conversation is kept");
        assertThat(page.locator("[data-chat]")).hasCount(1);
    }

    @Test
    void aShareIsReadByOthersAndTakenBack() {
        Page page = open("/");
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        ask(page, DATED);
        ask(page, PLACED);
        page.locator("[data-share]").first().click();
        assertThat(page.locator("#share")).containsText("Whoever has the link can read");
        page.locator("[data-share-now]").click();
        assertThat(page.locator("[data-share-id]")).hasCount(1);
        String link = (String) page.evaluate("() => navigator.clipboard.readText()");
        assertThat(link).matches("http://localhost:\\d+/shares/[0-9a-f-]{36}");
        assertThat(page.locator("[data-share-id] input")).hasValue(link);

        Page other = open(link);
        assertThat(other.locator(".turn .q")).hasText(new String[] {DATED, PLACED});
        assertThat(other.locator(".understood")).hasCount(1);
        assertThat(other.locator("#ask, [data-again], [data-bad], .chip")).hasCount(0);
        assertThat(other.locator("[data-take-back]")).isHidden();
        other.locator(".answer .cite").first().click();
        assertThat(other.locator(".text mark").first())
                .hasText(citation(page, "cited_text").strip());
        other.keyboard().press("b");
        assertThat(other.locator(".answer .cite").first()).isFocused();

        page.locator("[data-take-back]").click();
        assertThat(page.locator("[data-share-id]")).hasCount(0);
        complaintsAllowed(404);
        other.reload();
        assertThat(other.locator("h1")).hasText("Nothing is shared here.");
    }

    @Test
    void whoeverSharedItTakesItBackOnItsPage() {
        Page page = open("/");
        ask(page, FIRST);
        page.locator("[data-share]").first().click();
        page.locator("[data-share-now]").click();
        String link = page.locator("[data-share-id] input").inputValue();
        page.navigate(link);

        page.locator("[data-take-back]").click();

        assertThat(page.locator(".shared-note")).containsText("It is taken back");
        given().get(link).then().statusCode(404);
    }

    @Test
    void anExpiredConversationCannotBeSharedAndThatIsSaid() {
        Page page = open("/");
        ask(page, FIRST);
        complaintsAllowed(404);
        given().delete("/api/v1" + address(page)).then().statusCode(204);
        page.locator("[data-share]").first().click();

        page.locator("[data-share-now]").click();

        assertThat(page.locator("[data-share-said]")).containsText("no longer keeps this conversation");
    }

    @Test
    void aShareMarksNothingThatChangedAndShowsWhatWasCitedOfAnArticleThatIsGone() {
        String id = add("The keeper of the lighthouse was Ada Lamb. It burned down in 1931.", "Lighthouse");
        String conversation = "share-" + System.nanoTime();
        given().contentType("application/json")
                .body(Map.of(
                        "question",
                        "Who was the keeper of the lighthouse?",
                        "conversation_id",
                        conversation,
                        "article_ids",
                        List.of(id)))
                .post("/api/v1/ask")
                .then()
                .statusCode(200);
        String share =
                given().post("/api/v1/conversations/" + conversation + "/share").path("url");

        replace(id, "Nothing of this is left but one sentence about the sea.");
        Page page = open(share);
        page.locator(".answer .cite").first().click();
        assertThat(page.locator(".notice").first()).containsText("has changed");
        assertThat(page.locator(".text mark")).hasCount(0);

        given().delete("/api/v1/articles/" + id).then().statusCode(204);
        page.reload();
        assertThat(page.locator(".text h2")).hasText("The article is gone");
        assertThat(page.locator(".quote").first()).containsText("Ada Lamb");
        complaintsAllowed(404);
        page.locator(".answer .cite").first().click();
        assertThat(page.locator(".toast")).containsText("has been deleted");
        given().delete("/api/v1" + share).then().statusCode(204);
    }

    @Test
    void theSummaryOfAnArticleLeadsToItsSentences() {
        Page page = open("/");
        Locator summary = page.locator("[data-summary]");
        assertThat(summary.locator(".claim")).hasCount(2);
        String second = summary.locator(".claim").nth(1).innerText();

        summary.locator(".cite").nth(1).click();

        assertThat(page.locator(".text mark:focus")).hasText(second);
        assertThat(page.locator("[data-position]")).hasText("Citation 2 of 2");
        page.locator("[data-back]").click();
        assertThat(summary.locator(".cite").nth(1)).isFocused();
    }

    @Test
    void everyItemHasItsMarkAlsoWhereTwoStandOnOneSentence() {
        String id = add(
                "The old ferry was built in Norway and sold to Chile before the war.\n\n"
                        + "Its bell hangs in the harbour office, where a keeper rings it every evening.",
                "Ferry");
        Page page = open("/articles/" + id);

        ask(page, "which countries are mentioned");

        assertThat(page.locator(".turn .answer")).containsText("Norway");
        assertThat(page.locator(".turn .answer .cite")).hasText(new String[] {"1", "1"});
        assertThat(page.locator(".turn .quote")).hasCount(1);
    }

    @Test
    void anOverviewDoesNotQuoteWhatItConsistsOf() {
        Page page = open("/");

        ask(page, "tl;dr");

        assertThat(page.locator(".turn .answer .cite").first()).hasText("1");
        assertThat(page.locator(".turn .quote")).hasCount(0);
    }

    @Test
    void theSummaryFollowsTheArticleThatIsOpen() {
        String id = add(
                "The harbour bridge was painted green by Ada Lamb in the spring of 1931.\n\n"
                        + "Its lamps are lit by hand every evening by a keeper of the harbour office.",
                "Bridge");
        Page page = open("/");
        page.locator("[data-open=library]").click();
        page.locator(".pick[data-id='" + id + "']").click();

        assertThat(page.locator("[data-summary]")).containsText("painted green");
        page.locator("[data-summary] .cite").first().click();
        assertThat(page.locator(".text mark:focus")).containsText("painted green");
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, false", "DARK, false", "LIGHT, true", "DARK, true"})
    void everyStateIsAccessibleAndPhotographed(ColorScheme scheme, boolean isPhone) {
        String suffix = (isPhone ? "phone-" : "wide-") + scheme.name().toLowerCase(Locale.ROOT);
        Page page = isPhone ? phone("/", scheme) : wide("/", scheme);
        ask(page, DATED);
        ask(page, PLACED);
        look(page, "understood-" + suffix);
        page.locator("[data-open=chats]").click();
        page.locator("[data-delete-chat]").click();
        look(page, "delete-" + suffix);
        page.locator("#chats [data-share]").click();
        look(page, "share-" + suffix);
        page.locator("[data-share-now]").click();
        assertThat(page.locator("[data-share-id]")).hasCount(1);
        look(page, "shared-" + suffix);
        String link = page.locator("[data-share-id] input").inputValue();
        Page read = isPhone ? phone(link, scheme) : wide(link, scheme);
        assertThat(read.locator(".turn")).hasCount(2);
        look(read, "share-page-" + suffix);
        page.navigate(link);
        assertThat(page.locator("[data-take-back]")).isVisible();
        look(page, "share-page-own-" + suffix);
        page.navigate(server().resolve("/").toString());
        complaintsAllowed(404);
        given().delete("/api/v1" + address(page)).then().statusCode(204);
        page.reload();
        assertThat(page.locator("[data-chat-note]")).isVisible();
        look(page, "expired-" + suffix);
        given().delete(link.replace("/shares/", "/api/v1/shares/")).then().statusCode(204);
        read.reload();
        look(read, "share-gone-" + suffix);
        Page elsewhere = isPhone ? phone("/conversations/none", scheme) : wide("/conversations/none", scheme);
        assertThat(elsewhere.locator("[data-chat-note]")).isVisible();
        look(elsewhere, "expired-elsewhere-" + suffix);
    }

    /** Where the conversation that a page shows can be continued. */
    private static String address(Page page) {
        return "/conversations/" + page.evaluate("() => localStorage.getItem('footnote.current')");
    }
}
