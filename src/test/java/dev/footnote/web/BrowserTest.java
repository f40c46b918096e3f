package dev.footnote.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import dev.footnote.TownClock;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** What tests of the page share: a browser, its windows, and what it must not complain of. */
abstract class BrowserTest {

    static final String QUESTION = TownClock.QUESTION;

    /** What the server says of who can answer where no language model is set up. */
    static final String EXTRACTIVE =
            """
            {"engines":[{"name":"extractive","provider":null,"model":null,"remote":false,"host":null,"default":true}]}""";

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    static Chromium chromium;

    final List<BrowserContext> contexts = new ArrayList<>();
    final List<String> complaints = new ArrayList<>();
    final List<String> allowed = new ArrayList<>();
    final List<String> added = new ArrayList<>();

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
        // How long a busy machine may take: what is waited for comes, or the test fails.
        setDefaultAssertionTimeout(60_000);
    }

    @AfterAll
    static void stopBrowser() {
        chromium.close();
    }

    @AfterEach
    void leaveNothingBehind() {
        contexts.forEach(BrowserContext::close);
        added.forEach(id -> given().delete("/api/v1/articles/" + id));
        assertThat(complaints)
                .as("what the browser complained of")
                .filteredOn(complaint -> allowed.stream().noneMatch(complaint::contains))
                .isEmpty();
    }

    /** Takes a picture of a state and holds it to WCAG 2.2 AA. */
    static void look(Page page, String state) {
        page.waitForTimeout(350); // what fades or slides in has arrived
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(state + ".png")));
        List<Rule> violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze()
                .getViolations();
        assertThat(violations)
                .as("what axe finds in the state " + state)
                .extracting(rule -> rule.getId() + ": "
                        + rule.getNodes().stream().map(Object::toString).toList())
                .isEmpty();
    }

    static URI server() {
        return URI.create("http://localhost:" + RestAssured.port + "/");
    }

    Page open(String path) {
        return wide(path, ColorScheme.LIGHT);
    }

    Page wide(String path, ColorScheme scheme) {
        return visit(
                path, new Browser.NewContextOptions().setViewportSize(1280, 900).setColorScheme(scheme));
    }

    Page phone(String path, ColorScheme scheme) {
        return visit(
                path,
                new Browser.NewContextOptions()
                        .setViewportSize(390, 844)
                        .setHasTouch(true)
                        .setColorScheme(scheme));
    }

    Page visit(String path, Browser.NewContextOptions options) {
        Page page = watched(context(options).newPage());
        page.setDefaultTimeout(120_000);
        page.navigate(server().resolve(path).toString());
        return page;
    }

    BrowserContext context(Browser.NewContextOptions options) {
        BrowserContext context = chromium.browser().newContext(options);
        contexts.add(context);
        engines(context, EXTRACTIVE);
        return context;
    }

    /** A page whose errors, violations of the content security policy among them, fail the test. */
    Page watched(Page page) {
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    /** The browser logs every failed request; these are what the test is about. */
    void complaintsAllowed(Object... parts) {
        Stream.of(parts).map(Object::toString).forEach(allowed::add);
    }

    static void ask(Page page, String question) {
        int turns = page.locator(".turn").count();
        page.locator("#ask").fill(question);
        page.locator("#ask").press("Enter");
        assertThat(page.locator(".turn")).hasCount(turns + 1);
        assertThat(page.locator(".turn[aria-busy]")).hasCount(0);
    }

    /** A field of the first citation of the newest answer, as the page keeps it. */
    static String citation(Page page, String field) {
        return (String) page.evaluate(
                "field => JSON.parse(localStorage.getItem('footnote.chat.' + localStorage.getItem('footnote.current')))"
                        + ".turns.at(-1).answer.citations[0][field]",
                field);
    }

    JsonPath answerTo(String question) {
        return given().contentType("application/json")
                .body(Map.of("question", question))
                .post("/api/v1/ask")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    String streamedAnswerTo(String question) {
        return given().contentType("application/json")
                .accept("text/event-stream")
                .body(Map.of("question", question, "stream", true))
                .post("/api/v1/ask")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    String add(String text, String title) {
        String id = given().contentType("application/json")
                .body(Map.of("text", text, "title", title))
                .post("/api/v1/articles")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        added.add(id);
        return id;
    }

    void replace(String id, String text) {
        given().contentType("application/json")
                .body(Map.of("text", text))
                .put("/api/v1/articles/" + id)
                .then()
                .statusCode(200);
    }

    /** Has the server, as far as the browser sees, these engines. */
    static void engines(BrowserContext context, String engines) {
        context.route("**/api/v1/engines", route -> fulfil(route, "application/json", engines));
    }

    /** Answers a request in the server's place. */
    static void fulfil(Route route, String contentType, String body) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(200)
                .setContentType(contentType)
                .setBody(body));
    }
}
