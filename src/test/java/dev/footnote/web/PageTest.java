package dev.footnote.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import dev.footnote.TownClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page in a real browser, over the real server and its models. */
@QuarkusTest
class PageTest extends BrowserTest {

    @Test
    void theFirstQuestionIsAnsweredWithItsSentenceLitUp() {
        Page page = open("/");
        assertThat(page.locator(".asks [data-ask]").first()).isVisible();

        ask(page, QUESTION);

        assertThat(page.locator(".answer")).containsText(TownClock.ANSWER);
        assertThat(page.locator(".turn .sure"))
                .hasText(Pattern.compile("Stated in the article|Likely, check the passages"));
        String citedText = citation(page, "cited_text");
        assertThat(page.locator(".text mark").first()).hasText(citedText);
        assertThat(page.locator(".text mark .words")).hasText(TownClock.ANSWER);
        assertThat(page.locator(".turn .words").first()).hasText(TownClock.ANSWER);
    }

    @Test
    void aSuggestedQuestionIsAnsweredWithOnePress() {
        Page page = open("/");
        Locator suggestion = page.locator(".asks [data-ask]").first();
        String question = suggestion.innerText().strip();

        suggestion.click();

        assertThat(page.locator(".turn .q")).hasText(question);
        assertThat(page.locator(".turn .cite").first()).isVisible();
    }

    @Test
    void aCitationLeadsToItsSentenceAndBack() {
        Page page = open("/");
        ask(page, QUESTION);
        page.locator(".page").evaluate("page => page.scrollTop = page.scrollHeight");

        page.locator(".answer .cite").first().click();

        Locator mark = page.locator(".text mark").first();
        assertThat(mark).isFocused();
        assertThat(mark).isInViewport();
        assertThat(mark).hasText(citation(page, "cited_text"));
        assertThat(page.locator("[data-position]")).hasText(Pattern.compile("Citation 1 of \\d+"));
        page.locator("[data-back]").click();
        assertThat(page.locator(".answer .cite").first()).isFocused();
        mark.click();
        assertThat(page.locator(".answer .cite").first()).isFocused();
    }

    @Test
    void theCardOpensOnFocusAndIsReachableByTab() {
        Page page = open("/");
        ask(page, QUESTION);
        page.locator("#ask").focus();
        Locator cite = page.locator(".answer .cite").first();
        while (!cite.evaluate("cite => cite === document.activeElement").equals(true)) {
            page.keyboard().press("Shift+Tab");
        }

        assertThat(page.locator("#card")).isVisible();
        assertThat(page.locator("#card blockquote")).hasText(citation(page, "cited_text"));
        page.keyboard().press("Tab");
        assertThat(page.locator("[data-card-open]")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator("#card")).isHidden();
        assertThat(cite).isFocused();
    }

    @Test
    void theCardStaysWhileThePointerIsInIt() {
        Page page = open("/");
        ask(page, QUESTION);
        page.locator(".answer .cite").first().hover();
        assertThat(page.locator("#card")).isVisible();

        page.locator("[data-card-copy]").hover();
        page.waitForTimeout(600);

        assertThat(page.locator("#card")).isVisible();
        page.locator(".hello, .q").first().hover();
        assertThat(page.locator("#card")).isHidden();
    }

    @Test
    void onAPhoneACitationOpensTheArticleAsASheet() {
        Page page = phone("/", ColorScheme.LIGHT);
        ask(page, QUESTION);
        assertThat(page.locator(".reader")).isHidden();

        page.locator(".answer .cite").first().click();

        assertThat(page.locator(".reader")).isVisible();
        assertThat(page.locator(".text mark").first()).isFocused();
        assertThat(page.locator(".text mark").first()).isInViewport();
        page.keyboard().press("Escape");
        assertThat(page.locator(".reader")).isHidden();
        assertThat(page.locator(".answer .cite").first()).isFocused();
    }

    @Test
    void everythingCanBeDoneWithTheKeyboard() {
        Page page = open("/");
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("/");
        assertThat(page.locator("#ask")).isFocused();
        int half = QUESTION.indexOf(" the ");
        page.keyboard().type(QUESTION.substring(0, half));
        page.keyboard().press("Shift+Enter");
        page.keyboard().type(QUESTION.substring(half + 1));
        page.keyboard().press("Enter");
        assertThat(page.locator(".turn .meta .actions")).isVisible();
        page.keyboard().press("ArrowUp");
        assertThat(page.locator("#ask")).hasValue(QUESTION.substring(0, half) + "\n" + QUESTION.substring(half + 1));
        page.locator("#ask").fill("");
        page.locator(".thread").focus();
        page.keyboard().press("1");
        assertThat(page.locator(".text mark").first()).isFocused();
        page.keyboard().press("b");
        assertThat(page.locator(".answer .cite").first()).isFocused();
        page.keyboard().press("j");
        assertThat(page.locator(".text mark:focus")).isVisible();
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        page.locator("[data-single-keys]").uncheck();
        page.keyboard().press("Escape");
        assertThat(page.locator("#keys")).isHidden();
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isHidden();
    }

