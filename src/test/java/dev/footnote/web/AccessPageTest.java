package dev.footnote.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.footnote.http.ApiKeys;
import dev.footnote.http.Scope;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one may not do is not offered, and a key changes what one may do. */
@QuarkusTest
@TestProfile(AccessPageTest.PublishedPage.class)
class AccessPageTest extends BrowserTest {

    private static final String KEY = "the-key";

    private static final String WITH_MODEL =
            """
            {"engines":[{"name":"extractive","provider":null,"model":null,"remote":false,"host":null,"default":false},
            {"name":"llm","provider":"ollama","model":"small","remote":false,"host":"localhost","default":true}]}""";

    private final ApiKeys keys;

    AccessPageTest(ApiKeys keys) {
        this.keys = keys;
    }

    /** A server that has a key. */
    public static class PublishedPage implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("footnote.http.api-key", KEY, "footnote.http.rate-limit.requests", "10000");
        }
    }

    @Test
    void serverTellsWhatTheCallerMayDo() throws IOException {
        given().get("/api/v1/access")
                .then()
                .statusCode(200)
                .body("read", equalTo(true))
                .body("language_model", equalTo(true))
                .body("manage", equalTo(true))
                .body("known_by", equalTo("this machine"))
                .body("takes_keys", equalTo(false))
                .body("size()", equalTo(6));
        proxied()
                .get("/api/v1/access")
                .then()
                .body("read", equalTo(true))
                .body("ask", equalTo(true))
                .body("language_model", equalTo(false))
                .body("manage", equalTo(false))
                .body("known_by", nullValue())
                .body("takes_keys", equalTo(true));
        proxied()
                .header("X-Api-Key", keys.make("a portal", Scope.ASK).secret())
                .get("/api/v1/access")
                .then()
                .body("language_model", equalTo(true))
                .body("manage", equalTo(false))
                .body("known_by", equalTo("key"))
                .body("takes_keys", equalTo(true));
        proxied()
                .header("Authorization", "Bearer " + KEY)
                .get("/api/v1/access")
                .then()
                .body("manage", equalTo(true))
                .body("takes_keys", equalTo(false));
    }

    @Test
    void onThisMachineNobodyIsAskedForAKey() {
        Page page = open("/");
        page.locator("[data-open=library]").click();

        assertThat(page.locator("[data-choose]")).isVisible();
        assertThat(page.locator("[data-delete]").first()).isVisible();
        assertThat(page.locator("[data-sign-in]")).isHidden();
        assertThat(page.locator("[data-sign-out]")).isHidden();
    }

    @Test
    void strangerIsOfferedNeitherToAddNorToDelete() {
        Page page = stranger(ColorScheme.LIGHT);
        page.locator("[data-open=library]").click();

        assertThat(page.locator("#library .pick").first()).isVisible();
        assertThat(page.locator("[data-choose]")).isHidden();
        assertThat(page.locator("[data-paste]")).isHidden();
        assertThat(page.locator("[data-delete]").first()).isHidden();
        assertThat(page.locator("[data-sign-in]")).isVisible();
        page.keyboard().press("Escape");
        ask(page, QUESTION);
        assertThat(page.locator(".answer")).isVisible();
    }

    @Test
    void keyThatManagesShowsWhatItLetsOneDoUntilOneSignsOut() {
        Page page = stranger(ColorScheme.LIGHT);
        signIn(page, KEY);

        page.locator("[data-paste]").click();
        page.getByLabel("Text", new Page.GetByLabelOptions().setExact(true))
                .fill("A lamp was lit by Ada Lamb in the harbour.");
        page.locator("[data-paste-form] [type=submit]").click();
        assertThat(page.locator(".text")).containsText("A lamp was lit");
        added.add(page.locator(".text").getAttribute("data-article"));

        page.reload();
        page.locator("[data-open=library]").click();
        assertThat(page.locator("[data-choose]")).isVisible();
        page.locator("[data-sign-out]").click();
        assertThat(page.locator("[data-choose]")).isHidden();
        assertThat(page.locator("[data-sign-in]")).isVisible();
        assertThat((String) page.evaluate("sessionStorage.getItem('footnote.key')"))
                .isNull();
    }

    @Test
    void keyThatNobodyMadeIsSaidToBeNone() {
        Page page = stranger(ColorScheme.LIGHT);
        signIn(page, "wrong");

        assertThat(page.locator("[data-sign-in-text]")).containsText("not a key");
        assertThat(page.locator("[data-choose]")).isHidden();
    }

    @Test
    void languageModelIsOfferedToThoseWhoMayUseIt() throws IOException {
        String portal = keys.make("a portal", Scope.ASK).secret();
        Page page = stranger(ColorScheme.LIGHT);
        assertThat(page.locator("[data-engine-pick]")).isHidden();

        signIn(page, portal);
        assertThat(page.locator("[data-engine-pick]")).isVisible();
        assertThat(page.locator("[data-engine]")).hasValue("llm");
        assertThat(page.locator("[data-choose]")).isHidden();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void everyStateIsAccessible(ColorScheme scheme) {
        String suffix = scheme.name().toLowerCase(Locale.ROOT);
        Page page = stranger(scheme);
        page.locator("[data-open=library]").click();
        assertThat(page.locator("#library .pick").first()).isVisible();
        look(page, "access-stranger-" + suffix);
        page.locator("[data-sign-in]").click();
        look(page, "access-sign-in-" + suffix);
        page.locator("#key").fill(KEY);
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-choose]")).isVisible();
        look(page, "access-signed-in-" + suffix);
    }

    private static void signIn(Page page, String key) {
        Locator signIn = page.locator("[data-sign-in]");
        if (!signIn.isVisible()) {
            page.locator("[data-open=library]").click();
        }
        signIn.click();
        page.locator("#key").fill(key);
        page.keyboard().press("Enter");
    }

    /** The page as it comes through a proxy, which makes everyone a stranger. */
    private Page stranger(ColorScheme scheme) {
        BrowserContext context = context(new Browser.NewContextOptions()
                .setViewportSize(1280, 900)
                .setColorScheme(scheme)
                .setExtraHTTPHeaders(Map.of("Via", "1.1 proxy")));
        engines(context, WITH_MODEL);
        Page page = watched(context.newPage());
        page.navigate(server().toString());
        return page;
    }

    private static RequestSpecification proxied() {
        return given().header("Via", "1.1 proxy");
    }
}
