package dev.footnote.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.footnote.article.Submission;
import dev.footnote.article.UnreadableArticleException;
import dev.footnote.article.UnreadableArticleException.UnreadableReason;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fetching from a server of the test's own, which other names than its own lead to. */
class WebPagesTest {

    private static final String PAGE = "<h1>The mill</h1><p>The mill stood by the river.</p>";

    /** What is configured about fetching. */
    record FetchSettings(boolean enabled, MemorySize largest, Duration timeout) implements FetchConfig {}

    private static final FetchConfig CONFIG =
            new FetchSettings(true, new MemorySize(BigInteger.valueOf(10_000)), Duration.ofSeconds(3));

    /** Where names lead; whatever is asked for is kept. */
    private final Map<String, String> names =
            Map.of("mill.test", "127.0.0.1", "inside.test", "10.0.0.7", "both.test", "127.0.0.1");

    private final List<String> lookedUp = Collections.synchronizedList(new ArrayList<>());
    private final List<String> requested = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final WebPages pages = new WebPages(CONFIG, this::lookUp, WebPagesTest::isServerOrPublic);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private InetAddress[] lookUp(String host) throws UnknownHostException {
        lookedUp.add(host);
        if (host.equals("nowhere.test")) {
            throw new UnknownHostException(host);
        }
        if (host.equals("both.test")) {
            return new InetAddress[] {InetAddress.getLoopbackAddress(), InetAddress.getByName("10.0.0.7")};
        }
        return InetAddress.getAllByName(names.getOrDefault(host, host));
    }

    private static boolean isServerOrPublic(InetAddress address) {
        return address.getHostAddress().equals("127.0.0.1") || PublicAddresses.contain(address);
    }

    private String address(String host, String path) {
        return "http://" + host + ":" + server.getAddress().getPort() + path;
    }