    @Test
    void aReloadKeepsTheChatItsMarksAndTheDraft() {
        Page page = open("/");
        ask(page, QUESTION);
        String before = page.locator(".turn").innerHTML();
        page.locator("#ask").fill("A question that is not");

        page.reload();

        assertThat(page.locator(".turn")).hasCount(1);
        assertThat(page.locator(".turn").innerHTML().replace(" aria-current=\"true\"", ""))
                .isEqualTo(before.replace(" aria-current=\"true\"", ""));
        assertThat(page.locator("#ask")).hasValue("A question that is not");
        page.locator(".answer .cite").first().click();
        assertThat(page.locator(".text mark").first()).hasText(citation(page, "cited_text"));
    }

    @Test
    void aNewChatBeginsEmptyAndTheEarlierOneIsListed() {
        Page page = open("/");
        ask(page, QUESTION);
        page.locator("[data-new-chat]").first().click();
        assertThat(page.locator(".turn")).hasCount(0);
        assertThat(page.locator(".empty")).isVisible();

        page.locator("[data-open=chats]").click();
        page.locator("[data-chat]").click();

        assertThat(page.locator(".turn .q")).hasText(QUESTION);
        assertThat(page.locator(".answer .cite").first()).isVisible();
    }

    @Test
    void aDeepLinkWorksWithoutJavaScript() {
        JsonPath answer = answerTo(QUESTION);
        String url = answer.getString("citations[0].url");
        Page page = context(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(false)
                        .setViewportSize(1280, 600))
                .newPage();

        page.navigate(server().resolve(url).toString());

        assertThat(page.locator("mark")).hasText(answer.getString("citations[0].cited_text"));
        assertThat(page.locator("mark")).isInViewport();
        assertThat(page.locator(".composer")).isHidden();
        assertThat(page.locator("noscript p")).isVisible();
    }

    @Test
    void aChangedArticleIsMarkedOnlyWhereTheQuoteIsFoundAgain() {
        String id = add("The keeper of the lighthouse was Ada Lamb. It burned down in 1931.", "Lighthouse");
        Page page = open("/articles/" + id);
        ask(page, "Who was the keeper of the lighthouse?");
        assertThat(page.locator(".text mark").first()).hasText(citation(page, "cited_text"));
        String link = page.locator(".answer .cite").first().getAttribute("href");

        replace(id, "A new beginning.\n\nThe keeper of the lighthouse was Ada Lamb. It burned down in 1931.");
        page.reload();
        page.locator(".answer .cite").first().click();
        assertThat(page.locator(".text mark").first()).hasText(citation(page, "cited_text"));

        Page elsewhere = open(link);
        assertThat(elsewhere.locator("mark")).hasCount(0);
        assertThat(elsewhere.locator(".notice").first()).containsText("has changed");

        replace(id, "Nothing of this is left but one sentence about the sea.");
        page.reload();
        page.locator(".answer .cite").first().click();
        assertThat(page.locator(".notice").first()).containsText("has changed");
        assertThat(page.locator(".text mark")).hasCount(0);
    }

