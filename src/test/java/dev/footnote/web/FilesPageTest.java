package dev.footnote.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.footnote.TownClock;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several files that are added at once. */
@QuarkusTest
class FilesPageTest extends BrowserTest {

    @ParameterizedTest
    @CsvSource({"LIGHT, false", "DARK, false", "LIGHT, true", "DARK, true"})
    void severalFilesHaveALineAndAProgressEach(ColorScheme scheme, boolean isPhone) {
        complaintsAllowed(415, 422);
        String suffix = (isPhone ? "phone-" : "wide-") + scheme.name().toLowerCase(Locale.ROOT);
        Page page = isPhone ? phone("/", scheme) : wide("/", scheme);
        List<Route> held = new ArrayList<>();
        page.route("**/api/v1/articles", route -> {
            if (route.request().method().equals("POST")) {
                held.add(route);
            } else {
                route.resume();
            }
        });
        page.locator("[data-open=library]").click();
        assertThat(page.locator(".library .pick").first()).isVisible();

        page.locator("#file").setInputFiles(new FilePayload[] {
            text("bridge.txt", "The harbour bridge was painted green by Ada Lamb in 1931."),
            new FilePayload("photo.png", "image/png", new byte[] {(byte) 0x89, 0, 1}),
            text("mill.txt", "The mill on the hill was built by Bo Ek in 1902.")
        });

        Locator lines = page.locator(".uploads li");
        assertThat(lines.locator("b")).hasText(new String[] {"bridge.txt", "photo.png", "mill.txt"});
        assertThat(lines.locator("progress")).hasCount(3);
        assertThat(lines.nth(0).locator("small")).hasText(Pattern.compile("Sending, \\d+%|Reading"));
        assertThat(lines.nth(1).locator("small")).hasText("Waiting");
        assertThat(lines.nth(2).locator("small")).hasText("Waiting");
        look(page, "files-" + suffix);

        release(page, held, 1);
        assertThat(lines.locator("b")).hasText(new String[] {"photo.png", "mill.txt"});
        release(page, held, 2);
        Locator failed = page.locator(".uploads .failed");
        assertThat(failed.locator("small")).containsText("photo.png");
        assertThat(failed.locator("progress")).hasCount(0);
        assertThat(lines).hasCount(2);
        look(page, "files-failed-" + suffix);
        release(page, held, 3);
        assertThat(lines).hasCount(1);

        assertThat(page.locator(".text")).containsText("built by Bo Ek");
        added.addAll(given().get("/api/v1/articles").jsonPath().getList("articles.id", String.class).stream()
                .filter(id -> !id.equals(TownClock.ID))
                .toList());
        assertThat(added).hasSize(2);
        failed.locator("button").click();
        assertThat(lines).hasCount(0);
    }

    /** Lets the request of that number go on once it was made. */
    private static void release(Page page, List<Route> held, int number) {
        page.waitForCondition(() -> held.size() >= number);
        assertThat(held).hasSize(number);
        held.get(number - 1).resume();
    }

    private static FilePayload text(String name, String text) {
        return new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }
}
