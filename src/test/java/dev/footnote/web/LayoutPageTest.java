package dev.footnote.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import dev.footnote.TownClock;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where things stand on the page, and that none covers another. */
@QuarkusTest
class LayoutPageTest extends BrowserTest {

    /** The widest gap between two parts of the first screen, in pixels: that of a section. */
    private static final double SECTION = 32;

    /** Footnote marks that begin a line, away from their word. */
    private static final String TORN =
            """
            () => [...document.querySelectorAll('.cite')].filter(cite => cite.getClientRects().length).filter(cite => {
              const walker = document.createTreeWalker(cite.closest('p, li, blockquote, .answer'), NodeFilter.SHOW_TEXT);
              let before = null;
              for (let text = walker.nextNode(); text && !cite.contains(text); text = walker.nextNode()) {
                if (text.data.trim()) before = text;
              }
              if (!before) return false;
              const range = document.createRange();
              const end = before.data.trimEnd().length;
              range.setStart(before, end - 1);
              range.setEnd(before, end);
              return cite.getClientRects().length > 1
                || cite.getBoundingClientRect().left < range.getBoundingClientRect().right - 8;
            }).map(cite => cite.parentElement.textContent)""";

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280, 900", "DARK, 1280, 1600", "LIGHT, 390, 844", "DARK, 390, 1400"})
    void theFirstScreenStacksAtTheTopWithoutVoids(ColorScheme scheme, int width, int height) {
        Page page = width < 500 ? phone("/", scheme) : wide("/", scheme);
        page.setViewportSize(width, height);

        assertThat(page.locator(".empty .hello + p"))
                .containsText("Short facts, quotations and overviews; no arithmetic, no opinions.");
        assertThat(page.locator(".empty [data-ask]")).hasCount(4);
        BoundingBox thread = page.locator(".thread").boundingBox();
        List<BoundingBox> parts = Stream.of(
                        ".empty .hello", ".empty .hello + p", ".empty .summary", ".empty [data-suggestions]", ".hero")
                .map(part -> page.locator(part).boundingBox())
                .toList();
        assertThat(parts.get(0).y - thread.y).isBetween(0.0, SECTION);
        for (int i = 1; i < parts.size(); i++) {
            BoundingBox above = parts.get(i - 1);
            assertThat(parts.get(i).y - (above.y + above.height))
                    .as("gap above part " + i)
                    .isBetween(0.0, SECTION);
        }
        look(page, "first-" + width + "-" + height + "-" + scheme.name().toLowerCase(Locale.ROOT));
    }

    @Test
    void whatIsSaidInShortContainsWhatTheTitleSays() {
        Page page = open("/");

        assertThat(page.locator(".text h2")).hasText("Ashmere's tower clock strikes again after eleven years");
        assertThat(page.locator(".empty .summary p"))
                .containsText("The tower clock of Ashmere struck noon on Saturday for the first time in eleven years");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIGHT", "DARK"})
    void whatIconsDoIsWrittenBesideThemWhereThereIsRoom(ColorScheme scheme) {
        Page page = wide("/", scheme);
        assertThat(page.locator(".top .icon-label:visible"))
                .hasText(new String[] {"New", "Share", "Check a text", "Add article"});

        page.locator("[data-add]").click();
        assertThat(page.locator("#library")).isVisible();
        assertThat(page.locator("[data-choose]")).isFocused();
        look(page, "add-wide-" + scheme.name().toLowerCase(Locale.ROOT));
        page.keyboard().press("Escape");
        assertThat(page.locator("[data-add]")).isFocused();

        for (int width = 900; width <= 1600; width += 50) {
            page.setViewportSize(width, 800);
            assertThat((Boolean) page.evaluate("() => [...document.querySelectorAll('.top-left, .top-right')]"
                            + ".every(half => half.scrollWidth <= half.clientWidth)"))
                    .as("the header fits at " + width)
                    .isTrue();
            assertThat(page.locator("[data-switch-title]").boundingBox().width)
                    .as("the title at " + width)
                    .isGreaterThan(100);
        }
        page.setViewportSize(1000, 800);
        assertThat(page.locator(".top .icon-label:visible")).hasCount(0);
        look(page, "header-narrower-" + scheme.name().toLowerCase(Locale.ROOT));
    }

    @Test
    void onAPhoneTheTitleGetsTwoLines() {
        Page page = phone("/", ColorScheme.LIGHT);

        assertThat(page.locator(".top .only-wide:visible")).hasCount(0);
        Locator title = page.locator("[data-switch-title]");
        assertThat(title.boundingBox().width).isGreaterThan(60);
        Number lines = (Number) title.evaluate(
                "title => Math.round(title.clientHeight / parseFloat(getComputedStyle(title).lineHeight))");
        assertThat(lines.intValue()).isEqualTo(2);
        BoundingBox header = page.locator(".top").boundingBox();
        assertThat(title.boundingBox().y).isGreaterThanOrEqualTo(header.y);
        assertThat(title.boundingBox().y + title.boundingBox().height).isLessThanOrEqualTo(header.y + header.height);
    }

    @Test
    void aFootnoteMarkNeverBreaksFromItsWord() {
        Page page = open("/");
        assertWhole(page, 12); // those of the first screen
        ask(page, "Give me a timeline");
        ask(page, "Who is quoted?");
        ask(page, TownClock.STATEMENT_QUESTION);
        ask(page, QUESTION);
        assertWhole(page, 7);
        page.navigate(
                server().resolve("/articles/" + TownClock.ID + "/speakers").toString());
        assertWhole(page, 12);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void newTextBelowIsOfferedWhereItCoversNothing(boolean isPhone) {
        Page page = isPhone ? phone("/", ColorScheme.LIGHT) : open("/");
        ask(page, QUESTION);
        ask(page, "Who is quoted?");
        ask(page, TownClock.WHY);
        String answer = streamedAnswerTo(TownClock.INTERVIEWER_QUESTION);
        List<Route> held = new ArrayList<>();
        page.route("**/api/v1/ask", held::add);
        page.locator("#ask").fill(TownClock.INTERVIEWER_QUESTION);
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-stop]")).isVisible();
        page.locator(".thread").evaluate("thread => thread.scrollTop = 0");

        fulfil(held.get(0), "text/event-stream", answer);

        Locator offer = page.locator("[data-new-below]");
        assertThat(offer).isVisible();
        assertThat(page.locator(".turn[aria-busy]")).hasCount(0);
        BoundingBox thread = page.locator(".thread").boundingBox();
        BoundingBox button = offer.locator("button").boundingBox();
        assertThat(button.y).isGreaterThanOrEqualTo(thread.y + thread.height);
        assertThat(button.y + button.height)
                .isLessThanOrEqualTo(page.locator(".composer").boundingBox().y);
        look(page, "new-below-" + (isPhone ? "phone" : "wide"));
        offer.locator("button").click();
        assertThat(offer).isHidden();
        assertThat(page.locator(".turn").last()).isInViewport();
    }

    private static void assertWhole(Page page, int step) {
        assertThat(page.locator(".cite").first()).isVisible();
        for (int width = 320; width <= 520; width += step) {
            page.setViewportSize(width, 900);
            assertThat((List<?>) page.evaluate(TORN))
                    .as("at a width of " + width)
                    .isEmpty();
        }
    }
}