    @Test
    void anUploadedFileCanBeReadAskedAndDeleted() {
        Page page = open("/");
        page.locator("[data-open=library]").click();
        page.locator("#file")
                .setInputFiles(new FilePayload(
                        "bridge.txt",
                        "text/plain",
                        "The harbour bridge was painted green by Ada Lamb in 1931.".getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator(".text")).containsText("painted green");
        added.add(page.locator(".text").getAttribute("data-article"));
        page.keyboard().press("Escape");
        assertThat(page.locator(".composer .scope")).isVisible();

        ask(page, "Who painted the harbour bridge green?");
        assertThat(page.locator(".answer")).containsText("Ada Lamb");

        page.locator("[data-open=library]").click();
        page.locator("li:has([aria-current]) [data-delete]").click();
        page.locator(".confirm .btn--danger").click();
        assertThat(page.locator(".text")).not().containsText("painted green");
        assertThat(page.locator(".composer .scope")).isHidden();
    }

    @Test
    void aFileThatCannotBeReadIsReportedWithTheRemedy() {
        Page page = open("/");
        complaintsAllowed(415, 422);
        page.locator("[data-open=library]").click();

        page.locator("#file").setInputFiles(new FilePayload("photo.png", "image/png", new byte[] {(byte) 0x89, 0, 1}));

        assertThat(page.locator(".uploads .failed small")).containsText("photo.png");
    }

    @Test
    void aServerThatAsksForAKeyGetsIt() {
        Page page = open("/");
        complaintsAllowed(401);
        page.route("**/api/v1/articles", route -> {
            boolean isAllowed = "Bearer secret".equals(route.request().headers().get("authorization"));
            if (route.request().method().equals("GET") || isAllowed) {
                route.resume();
            } else {
                route.fulfill(new Route.FulfillOptions().setStatus(401).setBody("{}"));
            }
        });
        page.locator("[data-open=library]").click();
        page.locator("[data-paste]").click();
        page.getByLabel("Text", new Page.GetByLabelOptions().setExact(true))
                .fill("A lamp was lit by Ada Lamb in the harbour.");
        page.locator("[data-paste-form] [type=submit]").click();

        page.locator("#key").fill("wrong");
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-sign-in-text]")).containsText("not a key");
        page.locator("#key").fill("secret");
        page.keyboard().press("Enter");

        assertThat(page.locator(".text")).containsText("A lamp was lit");
        added.add(page.locator(".text").getAttribute("data-article"));
    }

    @Test
    void severalArticlesAreAskedTogetherOrOneAlone() {
        String id = add("The harbour bridge was painted green by Ada Lamb in 1931.", "Bridge");
        Page page = open("/articles/" + id);
        page.locator(".composer [data-scope-all]").click();

        ask(page, QUESTION);

        assertThat(page.locator(".answer")).containsText(TownClock.ANSWER);
        assertThat(page.locator(".text")).containsText("painted green");
        page.locator(".answer .cite").first().click();
        assertThat(page.locator(".text mark").first()).hasText(citation(page, "cited_text"));
        page.goBack();
        assertThat(page.locator(".text")).containsText("painted green");
    }

    @Test
    void aRefusalIsNoErrorAndOffersQuestions() {
        Page page = open("/");

        ask(page, TownClock.BESIDE);

        assertThat(page.locator(".turn.none .sure")).hasText("Not in the article");
        assertThat(page.locator(".fault")).hasCount(0);
        assertThat(page.locator(".turn .cite")).hasCount(0);
        Locator chip = page.locator(".chip").first();
        String question = chip.innerText().strip();
        chip.click();
        assertThat(page.locator(".turn .q").nth(1)).hasText(question);
    }

    @Test
    void anAnswerThatBreaksOffCanBeRetriedInItsPlace() {
        Page page = open("/");
        String events = streamedAnswerTo(QUESTION);
        String half = events.split("event: ?message_end", 2)[0];
        page.route(
                "**/api/v1/ask",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(200)
                        .setContentType("text/event-stream")
                        .setBody(half)));

        ask(page, QUESTION);

