package dev.footnote.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The browser that tests drive: one that is installed, else one that the system's package manager installs now. There is no
 * third way: a test that needs a browser never passes without one.
 */
final class Chromium implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge");

    private static final Path ON_A_MAC = Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** How to install one, by the name of the package manager. */
    private static final Map<String, String> INSTALLS = Map.of(
            "apt-get",
            "apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends"
                    + " chromium fonts-dejavu-core",
            "dnf",
            "dnf install -y chromium",
            "apk",
            "apk add --no-cache chromium font-dejavu",
            "pacman",
            "pacman -Sy --noconfirm chromium");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts it, without a window. */
    static Chromium start() {
        Path executable = found().orElseGet(Chromium::installed);
        System.out.println("Browser tests run in " + executable);
        // The driver would otherwise fetch browsers of its own from a server that need not be reachable.
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setHeadless(true)
                        .setArgs(FLAGS));
        return new Chromium(playwright, browser);
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> found() {
        Stream<Path> onPath = NAMES.stream().flatMap(name -> onPath(name).stream());
        return Stream.concat(onPath, Stream.of(ON_A_MAC))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> onPath(String name) {
        return Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)),
                        Stream.of("/usr/bin", "/usr/sbin", "/snap/bin"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path installed() {
        String remedy = "Browser tests need Chromium or Chrome and found neither. Install one, for example with"
                + " \"apt-get install chromium\", and run the tests again.";
        String manager = INSTALLS.keySet().stream()
                .filter(name -> onPath(name).isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(remedy));
        String prefix = "root".equals(System.getProperty("user.name")) ? "" : "sudo -n ";
        System.out.println("Browser tests need Chromium and found none: installing it with " + manager + " ...");
        try {
            Process install = new ProcessBuilder(
                            "sh", "-c", prefix + "sh -c '" + INSTALLS.get(manager) + "' 2>&1 | tail -n 5")
                    .inheritIO()
                    .start();
            if (!install.waitFor(15, TimeUnit.MINUTES)) {
                install.destroyForcibly();
            }
        } catch (IOException e) {
            throw new IllegalStateException(remedy, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(remedy, e);
        }
        return found().orElseThrow(() -> new IllegalStateException(remedy));
    }
}
