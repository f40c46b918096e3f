package dev.footnote.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.footnote.KeyTool;
import dev.footnote.article.Submission;
import dev.footnote.article.UnreadableArticleException;
import dev.footnote.article.UnreadableArticleException.UnreadableReason;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetching over TLS: the connection goes to the address that was looked up, the certificate must be that of the name. */
class SecureWebPagesTest {

    private static final String PASSWORD = "not-secret";
    private static final String PAGE = "<p>The mill stood by the river.</p>";

    private static final FetchConfig CONFIG =
            new WebPagesTest.FetchSettings(true, new MemorySize(BigInteger.valueOf(10_000)), Duration.ofSeconds(10));

    @TempDir
    Path folder;

    private HttpsServer server;
    private OkHttpClient trusting;

    @BeforeEach
    void start() throws Exception {
        KeyStore keys = keys();
        SSLContext context = SSLContext.getInstance("TLS");
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD.toCharArray());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        trusting = new OkHttpClient.Builder()
                .sslSocketFactory(context.getSocketFactory(), (X509TrustManager) trusted.getTrustManagers()[0])
                .build();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(page);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** A key whose certificate is for {@code mill.test}, which is trusted too. */
    private KeyStore keys() throws Exception {
        KeyStore keys = KeyTool.keys(folder, "mill", "mill.test", "san=dns:mill.test", PASSWORD);
        // A certificate that signs itself is trusted where it stands as such.
        keys.setCertificateEntry("mill-trusted", keys.getCertificate("mill"));
        return keys;
    }

    private WebPages pages(OkHttpClient client) {
        return new WebPages(
                CONFIG, host -> new InetAddress[] {InetAddress.getLoopbackAddress()}, address -> true, client);
    }

    private String address(String host) {
        return "https://" + host + ":" + server.getAddress().getPort() + "/mill.html";
    }

    @Test
    void pageIsFetchedWhereTheCertificateIsThatOfTheName() throws Exception {
        Submission page = pages(trusting).fetch(address("mill.test"), null);
        assertThat(new String(page.content(), StandardCharsets.UTF_8)).isEqualTo(PAGE);
        assertThat(page.source()).isEqualTo(address("mill.test"));
    }

    @Test
    void anotherNamesCertificateIsRefused() {
        assertThat(refusal(trusting, "other.test"))
                .hasMessageContaining("other.test")
                .hasMessageContaining("cannot be");
    }

    @Test
    void certificateThatNobodyVouchesForIsRefused() {
        assertThat(refusal(new OkHttpClient(), "mill.test")).hasMessageContaining("cannot be fetched");
    }

    private UnreadableArticleException refusal(OkHttpClient client, String host) {
        UnreadableArticleException refusal = catchThrowableOfType(
                UnreadableArticleException.class, () -> pages(client).fetch(address(host), null));
        assertThat(refusal.reason()).isEqualTo(UnreadableReason.UNREADABLE);
        return refusal;
    }
}
