package dev.footnote.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.footnote.KeyTool;
import dev.footnote.article.IndexUnavailableException;
import dev.footnote.home.CannotStartException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS, passwords and hosts, against stand-ins: the OpenSearch of the other tests has none of them. */
class OpenSearchConnectionTest {

    private static final String STORE_PASSWORD = "not-secret";
    private static final String SECRET = "pass:wörd";
    private static final Duration LONG = Duration.ofSeconds(20);

    private final List<HttpServer> servers = new ArrayList<>();
    private final List<String> authorizations = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
        threads.shutdownNow();
    }

    @Test
    void tlsServerIsKnownByItsCertificateAndTheUserByBasicAuthentication() throws Exception {
        URI server = secure("san=dns:localhost,ip:127.0.0.1", 200);

        assertThat(send(settings(server).withCaFile(certificate()).withUser("kim", SECRET))
                        .body()
                        .path("ok")
                        .asBoolean())
                .isTrue();
        assertThat(authorizations)
                .containsExactly("Basic "
                        + Base64.getEncoder().encodeToString(("kim:" + SECRET).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anApiKeyIsSentAsItIs() throws Exception {
        URI server = secure("san=dns:localhost,ip:127.0.0.1", 200);

        send(settings(server).withCaFile(certificate()).withApiKey("a2V5OnNlY3JldA=="));

        assertThat(authorizations).containsExactly("ApiKey a2V5OnNlY3JldA==");
    }

    @Test
    void aServerThatNobodyVouchesForGetsNothing() throws Exception {
        URI server = secure("san=dns:localhost,ip:127.0.0.1", 200);

        assertThatThrownBy(() -> send(settings(server).withUser("kim", SECRET)))
                .isInstanceOf(IndexUnavailableException.class)
                .hasMessageContaining(server.toString())
                .hasMessageNotContaining(SECRET);
        assertThat(authorizations).isEmpty();
    }

    @Test
    void aCertificateOfAnotherNameIsRefused() throws Exception {
        URI server = secure("san=dns:search.test", 200);

        assertThatThrownBy(() -> send(settings(server).withCaFile(certificate()).withUser("kim", SECRET)))
                .isInstanceOf(IndexUnavailableException.class);
        assertThat(authorizations).isEmpty();
    }

    @Test
    void whoIsNotLetInIsToldWhichSettingsSayWhoHeIs() throws Exception {
        URI server = secure("san=dns:localhost,ip:127.0.0.1", 401);

        assertThatThrownBy(() -> send(settings(server).withCaFile(certificate()).withUser("kim", SECRET)))
                .isInstanceOf(IndexUnavailableException.class)
                .hasMessageContaining("footnote.opensearch.user-name")
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void hostsAreTriedInTurnAndTheOneThatAnswersIsKept() throws Exception {
        URI busy = plain(exchange -> answer(exchange, 503));
        URI good = plain(exchange -> answer(exchange, 200));
        OpenSearchConnection connection =
                new OpenSearchConnection(settings(URI.create("http://127.0.0.1:9"), busy, good));

        for (int i = 0; i < 3; i++) {
            assertThat(connection.send("GET", "/", null, LONG).isOk()).isTrue();
        }
        assertThat(authorizations).as("requests of the one and the other").hasSize(4);
    }

    @Test
    void anAnswerThatNeverEndsIsNotWaitedFor() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        URI slow = plain(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        OpenSearchConnection connection = new OpenSearchConnection(settings(slow));

        assertThatThrownBy(() -> connection.send("GET", "/", null, Duration.ofMillis(300)))
                .isInstanceOf(IndexUnavailableException.class)
                .hasMessageContaining("300 ms");
        over.countDown();
    }

    @Test
    void settingsThatMakeNoSenseEndTheStartWithASentence() {
        URI server = URI.create("https://search.test:9200");
        refused(settings(), "footnote.opensearch.hosts");
        refused(settings(URI.create("search.test:9200")), "footnote.opensearch.hosts");
        refused(
                settings(URI.create("https://kim:" + "hidden" + "@search.test")),
                "footnote.opensearch.user-name",
                "hidden");
        refused(settings(server).withUser("kim", SECRET).withApiKey("key"), "api-key");
        refused(settings(server).withCaFile(folder.resolve("none.pem")), "footnote.opensearch.ca-file");
    }

    private static void refused(OpenSearchSettings settings, String named, String... hidden) {
        assertThatThrownBy(() -> new OpenSearchConnection(settings))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining(named)
                .satisfies(e -> {
                    if (hidden.length > 0) {
                        assertThat(e.getMessage()).doesNotContain(hidden);
                    }
                });
    }

    private static OpenSearchConnection.OpenSearchResponse send(OpenSearchSettings settings) {
        return new OpenSearchConnection(settings).send("GET", "/", null, LONG);
    }

    private static OpenSearchSettings settings(URI... hosts) {
        return OpenSearchSettings.of("footnote", hosts);
    }

    private interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    private URI plain(Handler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        begin(server, handler);
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private URI secure(String names, int status) throws Exception {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(KeyTool.keys(folder, "server", "search.test", names, STORE_PASSWORD), STORE_PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        begin(server, exchange -> answer(exchange, status));
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    }

    private void begin(HttpServer server, Handler handler) {
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            handler.handle(exchange);
        });
        server.start();
        servers.add(server);
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        byte[] body = "{\"ok\":true}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** The certificate that {@link KeyTool} has made, in PEM. */
    private Path certificate() throws Exception {
        byte[] encoded =
                KeyTool.stored(folder, STORE_PASSWORD).getCertificate("server").getEncoded();
        return Files.writeString(
                folder.resolve("ca.pem"),
                "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(encoded)
                        + "\n-----END CERTIFICATE-----\n");
    }
}
