package dev.footnote.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Adding articles by their web addresses, where that is on. No address of this machine may be fetched, so the test answers in
 * the server's place; the fetching itself has tests of its own.
 */
@QuarkusTest
@TestProfile(AddressPageTest.Fetching.class)
class AddressPageTest extends BrowserTest {

    private static final String GOOD = "https://paper.example/bridge";
    private static final String BAD = "https://paper.example/photo.png";
    private static final String REMEDY = "photo.png is a picture, not a text. Give the address of a page.";

    private final List<String> fetched = new ArrayList<>();

    /** A server on which fetching is switched on. */
    public static class Fetching implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("footnote.fetch.enabled", "true");
        }
    }

    @Test
    void anArticleIsAddedByItsAddressAndOpened() {
        Page page = opened(wide("/", ColorScheme.LIGHT));
        page.locator("#address").fill("paper.example/bridge");

        page.locator("#address").press("Enter");

        assertThat(page.locator(".text")).containsText("painted green");
        assertThat(page.locator(".toast")).containsText("“Bridge” can be read");
        assertThat(page.locator(".uploads li")).hasCount(0);
        assertThat(page.locator("#address")).hasValue("");
        assertThat(fetched).containsExactly(GOOD);
    }

    @Test
    void severalAddressesHaveALineEachAndTheOneThatFailsSaysWhy() {
        complaintsAllowed(422);
        Page page = opened(wide("/", ColorScheme.LIGHT));
        page.locator("#address").fill(BAD + "\n " + GOOD);

        page.locator("[data-address-form] button").click();

        assertThat(page.locator(".text")).containsText("painted green");
        Locator failed = page.locator(".uploads .failed");
        assertThat(failed).hasCount(1);
        assertThat(failed.locator("b")).hasText(BAD);
        assertThat(failed.locator("small")).hasText(REMEDY);
        assertThat(fetched).containsExactly(BAD, GOOD);
        failed.locator("button").click();
        assertThat(page.locator(".uploads li")).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, false", "DARK, false", "LIGHT, true", "DARK, true"})
    void everyStateIsAccessibleAndPhotographed(ColorScheme scheme, boolean isPhone) {
        complaintsAllowed(422);
        String suffix = (isPhone ? "phone-" : "wide-") + scheme.name().toLowerCase(Locale.ROOT);
        Page page = opened(isPhone ? phone("/", scheme) : wide("/", scheme));
        page.locator("#address").fill(BAD);
        look(page, "address-" + suffix);
        page.locator("#address").press("Enter");
        assertThat(page.locator(".uploads .failed")).hasCount(1);
        look(page, "address-failed-" + suffix);
    }

    private Page opened(Page page) {
        page.route("**/api/v1/articles", this::answer);
        page.locator("[data-open=library]").click();
        assertThat(page.locator("#address")).isVisible();
        return page;
    }

    /** What the server says when it has fetched the page, or could not read what it fetched. */
    private void answer(Route route) {
        if (route.request().method().equals("GET")) {
            route.resume();
            return;
        }
        String url = JsonPath.from(route.request().postData()).getString("url");
        fetched.add(url);
        if (url.equals(BAD)) {
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(422)
                    .setContentType("application/problem+json")
                    .setBody("{\"title\":\"Unprocessable Content\",\"detail\":\"" + REMEDY + "\"}"));
        } else {
            String id = add("The harbour bridge was painted green by Ada Lamb in 1931.", "Bridge");
            fulfil(route, "application/json", "{\"id\":\"" + id + "\",\"title\":\"Bridge\",\"state\":\"ready\"}");
        }
    }
}