        assertThat(page.locator(".fault")).containsText("The answer did not arrive.");
        page.unroute("**/api/v1/ask");
        page.locator(".fault .btn").click();
        assertThat(page.locator(".turn")).hasCount(1);
        assertThat(page.locator(".answer")).containsText(TownClock.ANSWER);
        assertThat(page.locator(".fault")).hasCount(0);
    }

    @Test
    void aServerThatIsGoneIsSaidAndTheQuestionKept() {
        Page page = open("/");
        complaintsAllowed("ERR_CONNECTION_REFUSED");
        page.route("**/api/v1/ask", route -> route.abort("connectionrefused"));

        ask(page, QUESTION);

        assertThat(page.locator(".fault")).containsText("cannot be reached");
        assertThat(page.locator(".q")).hasText(QUESTION);
        page.reload();
        assertThat(page.locator(".fault .btn")).isVisible();
    }

    @Test
    void aRunningAnswerCanBeStopped() {
        Page page = open("/");
        page.route("**/api/v1/ask", route -> {}); // never answered
        page.locator("#ask").fill(QUESTION);
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-stop]")).isVisible();
        page.locator("#ask").fill("The next one");
        page.keyboard().press("Enter");
        assertThat(page.locator("#ask")).hasValue("The next one");

        page.locator("[data-stop]").click();

        assertThat(page.locator(".turn .meta")).containsText("Stopped");
        assertThat(page.locator("#ask")).hasValue("The next one");
    }

    @Test
    void nothingThatIsTypedUploadedOrReadBecomesMarkup() {
        String attack = "<img src=x onerror=alert(1)><script>alert(2)</script>";
        String id = add("Mallory wrote " + attack + " on the wall of the harbour office.", attack);
        Page page = open("/articles/" + id);
        page.onDialog(dialog -> complaints.add("A script ran: " + dialog.message()));

        ask(page, "What did Mallory write on the wall of the harbour office? " + attack);
        page.locator("[data-open=library]").click();
        page.locator("#file")
                .setInputFiles(new FilePayload(
                        attack.replace("/", "") + ".txt",
                        "text/plain",
                        ("Uploaded: " + attack).getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator(".text .body")).containsText("Uploaded: <img");
        added.add(page.locator(".text").getAttribute("data-article"));
        page.navigate(server().resolve("/articles/%3Cimg%20src=x%20onerror=alert(3)%3E")
                .toString());
        complaintsAllowed(404);

        assertThat(page.locator("main")).containsText("<img src=x");
        assertThat(page.locator("img, script:not([src])")).hasCount(0);
    }

    @Test
    void feedbackCountsAtOnceAndTakesReasons() {
        Page page = open("/");
        ask(page, QUESTION);
        page.waitForResponse(
                "**/api/v1/feedback", () -> page.locator("[data-bad]").click());
        assertThat(page.locator("[data-bad]")).hasAttribute("aria-pressed", "true");
        page.getByLabel("Wrong source sentence").check();

        Response response = page.waitForResponse(
                "**/api/v1/feedback", () -> page.getByText("Send feedback").click());

        assertThat(response.status()).isEqualTo(204);
        assertThat(response.request().postData()).contains("wrong source");
        assertThat(page.locator("[data-bad]")).isFocused();
    }

    @Test
    void answersAreCopiedAndExportedWithTheirFootnotes() throws IOException {
        Page page = open("/");
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        ask(page, QUESTION);
        page.locator("[data-copy-menu]").click();
        page.locator("[data-copy=cited]:visible").click();
        assertThat(page.locator(".toast")).hasText("The answer is copied.");
        assertThat((String) page.evaluate("() => navigator.clipboard.readText()"))
                .startsWith(TownClock.NOTED_ANSWER)
                .contains(citation(page, "cited_text"));

        page.locator("[data-open=chats]").click();
        Download download = page.waitForDownload(
                () -> page.locator("[data-export=markdown]").click());

        assertThat(Files.readString(download.path())).contains("## " + QUESTION).contains("[^1-1]: “");
    }

    @Test
    void theFirstLoadIsSmallAndComesFromThisServerOnly() {
        Page page = context(new Browser.NewContextOptions()).newPage();
        List<Response> responses = new ArrayList<>();
        page.onResponse(responses::add);

        page.navigate(server().toString());
        page.waitForLoadState();

        // To read a body is to let further events in.
        int bytes = List.copyOf(responses).stream()
                .mapToInt(response -> compressed(response.body()))
                .sum();
        System.out.println("First load: " + responses.size() + " responses, " + bytes + " bytes compressed");
        assertThat(bytes).isLessThan(80_000);
        assertThat(responses)
                .allSatisfy(response ->
                        assertThat(URI.create(response.url()).getAuthority()).isEqualTo(server().getAuthority()));
    }

    /** As the server sends it. */
    private static int compressed(byte[] body) {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(sent)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sent.size();
    }

    @Test
    void nothingShiftsWhileAnAnswerIsWritten() {
        BrowserContext context = context(new Browser.NewContextOptions().setViewportSize(1280, 900));
        context.addInitScript("window.shifts = 0; new PerformanceObserver(list => list.getEntries()"
                + ".forEach(entry => window.shifts += entry.value)).observe({type: 'layout-shift', buffered: true});");
        Page page = watched(context.newPage());
        page.navigate(server().toString());
        ask(page, QUESTION);
        ask(page, TownClock.WHY);
        page.waitForTimeout(300);

        assertThat(((Number) page.evaluate("() => window.shifts")).doubleValue())
                .isLessThan(0.02);
    }

    @Test
    void longWordsAndRightToLeftTextFitAtTwiceTheSize() {
        String id = add(
                "قال السفير إن القرار لم يعتمد. " + "x".repeat(400) + "\n\nIt was Ada Lamb.", "W" + "o".repeat(150));
        Page page = watched(context(new Browser.NewContextOptions()
                        .setViewportSize(640, 450)
                        .setDeviceScaleFactor(2))
                .newPage());
        page.navigate(server().resolve("/articles/" + id).toString());

        ask(page, "ه".repeat(300) + " " + "w".repeat(300));

        assertThat((Boolean) page.evaluate("() => [document.documentElement, document.querySelector('.thread')]"
                        + ".every(box => box.scrollWidth <= box.clientWidth)"))
                .isTrue();
        assertThat(page.locator("#ask")).isInViewport();
        page.locator("[data-sheet]").click();
        assertThat(page.locator(".text [data-n]").first()).isVisible();
        assertThat((Boolean) page.evaluate("() => { const box = document.querySelector('.page');"
                        + " return box.scrollWidth <= box.clientWidth; }"))
                .isTrue();
    }

    @Test
    void reducedMotionStillsEverything() {
        Page page = watched(context(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE))
                .newPage());
        page.navigate(server().toString());
        ask(page, QUESTION);
        page.locator(".answer .cite").first().click();

        assertThat(page.locator(".text mark").first()).hasCSS("animation-name", "none");
    }

    @Test
    void answersArePrintedWithTheirFootnotes() {
        Page page = open("/");
        ask(page, QUESTION);

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.locator(".quote").first()).isVisible();
        assertThat(page.locator(".composer")).isHidden();
        assertThat(page.locator(".reader")).isHidden();
    }

    /** Does something with the newest answer, on a phone by its menu. */
    private static void act(Page page, boolean isPhone, String what) {
        if (isPhone) {
            page.locator("[data-more]").last().click();
            page.locator("[data-act=" + what + "]").click();
        } else {
            page.locator("[data-" + what + "]").last().click();
        }
    }

    @Test
    void onAPhoneGoingBackClosesTheArticle() {
        Page page = phone("/", ColorScheme.LIGHT);
        ask(page, QUESTION);
        page.locator(".answer .cite").first().click();
        assertThat(page.locator(".reader")).isVisible();

        page.goBack();

        assertThat(page.locator(".reader")).isHidden();
        assertThat(page.locator(".answer .cite").first()).isFocused();
        assertThat(page.locator(".turn")).hasCount(1);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, false", "DARK, false", "LIGHT, true", "DARK, true"})
    void everyStateIsAccessibleAndPhotographed(ColorScheme scheme, boolean isPhone) {
        String suffix = (isPhone ? "phone-" : "wide-") + scheme.name().toLowerCase(Locale.ROOT);
        Page page = isPhone ? phone("/", scheme) : wide("/", scheme);
        look(page, "empty-" + suffix);
        ask(page, QUESTION);
        look(page, "answer-" + suffix);
        ask(page, TownClock.WHY);
        ask(page, TownClock.BESIDE);
        look(page, "refusal-" + suffix);
        page.locator(".answer .cite").first().click();
        page.waitForTimeout(500);
        look(page, "cited-" + suffix);
        if (isPhone) {
            page.keyboard().press("Escape");
        } else {
            page.mouse().move(0, 0);
            page.locator(".answer .cite").first().hover();
            assertThat(page.locator("#card")).isVisible();
            look(page, "card-" + suffix);
            page.locator("[data-keys]").click();
            look(page, "keys-" + suffix);
            page.keyboard().press("Escape");
        }
        page.locator("[data-open=library]").click();
        assertThat(page.locator(".library .pick").first()).isVisible();
        look(page, "library-" + suffix);
        page.locator("[data-paste]").click();
        look(page, "paste-" + suffix);
        page.keyboard().press("Escape");
        page.locator("[data-open=chats]").click();
        look(page, "chats-" + suffix);
        page.keyboard().press("Escape");
        act(page, isPhone, "bad");
        look(page, "feedback-" + suffix);
        page.keyboard().press("Escape");
        page.locator(isPhone ? "[data-more]" : "[data-copy-menu]").last().click();
        look(page, "copy-" + suffix);
        page.keyboard().press("Escape");
        page.route("**/api/v1/ask", route -> {}); // never answered
        page.locator("#ask").fill(QUESTION);
        page.keyboard().press("Enter");
        look(page, "reading-" + suffix);
        page.locator("[data-stop]").click();
        page.unroute("**/api/v1/ask");
        page.route(
                "**/api/v1/ask",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(200)
                        .setContentType("text/event-stream")
                        .setBody("")));
        page.locator("[data-again]").last().click();
        assertThat(page.locator(".fault")).isVisible();
        look(page, "fault-" + suffix);
        complaintsAllowed(404);
        page.navigate(server().resolve("/articles/nothing-here").toString());
        look(page, "missing-" + suffix);
    }
}
