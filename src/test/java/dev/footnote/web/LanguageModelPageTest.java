package dev.footnote.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import dev.footnote.TownClock;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a language model says, and who may say it. The server's part is played by the test. */
@QuarkusTest
class LanguageModelPageTest extends BrowserTest {

    private static final String TWO =
            """
            {"engines":[
              {"name":"extractive","provider":null,"model":null,"remote":false,"host":null,"default":true},
              {"name":"llm","provider":"openai","model":"gpt-x","remote":true,"host":"api.example.com","default":false}]}""";

    private static final String REMOTE_BY_DEFAULT =
            TWO.replace("\"default\":true", "\"default\":null").replace("\"default\":false", "\"default\":true");

    @Test
    void markdownIsSetAndItsMarksStandWhereTheClaimsEnd() {
        Page page = open("/");
        answered(page, spoken());

        ask(page, QUESTION);

        assertThat(page.locator(".answer > p")).hasText("It comes to this:");
        assertThat(page.locator(".answer li")).hasCount(2);
        assertThat(page.locator(".answer li").first().locator("strong")).hasText(TownClock.ANSWER);
        assertThat(page.locator(".answer li").first().locator(".cite")).hasText("1");
        assertThat(page.locator(".answer li").nth(1).locator("code")).hasText(TownClock.INTERVIEWER);
        assertThat(page.locator(".answer")).not().containsText("**");
        page.locator(".answer .cite").first().click();
        assertThat(page.locator(".text mark").first()).containsText(TownClock.CLAIM);
    }

    @Test
    void markupLinksAndImagesOfAModelStayText() {
        Page page = open("/");
        String attack = "<img src=x onerror=alert(1)> [here](javascript:alert(2)) ![x](https://example.com/x.png) [1]";
        answered(
                page,
                new SpokenAnswer(QUESTION).say(attack + "\n\n").claim(TownClock.ANSWER, "supported", TownClock.CLAIM));

        ask(page, QUESTION);

        assertThat(page.locator(".answer")).containsText(attack);
        assertThat(page.locator(".answer a:not(.cite), .answer img")).hasCount(0);
        assertThat(page.locator(".answer .cite")).hasCount(1);
    }

    @Test
    void doubtfulClaimsAreMarkedInWords() {
        Page page = open("/");
        answered(
                page,
                new SpokenAnswer(QUESTION)
                        .claim(TownClock.ANSWER + " designed them.", "supported", TownClock.CLAIM)
                        .say(" ")
                        .claim("Odell spoke at dawn.", "partial", TownClock.INTERVIEW)
                        .say(" ")
                        .claim("It rained."));

        ask(page, QUESTION);

        assertThat(page.locator(".doubt")).hasCount(2);
        assertThat(page.locator(".doubt--partial")).containsText("partly supported");
        assertThat(page.locator(".doubt--partial"))
                .hasAttribute("title", "The cited sentence says only a part of this.");
        assertThat(page.locator(".doubt--unsupported")).containsText("not supported");
        assertThat(page.locator(".claim:has(+ .doubt)")).hasText("It rained.");
    }

    @Test
    void whatWasSaidIsVoidWhenTheReaderAnswersInTheModelsPlace() {
        Page page = open("/");
        answered(
                page,
                new SpokenAnswer(QUESTION)
                        .claim("**Odell** designed them", "partial", TownClock.INTERVIEW)
                        .reset()
                        .claim("Falk *designed*", "supported", TownClock.CLAIM));

        ask(page, QUESTION);

        assertThat(page.locator(".answer")).hasText("Falk *designed*1");
        assertThat(page.locator(".turn .remark")).containsText("The reader answered in its place");
        assertThat(page.locator(".spoke")).hasCount(0);
    }

