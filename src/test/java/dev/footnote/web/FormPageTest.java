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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What answers and articles look like that are more than a line of prose: lists, timelines, quotations, tables. */
@QuarkusTest
class FormPageTest extends BrowserTest {

    private static final String LAMPS =
            """
            Lamps of the mill

            The mill has a lamp beside its door. It tells the miller how the mill is.

            | Lamp | Meaning | What to do |
            | Steady green | All is well | Nothing |
            | Steady red | The hopper is empty | Fill the hopper with grain |
            | Blinking red | The stones are too hot | Stop the wheel |

            The lamp was put up by Ada Lamb.""";

    @Test
    void aTimelineHasAColumnOfDates() {
        Page page = open("/");

        ask(page, "Give me a timeline");

        Locator events = page.locator(".answer .timeline li");
        assertThat(events.first().locator(".when")).hasText(TownClock.FIRST_DAY);
        assertThat(events.count()).isGreaterThan(4);
        for (Locator event : events.all()) {
            assertThat(event.locator(".cite")).isVisible();
        }
        events.nth(1).locator(".cite").click();
        assertThat(page.locator(".text mark:focus .words")).hasText(TownClock.SECOND_DAY);
    }

    @Test
    void severalItemsAreAListAlsoWhereTheyAreCopied() {
        Page page = open("/");
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));

        ask(page, "Who is quoted?");

        assertThat(page.locator(".answer .lead")).hasText("At least:");
        assertThat(page.locator(".answer ul li").first()).hasText(TownClock.SPEAKER + "1");
        page.locator("[data-copy-menu]").click();
        page.locator("[data-copy=markdown]:visible").click();
        assertThat(page.locator(".toast")).isVisible();
        assertThat((String) page.evaluate("() => navigator.clipboard.readText()"))
                .startsWith("At least:\n\n- " + TownClock.SPEAKER + "[^1]\n- " + TownClock.NEXT_SPEAKER + "[^2]\n")
                .contains("[^2]: “");
    }

    @Test
    void anOverviewIsAListOfItsSentences() {
        Page page = open("/");

        ask(page, "What is this about?");

        assertThat(page.locator(".answer ul li").nth(1).locator(".cite")).hasText("2");
        assertThat(page.locator(".quotes")).hasCount(0);
    }

    @Test
    void aWholeSentenceIsAQuotationWithThePaleMarkOnly() {
        Page page = open("/");

        ask(page, TownClock.STATEMENT_QUESTION);

        assertThat(page.locator(".answer--quoted .claim")).hasText(citation(page, "cited_text"));
        assertThat(page.locator(".text mark")).hasText(citation(page, "cited_text"));
        assertThat(page.locator(".words")).hasCount(0);
        assertThat(page.locator(".quote")).hasCount(0);
        page.locator(".answer--quoted .where").click();
        assertThat(page.locator(".text mark")).isFocused();
    }

    @Test
    void theRowOfATableIsMarkedAcrossItsCellsAndFoundAgain() {
        String id = add(LAMPS, "Lamps of the mill");
        Page page = open("/articles/" + id);
        assertThat(page.locator(".text table th")).hasText(new String[] {"Lamp", "Meaning", "What to do"});
        assertThat(page.locator(".text .title")).isHidden();

        ask(page, "What does the steady red lamp mean?");

        Locator row = page.locator(".text tr:has(mark)");
        assertThat(row).hasCount(1);
        assertThat(row.locator("mark"))
                .hasText(new String[] {"Steady red", "The hopper is empty", "Fill the hopper with grain"});
        String link = page.locator(".answer .cite").first().getAttribute("href");
        assertThat(open(link).locator("tr mark")).hasCount(3);

        replace(id, "A new beginning.\n\n" + LAMPS);
        page.reload();
        page.locator(".answer .cite").first().click();
        assertThat(page.locator(".text tr mark")).hasCount(3);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, false", "DARK, false", "LIGHT, true", "DARK, true"})
    void everyFormIsAccessibleAndPhotographed(ColorScheme scheme, boolean isPhone) {
        String suffix = (isPhone ? "phone-" : "wide-") + scheme.name().toLowerCase(Locale.ROOT);
        String id = add(LAMPS, "Lamps of the mill " + suffix);
        Page page = isPhone ? phone("/", scheme) : wide("/", scheme);
        ask(page, "Give me a timeline");
        look(page, "timeline-" + suffix);
        ask(page, "Who is quoted?");
        ask(page, TownClock.STATEMENT_QUESTION);
        look(page, "quotation-" + suffix);
        page.navigate(server().resolve("/articles/" + id).toString());
        ask(page, "What does the steady red lamp mean?");
        page.locator(".answer .cite").last().click();
        page.waitForTimeout(500);
        look(page, "table-" + suffix);
    }
}
