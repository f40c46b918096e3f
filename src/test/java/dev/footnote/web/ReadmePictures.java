package dev.footnote.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Makes the pictures of the README, of the page as it is now over the article in {@code seeds/}. No part of the tests; run it
 * with {@code ./mvnw test -Dtest=ReadmePictures}.
 */
@QuarkusTest
@TestProfile(ReadmePictures.SeedsOfTheProject.class)
class ReadmePictures extends BrowserTest {

    private static final Path IMAGES = Path.of(".github", "images");

    private static final String ASKED = "Who vetoed the resolution?";

    private static final String CHECKED =
            "Russia vetoed the resolution. The attack killed 78 people. Assad spoke with AFP in Damascus.";

    private static final Duration BRIEF = Duration.ofMillis(350);
    private static final Duration LONG = Duration.ofMillis(2500);

    /** The page over the article that a newcomer has. */
    public static class SeedsOfTheProject implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("footnote.seeds", "seeds");
        }
    }

    @Test
    void citationOnAPhone() {
        Page page = phone("/", ColorScheme.DARK);
        ask(page, ASKED);
        page.locator(".answer .cite").first().click();
        page.waitForTimeout(2500); // the sentence has stopped glowing
        shoot(page, "citation-on-a-phone.png");
    }

    @Test
    void selectedWords() {
        Page page = visit("/", new Browser.NewContextOptions().setViewportSize(1280, 640));
        page.keyboard().press("s");
        assertThat(page.locator("#lens")).isVisible();
        shoot(page, "selected-words.png");
    }

    @Test
    void askFollowAndCheck() throws IOException {
        Page page = visit("/", new Browser.NewContextOptions().setViewportSize(1120, 640));
        MovingPicture picture = new MovingPicture();
        add(picture, page, LONG);
        for (int end = 4; end < ASKED.length(); end += 6) {
            page.locator("#ask").fill(ASKED.substring(0, end));
            add(picture, page, BRIEF);
        }
        page.locator("#ask").fill(ASKED);
        add(picture, page, BRIEF.multipliedBy(2));
        ask(page, ASKED);
        add(picture, page, LONG);
        page.locator(".answer .cite").first().hover();
        assertThat(page.locator("#card")).isVisible();
        add(picture, page, LONG);
        page.locator(".answer .cite").first().click();
        page.mouse().move(0, 0);
        page.waitForTimeout(2500);
        add(picture, page, LONG);
        page.locator(".top [data-check]").click();
        add(picture, page, BRIEF.multipliedBy(3));
        page.locator("#check-text").fill(CHECKED);
        add(picture, page, BRIEF.multipliedBy(3));
        page.locator("#check [type=submit]").click();
        assertThat(page.locator(".note")).hasCount(3);
        add(picture, page, LONG.multipliedBy(2));
        picture.write(IMAGES.resolve("ask-follow-check.gif"));
    }

    private static void add(MovingPicture picture, Page page, Duration shown) throws IOException {
        picture.add(ImageIO.read(new ByteArrayInputStream(still(page, null))), shown);
    }

    private static void shoot(Page page, String name) {
        still(page, IMAGES.resolve(name));
    }

    private static byte[] still(Page page, @Nullable Path file) {
        page.waitForTimeout(500); // what fades or slides in has arrived
        Page.ScreenshotOptions options = new Page.ScreenshotOptions();
        return page.screenshot(file == null ? options : options.setPath(file));
    }
}