    @Test
    void anAnswerThatBreaksOffKeepsWhatWasSaid() {
        Page page = open("/");
        page.context().unroute("**/api/v1/engines");
        engines(page.context(), REMOTE_BY_DEFAULT);
        page.reload();
        assertThat(page.locator("[data-engine-note]")).isVisible();
        page.route("**/api/v1/ask", route -> fulfil(route, "text/event-stream", spoken().unfinished()));

        ask(page, QUESTION);

        assertThat(page.locator(".answer li")).hasCount(2);
        assertThat(page.locator(".answer .cite")).hasCount(2);
        assertThat(page.locator(".fault")).containsText("The answer did not arrive.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void onlyWhatALanguageModelAnsweredIsAnsweredAgain(boolean isPhone) {
        Page page = isPhone ? phone("/", ColorScheme.LIGHT) : open("/");
        ask(page, QUESTION);
        assertThat(page.locator("[data-again]")).hasCount(0);
        if (isPhone) {
            page.locator("[data-more]").click();
            assertThat(page.locator("#answer-menu [data-act=link]")).isVisible();
            assertThat(page.locator("#answer-menu [data-act=again]")).isHidden();
            page.keyboard().press("Escape");
        }

        answered(page, spoken());
        ask(page, QUESTION);

        assertThat(page.locator("[data-again]")).hasCount(1);
        if (isPhone) {
            page.locator("[data-more]").last().click();
            assertThat(page.locator("#answer-menu [data-act=again]")).isVisible();
        } else {
            assertThat(page.locator("[data-again]")).isVisible();
        }
    }

    @Test
    void withTheReaderAloneNothingIsSaidOfEngines() {
        Page page = open("/");

        ask(page, QUESTION);

        assertThat(page.locator("[data-engine]")).isHidden();
        assertThat(page.locator("[data-engine-note]")).isHidden();
        assertThat(page.locator(".spoke")).hasCount(0);
    }

    @Test
    void aRemoteEngineIsNamedBeforeItIsAskedAndTheChoiceIsKept() {
        Page page = with(TWO, ColorScheme.LIGHT, false);
        assertThat(page.locator("[data-engine-note]")).isHidden();

        page.locator("[data-engine]").selectOption("llm");

        assertThat(page.locator("[data-engine-note]"))
                .hasText("Answers come from gpt-x at api.example.com: your question and the passages leave this"
                        + " machine.");
        page.reload();
        assertThat(page.locator("[data-engine]")).hasValue("llm");
        assertThat(page.locator("[data-engine-note]")).isVisible();
        answered(page, spoken());
        Request asked = page.waitForRequest("**/api/v1/ask", () -> ask(page, QUESTION));
        assertThat(asked.postData()).contains("\"engine\":\"llm\"");
        assertThat(page.locator(".spoke")).hasText("Answered by gpt-x at api.example.com");
    }

    @Test
    void aQuestionThatComesBeforeARemoteEngineIsNamedGoesBackIntoTheBox() {
        Page page = with(REMOTE_BY_DEFAULT, ColorScheme.LIGHT, true);
        page.onRequest(request -> {
            if (request.url().endsWith("/ask")) {
                complaints.add("It was asked.");
            }
        });
        page.locator("#ask").fill(QUESTION);
        page.locator("#ask").press("Enter");
        assertThat(page.locator("#ask")).hasValue("");

        page.evaluate("() => fetch('/let-go')");

        assertThat(page.locator("#ask")).hasValue(QUESTION);
        assertThat(page.locator("[data-engine-note]")).isVisible();
        assertThat(page.locator(".turn")).hasCount(0);
    }

    @Test
    void aServerThatDoesNotTellWhoAnswersIsAskedForTheReader() {
        Page page = visit("/", new Browser.NewContextOptions());
        complaintsAllowed(500);
        page.context().unroute("**/api/v1/engines");
        page.context()
                .route(
                        "**/api/v1/engines",
                        route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                                .setStatus(500)
                                .setBody("{}")));
        page.reload();

        Request asked = page.waitForRequest("**/api/v1/ask", () -> ask(page, QUESTION));

        assertThat(asked.postData()).contains("\"engine\":\"extractive\"");
        assertThat(page.locator(".answer")).containsText(TownClock.ANSWER);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, false", "DARK, false", "LIGHT, true", "DARK, true"})
    void everyStateIsAccessibleAndPhotographed(ColorScheme scheme, boolean isPhone) {
        String suffix = (isPhone ? "phone-" : "wide-") + scheme.name().toLowerCase(Locale.ROOT);
        Browser.NewContextOptions size = isPhone
                ? new Browser.NewContextOptions().setViewportSize(390, 844).setHasTouch(true)
                : new Browser.NewContextOptions().setViewportSize(1280, 900);
        Page page = visit("/", size.setColorScheme(scheme));
        page.context().unroute("**/api/v1/engines");
        engines(page.context(), REMOTE_BY_DEFAULT);
        page.reload();
        assertThat(page.locator("[data-engine-note]")).isVisible();
        look(page, "engine-" + suffix);
        answered(
                page,
                spoken().say("\n\n")
                        .claim("Odell spoke at dawn.", "partial", TownClock.INTERVIEW)
                        .say(" ")
                        .claim("It rained in Ashmere.")
                        .with("question_understood", "Who designed the hands of the tower clock of Ashmere?"));
        ask(page, QUESTION);
        look(page, "model-" + suffix);
    }

    private static SpokenAnswer spoken() {
        return new SpokenAnswer(QUESTION)
                .say("It comes to this:\n\n- ")
                .claim("**" + TownClock.ANSWER + "** designed them.", "supported", TownClock.CLAIM)
                .say("\n- ")
                .claim("Odell spoke to `" + TownClock.INTERVIEWER + "`.", "supported", TownClock.INTERVIEW);
    }

    private static void answered(Page page, SpokenAnswer answer) {
        page.route("**/api/v1/ask", route -> fulfil(route, "text/event-stream", answer.stream()));
    }

    /** A page over these engines; one that is held learns of them when it has fetched {@code /let-go}. */
    private Page with(String engines, ColorScheme scheme, boolean isHeld) {
        var context = context(
                new Browser.NewContextOptions().setViewportSize(1280, 900).setColorScheme(scheme));
        context.unroute("**/api/v1/engines");
        if (!isHeld) {
            engines(context, engines);
        } else {
            context.route(
                    "**/api/v1/engines",
                    held -> context.route("**/let-go", route -> {
                        fulfil(route, "text/plain", "");
                        fulfil(held, "application/json", engines);
                    }));
        }
        Page page = watched(context.newPage());
        page.navigate(server().toString());
        assertThat(page).hasTitle(Pattern.compile("Footnote"));
        return page;
    }
}
