package dev.footnote.retrieval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.footnote.article.IndexUnavailableException;
import dev.footnote.home.CannotStartException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Requests to the nodes of one OpenSearch cluster, which are tried in turn, each once: whatever is sent here may be sent
 * twice. Safe for use by several threads.
 */
final class OpenSearchConnection {

    static final ObjectMapper JSON = new ObjectMapper();

    /** A node that answers so cannot do it now; another one may. */
    private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);

    private final List<String> hosts;
    private final @Nullable String authorization;
    private final HttpClient client;

    /** The host that answered last is asked first. */
    private volatile int preferred;

    /** @throws CannotStartException if a setting is missing or makes no sense; the message names it */
    OpenSearchConnection(OpenSearchConfig config) {
        hosts = config.hosts().stream().map(OpenSearchConnection::address).toList();
        if (hosts.isEmpty()) {
            throw new CannotStartException("footnote.opensearch.hosts is empty; give it an address such as"
                    + " https://search.example.org:9200.");
        }
        authorization = authorization(config);
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(config.connectTimeout());
        config.caFile().ifPresent(file -> builder.sslContext(trusting(file)));
        client = builder.build();
    }

    /**
     * What a host answered.
     *
     * @param status of HTTP
     * @param body missing if it is no JSON
     */
    record OpenSearchResponse(int status, JsonNode body) {

        boolean isOk() {
            return status >= 200 && status < 300;
        }

        /** Why it is not, in OpenSearch's words. */
        String reason() {
            JsonNode error = body.path("error");
            String reason = error.path("reason").asText(error.isTextual() ? error.asText() : "no reason given");
            return status + ", " + reason;
        }
    }

    /** The addresses, for messages. */
    String where() {
        return String.join(", ", hosts);
    }

    /**
     * Sends a request to the first host that answers it.
     *
     * @param body JSON, or lines of JSON for an address that takes several; null for none
     * @throws IndexUnavailableException if no host does
     */
    OpenSearchResponse send(String method, String path, @Nullable String body, Duration timeout) {
        int first = preferred;
        String failure = "";
        Throwable cause = null;
        for (int i = 0; i < hosts.size(); i++) {
            int number = (first + i) % hosts.size();
            String host = hosts.get(number);
            try {
                OpenSearchResponse response = exchange(host, method, path, body, timeout);
                if (!BUSY.contains(response.status())) {
                    preferred = number;
                    requireAccess(host, response);
                    return response;
                }
                failure = host + " answers " + response.reason();
            } catch (IOException e) {
                failure = host + " " + complaint(e, timeout);
                cause = e;
            }
        }
        String message = "OpenSearch, which holds the index, cannot be used: " + failure
                + ". Check that it runs and that footnote.opensearch.hosts names it.";
        throw cause == null ? new IndexUnavailableException(message) : new IndexUnavailableException(message, cause);
    }

    private static void requireAccess(String host, OpenSearchResponse response) {
        if (response.status() == 401 || response.status() == 403) {
            throw new IndexUnavailableException("OpenSearch at " + host + " refuses access (" + response.status()
                    + "). Check footnote.opensearch.user-name and .password, or .api-key, and what that user may do.");
        }
    }

    private static String complaint(IOException e, Duration timeout) {
        if (e instanceof HttpConnectTimeoutException) {
            return "takes no connection in time";
        }
        if (e instanceof ConnectException) {
            return "takes no connection";
        }
        if (e instanceof SlowAnswerException) {
            return "has not answered within " + timeout.toMillis() + " ms";
        }
        return "gives no answer (" + e.getMessage() + ")";
    }

    private static final class SlowAnswerException extends IOException {
        private static final long serialVersionUID = 1;
    }

    private OpenSearchResponse exchange(
            String host, String method, String path, @Nullable String body, Duration timeout) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(host + path))
                .timeout(timeout)
                .header("Accept", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (body != null) {
            // Lines of JSON begin with an object on a line of its own, and end with a line break.
            request.header("Content-Type", body.endsWith("\n") ? "application/x-ndjson" : "application/json");
        }
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        // The client's own limit of time ends with the headers; the body has to come in time, too.
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        try {
            HttpResponse<byte[]> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return new OpenSearchResponse(response.statusCode(), json(response));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new SlowAnswerException();
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof java.net.http.HttpTimeoutException timedOut
                    && !(timedOut instanceof HttpConnectTimeoutException)) {
                throw new SlowAnswerException();
            }
            throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
        }
    }

    private static JsonNode json(HttpResponse<byte[]> response) throws IOException {
        if (response.body().length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            if (response.statusCode() >= 400) {
                return MissingNode.getInstance();
            }
            throw new IOException("it does not speak JSON", e);
        }
    }

    private static String address(URI host) {
        String scheme = String.valueOf(host.getScheme());
        if (!Set.of("http", "https").contains(scheme) || host.getHost() == null || host.getUserInfo() != null) {
            // Not the address itself: what stands before an @ in it is a secret.
            throw new CannotStartException("An address in footnote.opensearch.hosts is not of the form"
                    + " https://search.example.org:9200. A user's name and password belong in"
                    + " footnote.opensearch.user-name and .password.");
        }
        String address = host.toString();
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    private static @Nullable String authorization(OpenSearchConfig config) {
        Optional<String> key = config.apiKey();
        Optional<String> name = config.userName();
        Optional<String> password = config.password();
        if (key.isPresent() && (name.isPresent() || password.isPresent())) {
            throw new CannotStartException(
                    "Both footnote.opensearch.api-key and a user's name or password are set;" + " remove one of them.");
        }
        if (name.isPresent() != password.isPresent()) {
            throw new CannotStartException(
                    "Only one of footnote.opensearch.user-name and .password is set; set both," + " or neither.");
        }
        if (key.isPresent()) {
            return "ApiKey " + key.get();
        }
        if (name.isPresent() && password.isPresent()) {
            String pair = name.get() + ":" + password.get();
            return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        }
        return null;
    }

    private static SSLContext trusting(Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem);
            if (certificates.isEmpty()) {
                throw new GeneralSecurityException("it has no certificate");
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate : certificates) {
                store.setCertificateEntry("ca-" + number, certificate);
                number++;
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new CannotStartException(
                    "The certificates of OpenSearch cannot be read from " + file + " (" + e.getMessage()
                            + "). Let footnote.opensearch.ca-file name a file of certificates in PEM.",
                    e);
        }
    }

    /** Lines of JSON, as {@code _msearch} and {@code _bulk} take them. */
    static String lines(List<? extends JsonNode> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}
