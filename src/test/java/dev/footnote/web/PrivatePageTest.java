package dev.footnote.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import dev.footnote.TownClock;
import dev.footnote.http.ApiKeys;
import dev.footnote.http.Scope;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where reading needs a key, people sign in by a page. */
@QuarkusTest
@TestProfile(PrivatePageTest.Private.class)
class PrivatePageTest extends BrowserTest {

    private static final String KEY = "a key with ; and \u00e9";

    private final ApiKeys keys;

    PrivatePageTest(ApiKeys keys) {
        this.keys = keys;
    }

    /** A server on which strangers do not even read. */
    public static class Private implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "footnote.http.api-key", KEY,
                    "footnote.http.private-reading", "true",
                    "footnote.http.rate-limit.requests", "10000");
        }
    }

    @Test
    void keyOpensThePageThatWasWantedUntilOneSignsOut() {
        complaintsAllowed(401);
        Page page = stranger("/articles/town-clock", ColorScheme.LIGHT);
        assertThat(page.locator("h1")).hasText("Sign in");
        assertThat(page.content()).doesNotContain(TownClock.ANSWER);

        page.locator("#key").fill("wrong");
        page.locator("#key").press("Enter");
        assertThat(page.locator("main")).containsText("not a key");
        page.locator("#key").fill(KEY);
        page.locator("#key").press("Enter");

        assertThat(page.locator(".text")).hasAttribute("data-article", "town-clock");
        page.waitForLoadState(); // with its scripts
        Cookie cookie = page.context().cookies().stream()
                .filter(each -> each.name.equals("footnote-key"))
                .findFirst()
                .orElseThrow();
        assertThat(cookie.httpOnly).isTrue();
        assertThat(cookie.expires).as("goes with the session").isEqualTo(-1);
        assertThat((String) page.evaluate("document.cookie")).doesNotContain("footnote-key");
        ask(page, QUESTION);
        assertThat(page.locator(".answer")).containsText(TownClock.ANSWER);
        page.locator("[data-open=library]").click();
        assertThat(page.locator("[data-choose]")).isVisible();
        page.locator("[data-sign-out]").click();
        assertThat(page.locator("h1")).hasText("Sign in");
        assertThat(page.context().cookies()).noneMatch(each -> each.name.equals("footnote-key"));
    }

    @Test
    void keyThatAsksOpensThePageAndNoMore() throws IOException {
        complaintsAllowed(401);
        Page page = stranger("/", ColorScheme.LIGHT);
        page.locator("#key").fill(keys.make("a reader", Scope.ASK).secret());
        page.locator("#key").press("Enter");
        assertThat(page.locator(".text")).isVisible();
        page.waitForLoadState();
        page.locator("[data-open=library]").click();

        assertThat(page.locator("#library .pick").first()).isVisible();
        assertThat(page.locator("[data-choose]")).isHidden();
        assertThat(page.locator("[data-sign-out]")).isVisible();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/a?b", ""})
    void nobodyIsSentToAnotherSite(String to) {
        signIn(KEY, to)
                .statusCode(303)
                .header("Location", endsWith("/"))
                .header("Location", not(containsString("evil")));
    }

    @Test
    void cookieIsNeitherForScriptsNorForOtherSites() {
        signIn(KEY, "/articles/a")
                .statusCode(303)
                .header("Location", endsWith("/articles/a"))
                .header("Set-Cookie", containsString("HttpOnly"))
                .header("Set-Cookie", containsString("SameSite=Lax"))
                .header("Set-Cookie", not(containsString("Secure")))
                .header("Set-Cookie", not(containsString(KEY)));
        given().header("X-Forwarded-Proto", "https")
                .redirects()
                .follow(false)
                .formParam("key", KEY)
                .post("/sign-in")
                .then()
                .header("Set-Cookie", containsString("; Secure"));
        signIn("", "/").statusCode(401).header("Set-Cookie", nullValue());
        given().header("Via", "1.1 proxy")
                .header("Origin", "https://evil.example")
                .formParam("key", KEY)
                .post("/sign-in")
                .then()
                .statusCode(403);
        given().header("Via", "1.1 proxy")
                .cookie("footnote-key", "not*base64")
                .get("/api/v1/articles")
                .then()
                .statusCode(401);
        given().header("Via", "1.1 proxy")
                .get("/api/v1/articles")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void signInIsAccessible(ColorScheme scheme) {
        complaintsAllowed(401);
        look(stranger("/", scheme), "sign-in-" + scheme.name().toLowerCase(Locale.ROOT));
    }

    private static ValidatableResponse signIn(String key, String to) {
        return given().header("Via", "1.1 proxy")
                .redirects()
                .follow(false)
                .formParam("key", key)
                .formParam("to", to)
                .post("/sign-in")
                .then();
    }

    private Page stranger(String path, ColorScheme scheme) {
        BrowserContext context = context(new Browser.NewContextOptions()
                .setViewportSize(1280, 900)
                .setColorScheme(scheme)
                .setExtraHTTPHeaders(Map.of("Via", "1.1 proxy")));
        Page page = watched(context.newPage());
        page.navigate(server().resolve(path).toString());
        return page;
    }
}
