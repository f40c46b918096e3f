package dev.footnote.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import dev.footnote.TownClock;
import dev.footnote.ingestion.Ingestion;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The answer box on a page of another site, and what browsers keep other sites from. */
@QuarkusTest
@WithTestResource(value = EmbedTest.OtherSite.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class EmbedTest extends BrowserTest {

    /** Set from outside, before each test. */
    @Nullable
    HttpServer other;

    private final Ingestion ingestion;

    EmbedTest(Ingestion ingestion) {
        this.ingestion = ingestion;
    }

    /** A site whose pages may hold the answer box, under a strict content security policy. */
    public static class OtherSite implements QuarkusTestResourceLifecycleManager {

        private final HttpServer site = bind();

        @Override
        public Map<String, String> start() {
            site.createContext("/", exchange -> {
                String footnote = exchange.getRequestURI().getQuery();
                byte[] page = ("<!doctype html><html lang=en><title>Other</title><main><h1>Other</h1>"
                                + "<footnote-answers label='Ask us'></footnote-answers></main>"
                                + "<script type=module src='" + footnote + "assets/embed.js'></script>")
                        .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "text/html;charset=utf-8");
                exchange.getResponseHeaders()
                        .add(
                                "Content-Security-Policy",
                                "default-src 'none'; script-src " + footnote + "; connect-src " + footnote);
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
                exchange.close();
            });
            site.start();
            return Map.of("footnote.http.embed-origins", origin(site));
        }

        @Override
        public void stop() {
            site.stop(0);
        }

        @Override
        public void inject(Object test) {
            if (test instanceof EmbedTest embed) {
                embed.other = site;
            }
        }

        private static HttpServer bind() {
            try {
                return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @BeforeEach
    void articlesAreReady() throws InterruptedException {
        ingestion.awaitReady();
    }

    @Test
    void boxOnAnotherSiteAnswersWithItsFootnote() {
        Page page = watched(context(new Browser.NewContextOptions()).newPage());
        page.navigate(origin(other) + "/?" + server());
        complaintsAllowed("favicon");
        page.getByLabel("Ask us").fill(QUESTION);
        page.getByLabel("Ask us").press("Enter");
        assertThat(page.locator("footnote-answers .said")).hasText(TownClock.NOTED_ANSWER);
        String link = page.locator("footnote-answers a").getAttribute("href");
        assertThat(link).startsWith(server() + "articles/").contains("?cite=");
        look(page, "embedded");
    }

    @Test
    void otherSitesAndOtherPathsStayClosed() {
        String allowed = origin(other);
        given().header("Origin", allowed)
                .header("Access-Control-Request-Method", "POST")
                .options("/api/v1/ask")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", equalTo(allowed))
                .header("Access-Control-Allow-Methods", equalTo("POST"))
                .header("Access-Control-Allow-Credentials", nullValue());
        given().header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "POST")
                .options("/api/v1/ask")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
        given().header("Origin", allowed)
                .contentType("application/json")
                .body("{\"text\":\"A text.\"}")
                .post("/api/v1/articles")
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    private static String origin(@Nullable HttpServer site) {
        if (site == null) {
            throw new IllegalStateException("The other site was not set");
        }
        return "http://localhost:" + site.getAddress().getPort();
    }
}