    private void serve(String path, String type, byte[] content) {
        server.createContext(path, exchange -> {
            note(exchange);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(content);
            }
        });
    }

    private void redirect(String path, int status, String to) {
        server.createContext(path, exchange -> {
            note(exchange);
            exchange.getResponseHeaders().set("Location", to);
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
    }

    private void note(HttpExchange exchange) {
        requested.add(exchange.getRequestHeaders().getFirst("Host").replaceFirst(":.*", "")
                + exchange.getRequestURI().getPath());
    }

    private UnreadableArticleException refusal(UnreadableReason reason, String address) {
        UnreadableArticleException refusal =
                catchThrowableOfType(UnreadableArticleException.class, () -> pages.fetch(address, null));
        assertThat(refusal).as(address).isNotNull();
        assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(reason);
        return refusal;
    }

    @Test
    void pageIsFetchedWithItsNameAndItsAddress() throws Exception {
        serve("/old/mill.php", "text/html; charset=utf-8", PAGE.getBytes(StandardCharsets.UTF_8));
        Submission page = pages.fetch(address("mill.test", "/old/mill.php?a=1#top"), "Mills");
        assertThat(new String(page.content(), StandardCharsets.UTF_8)).isEqualTo(PAGE);
        assertThat(page.fileName()).isEqualTo("mill.html");
        assertThat(page.title()).isEqualTo("Mills");
        assertThat(page.source()).isEqualTo(address("mill.test", "/old/mill.php?a=1"));
        assertThat(requested).containsExactly("mill.test/old/mill.php");
    }

    @Test
    void typeTellsTheFormatAndTheAddressWhereItIsVague() throws Exception {
        for (String[] each : List.of(
                new String[] {"/1", "application/pdf", "1.pdf"},
                new String[] {"/2.csv", "text/plain", "2.csv"},
                new String[] {"/3", "text/plain", "3.txt"},
                new String[] {"/4.docx", "application/octet-stream", "4.docx"},
                new String[] {"/", "text/html", "mill.test.html"})) {
            serve(each[0], each[1], new byte[] {'x'});
            assertThat(pages.fetch(address("mill.test", each[0]), null).fileName())
                    .isEqualTo(each[2]);
        }
        serve("/picture", "image/png", new byte[] {1});
        assertThat(refusal(UnreadableReason.UNSUPPORTED_TYPE, address("mill.test", "/picture")))
                .hasMessageContaining("image/png");
    }

    @Test
    void encodingThatTheServerNamesCounts() throws Exception {
        String text = "The café of Wałęsa.";
        serve("/a", "text/html; charset=iso-8859-2", text.getBytes(Charset.forName("iso-8859-2")));
        serve("/b", "text/html; charset=iso-8859-2", text.getBytes(StandardCharsets.UTF_8));
        assertThat(new String(pages.fetch(address("mill.test", "/a"), null).content(), StandardCharsets.UTF_8))
                .isEqualTo("The caf\u00e9 of Wałęsa.");
        assertThat(new String(pages.fetch(address("mill.test", "/b"), null).content(), StandardCharsets.UTF_8))
                .isEqualTo(text);
    }

    @Test
    void nameIsLookedUpOnceForAStepAndConnectedToWhatCameOfIt() throws Exception {
        serve("/page", "text/html", PAGE.getBytes(StandardCharsets.UTF_8));
        redirect("/start", 302, "/page");
        pages.fetch(address("mill.test", "/start"), null);
        assertThat(lookedUp).containsExactly("mill.test", "mill.test");
        assertThat(requested).containsExactly("mill.test/start", "mill.test/page");
        // A name that leads elsewhere the second time is looked at the second time.
        lookedUp.clear();
        WebPages rebound = new WebPages(
                CONFIG,
                host -> new InetAddress[] {
                    InetAddress.getByName(lookedUp.isEmpty() && lookedUp.add(host) ? "127.0.0.1" : "192.168.0.1")
                },
                WebPagesTest::isServerOrPublic);
        assertThat(catchThrowableOfType(
                                UnreadableArticleException.class,
                                () -> rebound.fetch(address("mill.test", "/start"), null))
                        .reason())
                .isEqualTo(UnreadableReason.ADDRESS_REFUSED);
        assertThat(requested).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://inside.test/",
                "http://both.test/",
                "http://10.1.2.3/",
                "http://172.16.0.1/",
                "http://192.168.1.1/admin",
                "http://169.254.169.254/latest/meta-data/",
                "http://100.64.0.1/",
                "http://0.0.0.0/",
                "http://[::1]/",
                "http://[::]/",
                "http://[fd00::1]/",
                "http://[fe80::1]/",
                "http://[::ffff:10.0.0.1]/",
                "http://[64:ff9b::a00:1]/",
                "http://[2002:a00:1::]/",
                "http://167772161/"
            })
    void whatIsNotPublicIsNotAsked(String inside) {
        String message = refusal(UnreadableReason.ADDRESS_REFUSED, inside).getMessage();
        assertThat(message).contains("not public");
        redirect("/to", 301, inside);
        refusal(UnreadableReason.ADDRESS_REFUSED, address("mill.test", "/to"));
        assertThat(requested).containsExactly("mill.test/to");
    }

    @Test
    void withoutTheTestsLeaveThisMachineIsNotAsked() {
        WebPages real = new WebPages(CONFIG);
        for (String host : List.of("127.0.0.1", "localhost", "127.1", "2130706433")) {
            assertThat(catchThrowableOfType(
                                    UnreadableArticleException.class, () -> real.fetch(address(host, "/"), null))
                            .reason())
                    .isEqualTo(UnreadableReason.ADDRESS_REFUSED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mill", "ftp://mill.test/a", "file:///etc/passwd", "http://", "javascript:alert(1)"})
    void onlyWebAddressesAreTaken(String address) {
        refusal(UnreadableReason.ADDRESS_REFUSED, address);
    }

    @Test
    void redirectsLeadToTheWebOnlyAndNotForever() {
        redirect("/file", 302, "file:///etc/passwd");
        refusal(UnreadableReason.ADDRESS_REFUSED, address("mill.test", "/file"));
        redirect("/round", 307, "/round");
        assertThat(refusal(UnreadableReason.UNREADABLE, address("mill.test", "/round")))
                .hasMessageContaining("5 redirects");
        assertThat(requested).hasSize(7);
    }

    @Test
    void passwordsAreNeitherSentNorRepeated() {
        assertThat(refusal(UnreadableReason.ADDRESS_REFUSED, "http://ada:secret@mill.test/"))
                .hasMessageNotContaining("secret");
        assertThat(lookedUp).isEmpty();
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(refusal(UnreadableReason.UNREADABLE, address("mill.test", "/none")))
                .hasMessageContaining("HTTP 404");
        assertThat(refusal(UnreadableReason.UNREADABLE, "http://nowhere.test/"))
                .hasMessageContaining("no \"nowhere.test\"");
        int port = server.getAddress().getPort();
        server.stop(0);
        assertThat(refusal(UnreadableReason.UNREADABLE, "http://mill.test:" + port + "/"))
                .hasMessageContaining("cannot be fetched");
    }

    @Test
    void sizeIsLimitedWhateverTheServerSays() {
        server.createContext("/long", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                for (int i = 0; i < 100_000; i++) {
                    body.write(new byte[1_000]);
                }
            }
        });
        assertThat(refusal(UnreadableReason.TOO_LARGE, address("mill.test", "/long")))
                .hasMessageContaining("10000 bytes");
    }

    @Test
    void timeIsLimitedOverAllSteps() {
        server.createContext("/slow", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                for (int i = 0; i < 100; i++) {
                    body.write('x');
                    body.flush();
                    Thread.sleep(200);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        long start = System.nanoTime();
        assertThat(refusal(UnreadableReason.UNREADABLE, address("mill.test", "/slow")))
                .hasMessageContaining("within 3 s");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
        WebPages stuck = new WebPages(
                new FetchSettings(true, new MemorySize(BigInteger.TEN), Duration.ofMillis(300)),
                host -> {
                    try {
                        Thread.sleep(20_000);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return new InetAddress[0];
                },
                address -> true);
        assertThat(catchThrowableOfType(UnreadableArticleException.class, () -> stuck.fetch("http://mill.test/", null))
                        .reason())
                .isEqualTo(UnreadableReason.UNREADABLE);
    }

    @Test
    void isOffUnlessSwitchedOn() {
        WebPages off = new WebPages(new FetchSettings(false, new MemorySize(BigInteger.TEN), Duration.ofSeconds(1)));
        UnreadableArticleException refusal =
                catchThrowableOfType(UnreadableArticleException.class, () -> off.fetch("https://example.org/", null));
        assertThat(refusal.reason()).isEqualTo(UnreadableReason.ADDRESS_REFUSED);
        assertThat(refusal).hasMessageContaining("url").hasMessageContaining("footnote.fetch.enabled");
    }
}
