package dev.footnote.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.footnote.TownClock;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be done with words that are selected in the article. */
@QuarkusTest
class LensPageTest extends BrowserTest {

    private static final String PLACE = "Dunmore";
    private static final String SAID = "the clock belonged to everyone in Ashmere";

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void selectedWordsBecomeAQuestionThatCanBeChangedOrSent(boolean isPhone) {
        Page page = opened(isPhone, ColorScheme.LIGHT);
        select(page, PLACE);

        press(page, isPhone, "ask");

        assertThat(page.locator("#ask")).isFocused();
        assertThat(page.locator("#ask")).hasValue("What does the article say about “" + PLACE + "”?");
        assertThat(page.locator("#lens")).isHidden();
        page.keyboard().press("Enter");
        assertThat(page.locator(".turn .answer li")).hasCount(2);
        // What is there to be typed over is all before the words.
        select(opening(page, isPhone), PLACE);
        press(page, isPhone, "ask");
        page.keyboard().type("When will a museum in");
        assertThat(page.locator("#ask")).hasValue("When will a museum in “" + PLACE + "”?");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void otherSentencesWithTheWordsArePinnedInTheMargin(boolean isPhone) {
        Page page = opened(isPhone, ColorScheme.LIGHT);
        select(page, PLACE);

        press(page, isPhone, "where");

        assertThat(page.locator(".turn .q")).hasText("Where else does it mention “" + PLACE + "”?");
        assertThat(page.locator(".turn .answer li")).hasCount(2);
        assertThat(page.locator(".turn .answer .cite")).hasCount(2);
        assertThat(page.locator(".text .pin")).hasText(new String[] {"1", "2"});
        assertThat(page.locator(".text mark .words")).hasText(new String[] {PLACE, PLACE});
        page.locator(".turn .answer .cite").nth(1).click();
        assertThat(page.locator(".text mark:focus")).containsText("museum");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void itIsToldWhoSaysTheSelectedWords(boolean isPhone) {
        Page page = opened(isPhone, ColorScheme.LIGHT);
        select(page, SAID);

        press(page, isPhone, "who");

        assertThat(page.locator(".turn .q")).hasText("Who says “" + SAID + "”?");
        assertThat(page.locator(".turn .answer")).containsText(TownClock.NEXT_SPEAKER);
        assertThat(page.locator(".text .pin")).hasCount(1);
        if (isPhone) {
            assertThat(page.locator(".reader")).isHidden();
        }
    }

    @Test
    void whoSaysAWordThatStandsOftenIsAskedOfItsSentence() {
        Page page = opened(false, ColorScheme.LIGHT);
        select(page, "late");

        press(page, false, "who");

        assertThat(page.locator(".turn .q")).containsText("It is four seconds late");
        assertThat(page.locator(".turn .answer")).containsText("Brandt");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLinkIsCopiedThatOpensThePageAtThePassage(boolean isPhone) {
        Page page = opened(isPhone, ColorScheme.LIGHT);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        select(page, SAID);

        press(page, isPhone, "link");

        assertThat(page.locator(".toast")).hasText("The link to this passage is copied.");
        assertThat(page.locator("#lens")).isHidden();
        String link = (String) page.evaluate("() => navigator.clipboard.readText()");
        assertThat(link).matches(".*/articles/" + TownClock.ID + "\\?cite=\\d+-\\d+&v=[0-9a-f]{8}");
        Page other = isPhone ? phone(link, ColorScheme.LIGHT) : open(link);
        assertThat(other.locator("#cited")).hasText(SAID);
        assertThat(other.locator("#cited")).isInViewport();
    }

    @Test
    void aPassageAcrossParagraphsAndPinsIsLinkedLetterForLetter() {
        Page page = opened(false, ColorScheme.LIGHT);
        ask(page, TownClock.QUESTION);
        assertThat(page.locator(".text .pin").first()).isVisible();
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.evaluate("() => { const [, first, second] = document.querySelectorAll('.par');"
                + " getSelection().setBaseAndExtent(first, 0, second, second.childNodes.length); }");

        press(page, false, "link");

        assertThat(page.locator(".toast")).hasText("The link to this passage is copied.");
        String link = (String) page.evaluate("() => navigator.clipboard.readText()");
        Page other = open(link);
        assertThat(other.locator(".text mark")).hasCount(2);
        assertThat(other.locator(".text mark").first()).containsText("The tower clock of Ashmere struck noon");
        assertThat(other.locator(".text mark").nth(1)).hasText(Pattern.compile("made nine of them anew\\.$"));
    }

    @Test
    void everythingCanBeDoneWithTheKeyboard() {
        Page page = opened(false, ColorScheme.LIGHT);
        page.keyboard().press("s");
        assertThat(page.locator("#lens")).isVisible();
        String first = selected(page);
        page.keyboard().press("s");
        assertThat(selected(page)).isNotEqualTo(first);
        page.keyboard().press("Shift+s");
        assertThat(selected(page)).isEqualTo(first);
        page.keyboard().press("Shift+ArrowLeft");
        assertThat(first).startsWith(selected(page));
        assertThat(selected(page)).isNotEqualTo(first);

        page.keyboard().press("Tab");
        assertThat(page.locator("[data-lens=ask]")).isFocused();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("[data-lens=where]")).isFocused();
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator("[data-lens=link]")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator("#lens")).isHidden();
        assertThat(page.locator(".page")).isFocused();
        page.keyboard().press("s");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#ask")).isFocused();
    }

    @Test
    void theBarGoesWithTheSelectionAndTheSheetStaysForTheFirstEscape() {
        Page page = opened(true, ColorScheme.LIGHT);
        select(page, PLACE);
        assertThat(page.locator("#lens")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#lens")).isHidden();
        assertThat(page.locator(".reader")).isVisible();
        select(page, SAID);
        assertThat(page.locator("#lens")).isVisible();
        page.evaluate("() => getSelection().removeAllRanges()");
        assertThat(page.locator("#lens")).isHidden();
        page.keyboard().press("Escape");
        assertThat(page.locator(".reader")).isHidden();
    }

    @Test
    void aMouseSelectsWordsAndOtherTextOffersNothing() {
        Page page = opened(false, ColorScheme.LIGHT);
        page.locator(".hello").dblclick();
        page.waitForTimeout(400);
        assertThat(page.locator("#lens")).isHidden();

        page.locator(".par").nth(1).dblclick();

        assertThat(page.locator("#lens")).isVisible();
        page.locator(".byline").click();
        assertThat(page.locator("#lens")).isHidden();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, false", "DARK, false", "LIGHT, true", "DARK, true"})
    void everyStateIsAccessibleAndPhotographed(ColorScheme scheme, boolean isPhone) {
        String suffix = (isPhone ? "phone-" : "wide-") + scheme.name().toLowerCase(Locale.ROOT);
        Page page = opened(isPhone, scheme);
        select(page, SAID);
        assertThat(page.locator("#lens")).isVisible();
        look(page, "lens-" + suffix);
        press(page, isPhone, "where");
        assertThat(page.locator(".turn .answer .cite")).hasCount(3);
        look(page, "lens-where-" + suffix);
    }

    private Page opened(boolean isPhone, ColorScheme scheme) {
        return opening(isPhone ? phone("/", scheme) : wide("/", scheme), isPhone);
    }

    /** The page with the article in view. */
    private static Page opening(Page page, boolean isPhone) {
        if (isPhone) {
            page.locator("[data-sheet]").click();
        }
        assertThat(page.locator(".page")).isVisible();
        return page;
    }

    private static void press(Page page, boolean isPhone, String what) {
        Locator button = page.locator("[data-lens=" + what + "]");
        if (isPhone) {
            button.tap();
        } else {
            button.click();
        }
    }

    private static String selected(Page page) {
        return (String) page.evaluate("() => getSelection().toString()");
    }

    /** Selects words of the article where they first stand. */
    private static void select(Page page, String words) {
        page.evaluate(
                """
                words => {
                  const walker = document.createTreeWalker(document.querySelector('.body'), NodeFilter.SHOW_TEXT);
                  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
                    const at = text.data.indexOf(words);
                    if (at < 0) continue;
                    text.parentElement.scrollIntoView({ block: 'center' });
                    getSelection().setBaseAndExtent(text, at, text, at + words.length);
                    return;
                  }
                  throw new Error('The article does not have: ' + words);
                }""",
                words);
        assertThat(page.locator("#lens")).isVisible();
    }
}
