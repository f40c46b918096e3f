package dev.footnote.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.footnote.TownClock;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
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
    void theBoardIsPrintedAsCardsInDarkOnLight() throws IOException {
        Page page = wide(BOARD, ColorScheme.DARK);
        page.evaluate("() => document.documentElement.dataset.theme = 'dark'");
        List<String> speakers = page.locator(".speaker h2").allInnerTexts();
        assertThat(speakers).hasSizeGreaterThan(3);

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.locator(".board .icon")).isHidden();
        assertThat(page.locator(".board-note")).isHidden();
        assertThat(page.locator(".speaker").first()).hasCSS("break-inside", "avoid");
        assertThat(page.locator(".speaker blockquote").first()).hasCSS("color", "rgb(21, 32, 27)");
        look(page, "board-printed");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(null));
        try (PDDocument paper = Loader.loadPDF(page.pdf())) {
            assertThat(new PDFTextStripper().getText(paper))
                    .contains("Who said what")
                    .contains(speakers)
                    .doesNotContain("A sentence stands here if");
        }
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
        assertThat(page.locator(".turn .q").nth(1)).hasText(first.get(0).strip());
        assertThat(page.locator(".turn[aria-busy]")).hasCount(0);
        assertThat(page.locator(".turn").first().locator(".next")).isHidden();
        assertThat(page.locator(".turn").last().locator(".chips button").allInnerTexts())
                .doesNotContain(TownClock.QUESTION, first.get(0).strip());
    }

    /** The file is opened from the disk by a browser that is offline and runs no script. */
    @ParameterizedTest
    @CsvSource({"LIGHT, false", "DARK, false", "LIGHT, true", "DARK, true"})
    void aConversationIsTakenAlongAsOnePage(ColorScheme scheme, boolean isPhone) throws IOException {
        Page page = isPhone ? phone("/", scheme) : wide("/", scheme);
        ask(page, TownClock.QUESTION);
        ask(page, TownClock.UNANSWERED);
        String cited = citation(page, "cited_text");
        page.locator("[data-open=chats]").click();
        Path file = Files.createTempFile("conversation", ".html");
        page.waitForDownload(() -> page.locator("[data-export=page]").click()).saveAs(file);

        assertThat(Files.readString(file))
                .contains("Content-Security-Policy")
                .doesNotContain("<script")
                .doesNotContain("href=\"/");
        Page offline = watched(context(new Browser.NewContextOptions()
                        .setOffline(true)
                        .setJavaScriptEnabled(false)
                        .setViewportSize(isPhone ? 390 : 1280, 844)
                        .setColorScheme(scheme))
                .newPage());
        offline.navigate(file.toUri().toString());

        assertThat(offline.locator("h2").first()).hasText(TownClock.QUESTION);
        assertThat(offline.locator("section").first()).containsText(TownClock.ANSWER);
        assertThat(offline.locator("article mark").first()).hasText(TownClock.ANSWER_SENTENCE);
        assertThat(offline.locator("body")).containsText(cited);
        offline.locator("section a.cite").first().click();
        assertThat(offline).hasURL(Pattern.compile(".*#c1-1$"));
        assertThat(offline.locator("#c1-1")).hasCount(1);
        // What looks for faults in the page is a script itself.
        Page looked = context(new Browser.NewContextOptions()
                        .setOffline(true)
                        .setViewportSize(isPhone ? 390 : 1280, 844)
                        .setColorScheme(scheme))
                .newPage();
        looked.navigate(file.toUri().toString());
        look(looked, "offline-" + (isPhone ? "phone-" : "wide-") + scheme.name().toLowerCase(Locale.ROOT));
        Files.delete(file);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, false", "DARK, false", "LIGHT, true", "DARK, true"})
    void articlesArePickedOneByOneAndEachFootnoteNamesItsOwn(ColorScheme scheme, boolean isPhone) {
        String mill = add("The mill was built by Ada Lamb. It has three stones.", "The mill");
        String ferry = add("The ferry was built by Nils Dahl. It has two decks.", "The ferry");
        String address = "/articles/" + TownClock.ID;
        Page page = isPhone ? phone(address, scheme) : wide(address, scheme);

        page.locator("[data-open=scope-panel]").click();
        page.locator("#scope-panel")
                .getByLabel("The mill", new Locator.GetByLabelOptions().setExact(true))
                .check();
        assertThat(page.locator("[data-scope-some]")).hasText("1 of 3");
        page.locator("#scope-panel")
                .getByLabel("The ferry", new Locator.GetByLabelOptions().setExact(true))
                .check();
        look(
                page,
                "pick-articles-" + (isPhone ? "phone-" : "wide-")
                        + scheme.name().toLowerCase(Locale.ROOT));
        page.keyboard().press("Escape");
        assertThat(page.locator("[data-scope-some]")).hasText("2 of 3");
        Request asked = page.waitForRequest(Pattern.compile(".*/api/v1/ask$"), () -> ask(page, "Who built the mill?"));

        assertThat(asked.postData())
                .contains("\"" + mill + "\"", "\"" + ferry + "\"")
                .doesNotContain(TownClock.ID);
        assertThat(page.locator(".turn").last()).containsText("Ada Lamb");
        assertThat(page.locator(".turn .where").first()).containsText("The mill, paragraph 1");
        ask(page, TownClock.BESIDE);
        assertThat(page.locator(".turn .answer").last()).containsText("None of the 2 articles says.");
    }
}
