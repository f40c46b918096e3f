package dev.footnote.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.footnote.TownClock;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text held against the article. What the server would find is given by the test. */
@QuarkusTest
class VerifyPageTest extends BrowserTest {

    private static final String TRUE = TownClock.SPOKEN_ANSWER;
    private static final String PARTLY = "Odell spoke at dawn.";
    private static final String FALSE = "Odell designed them.";
    private static final String BESIDE = "<b>It rained.</b>";

    private static final String TEXT =
            """
            Notes:

            %s %s %s %s""".formatted(TRUE, PARTLY, FALSE, BESIDE);

    @Test
    void eachSentenceIsShownWithWhatTheArticleSaysToIt() {
        Page page = open("/");
        Request request = check(page, TEXT);

        assertThat(request.postData()).contains("\"article_ids\":[\"").contains(TRUE);
        assertThat(page.locator(".checked h3"))
                .hasText("4 sentences: 1 supported, 1 partly supported, 2 not supported.");
        assertThat(page.locator(".checked h3")).isFocused();
        assertThat(page.locator(".checked .remark")).hasText("A warning.");
        assertThat(page.locator(".count"))
                .hasText(new String[] {"1 Supported", "1 Partly supported", "2 Not supported"});
        assertThat(page.locator(".typeset p")).hasCount(2);
        assertThat(page.locator(".typeset p").first()).hasText("Notes:");
        Locator sentences = page.locator(".checked-sentence .claim");
        assertThat(sentences).hasText(new String[] {TRUE, PARTLY, FALSE, BESIDE});
        Locator notes = page.locator(".note");
        assertThat(notes.locator(".sure"))
                .hasText(new String[] {"Supported", "Partly supported", "Not supported", "Not supported"});
        assertThat(notes.nth(1).locator(".note-words")).hasText("article: " + TownClock.INTERVIEW);
        assertThat(notes.nth(2).locator(".instead")).hasText("article: " + TownClock.ANSWER);
        assertThat(notes.nth(3)).containsText("Nothing in the article is close to this.");
        assertThat(page.locator(".checked-sentence--unsupported").first()).hasCSS("text-decoration-style", "wavy");
        // The same place is one footnote, whichever sentence stands on it.
        assertThat(page.locator(".typeset .cite")).hasText(new String[] {"1", "2", "1"});
    }

    @Test
    void theCheckIsReachedFromTheFirstScreenAndTheMenuOfArticles() {
        Page page = open("/");
        page.locator(".hero").click();
        assertThat(page.locator("#check-text")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator(".hero")).isFocused();

        page.locator("[data-open=library]").click();
        page.locator("#library [data-check]").click();

        assertThat(page.locator("#check-text")).isFocused();
    }

