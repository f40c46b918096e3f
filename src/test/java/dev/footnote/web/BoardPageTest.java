package dev.footnote.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import dev.footnote.TownClock;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What leads on from an answer: who said what, what to ask next, which articles to ask, and where nothing is. */
@QuarkusTest
class BoardPageTest extends BrowserTest {

    private static final String BOARD = "/articles/" + TownClock.ID + "/speakers";

    @ParameterizedTest
    @CsvSource({"LIGHT, false", "DARK, false", "LIGHT, true", "DARK, true"})
    void boardAndMissingPageAreAccessible(ColorScheme scheme, boolean isPhone) {
        complaintsAllowed("404");
        String suffix = (isPhone ? "-phone-" : "-wide-") + scheme.name().toLowerCase(Locale.ROOT);
        Page page = isPhone ? phone(BOARD, scheme) : wide(BOARD, scheme);
        assertThat(page.locator(".speaker h2").first()).containsText(TownClock.SPEAKER);
        look(page, "board" + suffix);

        page.navigate(server().resolve("/nowhere").toString());
        assertThat(page.locator("h1")).hasText("There is no such page.");
        look(page, "missing" + suffix);
    }

    @Test
    void aFootnoteOfTheBoardLeadsToItsSentence() {
        Page page = open("/");
        assertThat(page.locator("[data-speakers]").first()).hasAttribute("href", BOARD);
        page.navigate(server().resolve(BOARD).toString());
        String sentence = page.locator(".speaker blockquote").first().innerText();

        page.locator(".speaker .cite").first().click();

        assertThat(sentence).startsWith(page.locator(".text mark").first().innerText());
    }

    @Test
    void threeQuestionsLeadOnAndNoneWasAsked() {
        Page page = open("/");

        ask(page, TownClock.QUESTION);

        Locator offered = page.locator(".turn .chips button");
        assertThat(offered).hasCount(3);
        List<String> first = offered.allInnerTexts();
        assertThat(first).doesNotHaveDuplicates().doesNotContain(TownClock.QUESTION);
        offered.first().click();
        assertThat(page.locator(".turn")).hasCount(2);
        assertThat(page.locator(".turn[aria-busy]")).hasCount(0);
        assertThat(page.locator(".turn").last().locator(".chips button").allInnerTexts())
                .doesNotContain(TownClock.QUESTION, first.get(0).strip());
    }

    /** The file is opened from the disk by a browser that is offline and runs no script. */
    @Test
    void aChatIsTakenAlongAsOnePage() throws IOException {
        Page page = open("/");
        ask(page, TownClock.QUESTION);
        ask(page, TownClock.UNANSWERED);
        String cited = citation(page, "cited_text");
        page.locator("[data-open=chats]").click();
        Path file = Files.createTempFile("chat", ".html");
        page.waitForDownload(() -> page.locator("[data-export=page]").click()).saveAs(file);

        Page offline =
                watched(context(new Browser.NewContextOptions().setOffline(true).setJavaScriptEnabled(false))
                        .newPage());
        offline.navigate(file.toUri().toString());

        assertThat(offline.locator("h2").first()).hasText(TownClock.QUESTION);
        assertThat(offline.locator("section").first()).containsText(TownClock.ANSWER);
        assertThat(offline.locator("article mark").first()).hasText(TownClock.ANSWER_SENTENCE);
        assertThat(offline.locator("body")).containsText(cited);
        offline.locator("section a.cite").first().click();
        assertThat(offline).hasURL(Pattern.compile(".*#c1-1$"));
        assertThat(offline.locator("#c1-1")).hasCount(1);
        offline.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", "offline.png"))
                .setFullPage(true));
        Files.delete(file);
    }

    @Test
    void articlesArePickedOneByOne() {
        String other = add("The mill was built by Ada Lamb. It has three stones.", "The mill");
        add("The ferry was built by Nils Dahl. It has two decks.", "The ferry");
        Page page = open("/articles/" + TownClock.ID);

        page.locator("[data-open=scope-panel]").click();
        page.locator("#scope-panel")
                .getByLabel("The mill", new Locator.GetByLabelOptions().setExact(true))
                .check();
        look(page, "pick-articles");
        page.keyboard().press("Escape");
        assertThat(page.locator("[data-scope-some]")).hasText("1 of 3");
        Request asked = page.waitForRequest(Pattern.compile(".*/api/v1/ask$"), () -> ask(page, "Who built the mill?"));

        assertThat(asked.postData()).contains("\"" + other + "\"").doesNotContain(TownClock.ID);
        assertThat(page.locator(".turn").last()).containsText("Ada Lamb");
    }
}
