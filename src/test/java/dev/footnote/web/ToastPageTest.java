package dev.footnote.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.footnote.TownClock;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said in passing stands beside what was pressed and does not cover it. */
@QuarkusTest
class ToastPageTest extends BrowserTest {

    /** How far it may be from what was pressed, in pixels. */
    private static final double NEAR = 12;

    @ParameterizedTest
    @CsvSource({"LIGHT, false", "DARK, false", "LIGHT, true", "DARK, true"})
    void whatIsSaidOfAnAnswerStandsBesideItsButtons(ColorScheme scheme, boolean isPhone) {
        String suffix = (isPhone ? "phone-" : "wide-") + scheme.name().toLowerCase(Locale.ROOT);
        Page page = isPhone ? phone("/", scheme) : wide("/", scheme);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.locator("[data-open=chats]").click();
        page.locator("#chats [data-share]").click();
        assertBeside(page, page.locator("#chats [data-share]"), "There is nothing to share yet. Ask something first.");
        look(page, "toast-share-" + suffix);
        page.keyboard().press("Escape");
        ask(page, QUESTION);
        Locator more = page.locator("[data-more]");

        Locator menu = isPhone ? more : page.locator("[data-copy-menu]");
        menu.click();
        page.locator("[data-copy=text]:visible").click();
        assertBeside(page, menu, "The answer is copied.");
        look(page, "toast-copied-" + suffix);

        act(page, isPhone, "link");
        assertBeside(page, isPhone ? more : page.locator("[data-link]"), "The link to the cited sentence is copied.");

        act(page, isPhone, "good");
        assertBeside(page, isPhone ? more : page.locator("[data-good]"), "Thank you.");

        page.route("**/api/v1/ask", route -> {}); // never answered
        page.locator("#ask").fill(TownClock.WHY);
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-stop]")).isVisible();
        page.locator("#ask").fill(QUESTION);
        page.keyboard().press("Enter");
        assertBeside(
                page, page.locator(".send"), "An answer is being written. Stop it, or wait: your question is kept.");
        look(page, "toast-busy-" + suffix);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsSaidOfAnArticleStandsBesideItsTitleOrWhereItWasDeleted(boolean isPhone) {
        Page page = isPhone ? phone("/", ColorScheme.LIGHT) : open("/");
        page.locator("[data-open=library]").click();
        page.locator("#file")
                .setInputFiles(new FilePayload(
                        "bridge.txt",
                        "text/plain",
                        "The harbour bridge was painted green by Ada Lamb in 1931.".getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator(".text")).containsText("painted green");
        added.add(page.locator(".text").getAttribute("data-article"));
        assertThat(page.locator("#library")).isHidden();
        assertThat(page.locator(".toast")).containsText("can be read and asked.");
        assertBeside(page, page.locator(".switch").boundingBox());
        look(page, "toast-added-" + (isPhone ? "phone" : "wide"));
        if (isPhone) {
            page.keyboard().press("Escape");
        }

        page.locator("[data-open=library]").click();
        page.locator("li:has([aria-current]) [data-delete]").click();
        BoundingBox pressed = page.locator(".confirm .btn--danger").boundingBox();
        page.locator(".confirm .btn--danger").click();
        assertThat(page.locator(".toast")).containsText("is deleted.");
        assertBeside(page, pressed);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsSaidOfSelectedWordsStandsBesideThem(boolean isPhone) {
        Page page = isPhone ? phone("/", ColorScheme.LIGHT) : open("/");
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        if (isPhone) {
            page.locator("[data-sheet]").click();
        }
        assertThat(page.locator(".page")).isVisible();
        page.waitForTimeout(400); // until the sheet is up
        page.keyboard().press("s");
        assertThat(page.locator("#lens")).isVisible();
        @SuppressWarnings("unchecked")
        List<Number> words = (List<Number>) page.evaluate(
                "() => { const { x, y, width, height } = getSelection().getRangeAt(0).getBoundingClientRect();"
                        + " return [x, y, width, height]; }");

        page.locator("[data-lens=link]").click();

        assertThat(page.locator(".toast")).hasText("The link to this passage is copied.");
        BoundingBox box = new BoundingBox();
        box.x = words.get(0).doubleValue();
        box.y = words.get(1).doubleValue();
        box.width = words.get(2).doubleValue();
        box.height = words.get(3).doubleValue();
        assertBeside(page, box);
        look(page, "toast-passage-" + (isPhone ? "phone" : "wide"));
    }

    private static void act(Page page, boolean isPhone, String what) {
        if (isPhone) {
            page.locator("[data-more]").click();
            page.locator("[data-act=" + what + "]").click();
        } else {
            page.locator("[data-" + what + "]").click();
        }
    }

    private static void assertBeside(Page page, Locator pressed, String text) {
        assertThat(page.locator(".toast")).hasText(text);
        assertBeside(page, pressed.boundingBox());
    }

    private static void assertBeside(Page page, BoundingBox pressed) {
        BoundingBox said = page.locator(".toast").boundingBox();
        String where = "pressed at %.0f, %.0f (%.0f x %.0f), said at %.0f, %.0f (%.0f x %.0f)"
                .formatted(
                        pressed.x, pressed.y, pressed.width, pressed.height, said.x, said.y, said.width, said.height);
        double above = pressed.y - (said.y + said.height);
        double below = said.y - (pressed.y + pressed.height);
        assertThat(Math.max(above, below)).as(where).isBetween(0.0, NEAR);
        assertThat(said.x).as(where).isLessThan(pressed.x + pressed.width).isNotNegative();
        assertThat(said.x + said.width)
                .as(where)
                .isGreaterThan(pressed.x)
                .isLessThanOrEqualTo(page.viewportSize().width);
        assertThat(said.y).as(where).isNotNegative();
        assertThat(said.y + said.height).as(where).isLessThanOrEqualTo(page.viewportSize().height);
    }
}