    @Test
    void aCheckedTextIsPrintedWithTheWordsBesideItAndNothingElse() {
        Page page = open("/");
        check(page, TEXT);

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.locator(".typeset")).isVisible();
        assertThat(page.locator(".note").first()).isVisible();
        assertThat(page.locator("#check-text")).isHidden();
        assertThat(page.locator(".reader")).isHidden();
        assertThat(page.locator(".top")).isHidden();
    }

    @Test
    void theServerItselfChecksAgainstTheArticle() {
        Page page = open("/");
        openCheck(page);
        page.locator("#check-text").fill(TRUE);

        page.locator("#check [type=submit]").click();

        assertThat(page.locator(".note .sure")).hasText("Supported");
        page.locator(".typeset .cite").first().click();
        assertThat(page.locator(".text mark:focus")).containsText(TownClock.CLAIM);
    }

    @Test
    void aCheckIsKeptUnderALinkThatOpensItAgainUntilItIsTakenBack() {
        complaintsAllowed(404);
        Page page = open("/");
        openCheck(page);
        page.locator("#check-text").fill(TRUE);
        page.locator("#check [type=submit]").click();
        page.locator("[data-check-copy]").click();
        String link = page.locator("[data-check-link] input").inputValue();

        Page other = open(link);

        assertThat(other.locator("#check-text")).hasValue(TRUE);
        assertThat(other.locator(".note .sure")).hasText("Supported");
        other.locator(".typeset .cite").first().click();
        assertThat(other.locator(".text mark:focus")).containsText(TownClock.CLAIM);
        page.locator("[data-check-back]").click();
        assertThat(page.locator("[data-check-link]")).containsText("It is taken back");
        other.reload();
        assertThat(other.locator("h1")).containsText("No checked text is kept here.");
    }

    @Test
    void aSentenceLeadsToTheArticleAndBack() {
        Page page = open("/");
        check(page, TEXT);

        page.locator(".typeset .cite").nth(1).click();

        assertThat(page.locator(".text mark:focus")).hasText(TownClock.INTERVIEW);
        page.locator("[data-back]").click();
        assertThat(page.locator(".typeset .cite").nth(1)).isFocused();
        page.locator(".note .where").first().click();
        assertThat(page.locator(".text mark:focus")).hasText(TownClock.CLAIM);
    }

    @Test
    void theConversationIsThereWhenTheCheckIsLeft() {
        Page page = open("/");
        ask(page, QUESTION);
        check(page, TEXT);
        assertThat(page.locator(".turn")).isHidden();
        assertThat(page.locator(".composer")).isHidden();

        page.keyboard().press("Escape");

        assertThat(page.locator(".turn")).isVisible();
        assertThat(page.locator("#check")).isHidden();
        assertThat(page.locator(".top [data-check]")).isFocused();
        page.locator(".top [data-check]").click();
        assertThat(page.locator("#check-text")).hasValue(TEXT);
        assertThat(page.locator(".note")).hasCount(4);
        page.locator("[data-new-chat]").first().click();
        assertThat(page.locator("#ask")).isFocused();
    }

    @Test
    void aTextThatIsTooLongIsNotSent() {
        Page page = open("/");
        page.route("**/api/v1/verify", route -> complaints.add("It was sent."));
        page.locator(".top [data-check]").click();

        page.locator("#check-text").fill("x".repeat(20_001));
        page.locator("#check [type=submit]").click();

        assertThat(page.locator("[data-check-limit]"))
                .hasText("20,001 of at most 20,000 characters. Shorten the text.");
        assertThat(page.locator("#check-text")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#check-text")).isFocused();
    }

    @Test
    void aCheckThatFailsSaysSoAndKeepsTheText() {
        Page page = open("/");
        complaintsAllowed(429);
        page.route(
                "**/api/v1/verify",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(429)
                        .setContentType("application/problem+json")
                        .setBody("{\"title\":\"Too Many Requests\",\"detail\":\"Wait 3 s.\"}")));
        page.locator(".top [data-check]").click();
        page.locator("#check-text").fill(TEXT);

        page.locator("#check [type=submit]").click();

        assertThat(page.locator("#check .fault")).containsText("Wait 3 s.");
        assertThat(page.locator("#check-text")).hasValue(TEXT);
        assertThat(page.locator("#check [type=submit]")).isEnabled();
    }

    @Test
    void allArticlesCanBeCheckedAgainst() {
        add("The harbour bridge was painted green by Ada Lamb in 1931.", "Bridge");
        Page page = open("/");
        page.locator(".top [data-check]").click();
        page.locator("[data-check-scope] [value=all]").check();

        Request request = check(page, TEXT);

        assertThat(request.postData()).contains("\"article_ids\":[]");
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, false", "DARK, false", "LIGHT, true", "DARK, true"})
    void everyStateIsAccessibleAndPhotographed(ColorScheme scheme, boolean isPhone) {
        String suffix = (isPhone ? "phone-" : "wide-") + scheme.name().toLowerCase(Locale.ROOT);
        Page page = isPhone ? phone("/", scheme) : wide("/", scheme);
        openCheck(page);
        look(page, "check-empty-" + suffix);
        page.locator("#check-text").fill("x".repeat(20_001));
        look(page, "check-long-" + suffix);
        check(page, TEXT);
        look(page, "check-" + suffix);
        page.locator("[data-check-copy]").click();
        assertThat(page.locator("[data-check-link] input")).isVisible();
        page.locator("[data-check-link]").scrollIntoViewIfNeeded();
        look(page, "check-kept-" + suffix);
        page.locator(".typeset .cite").nth(1).click();
        page.waitForTimeout(500);
        look(page, "check-cited-" + suffix);
    }

    private static void openCheck(Page page) {
        if (page.locator("#check").isVisible()) {
            return;
        }
        if (page.locator(".top [data-check]").isVisible()) {
            page.locator(".top [data-check]").click();
        } else {
            page.locator("[data-open=chats]").click();
            page.locator("#chats [data-check]").click();
        }
        assertThat(page.locator("#check-text")).isFocused();
    }

    /** Checks a text that has the sentences of {@link #TEXT}. */
    private static Request check(Page page, String text) {
        page.route("**/api/v1/verify", route -> fulfil(route, "application/json", verdicts(text)));
        openCheck(page);
        page.locator("#check-text").fill(text);
        Request request = page.waitForRequest(
                "**/api/v1/verify", () -> page.locator("#check [type=submit]").click());
        assertThat(page.locator(".note").first()).isVisible();
        return request;
    }

    private static String verdicts(String text) {
        SpokenAnswer article = new SpokenAnswer(QUESTION);
        List<Object> claims = new ArrayList<>();
        claims.add(claim(text, TRUE, "supported", null, List.of(article.citation(1, TownClock.CLAIM, "supported"))));
        claims.add(claim(text, PARTLY, "partial", null, List.of(article.citation(1, TownClock.INTERVIEW, "partial"))));
        claims.add(claim(
                text,
                FALSE,
                "unsupported",
                TownClock.ANSWER,
                List.of(article.citation(1, TownClock.CLAIM, "unsupported"))));
        claims.add(claim(text, BESIDE, "unsupported", null, List.of()));
        return SpokenAnswer.json(Map.of("claims", claims, "warnings", List.of("A warning."), "url", "/checks/kept"));
    }

    private static Map<String, Object> claim(
            String text, String sentence, String support, @Nullable String instead, List<?> citations) {
        int start = text.indexOf(sentence);
        Map<String, Object> claim = new HashMap<>(Map.of(
                "text", sentence,
                "start_index", start,
                "end_index", start + sentence.length(),
                "support", support,
                "support_score", 0.5,
                "citations", citations));
        claim.put("instead", instead);
        return claim;
    }
}
