package dev.footnote.generation;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One streamed request of a LangChain4j client, over the JDK's HTTP client. LangChain4j's own HTTP client cannot be
 * stopped from outside, does not pass {@code Retry-After} on, reports no error when some streams end early, and reads
 * a line of any length into memory.
 */
final class ModelCall implements HttpClient {

    private final java.net.http.HttpClient client;
    private final Deadline deadline;
    private final long mostBytes;
    private final Runnable ended;

    private volatile @Nullable CompletableFuture<HttpResponse<InputStream>> exchange;
    private volatile @Nullable InputStream body;
    private volatile @Nullable String retryAfter;
    private volatile boolean cancelled;

    /** @param ended called when nothing more can come */
    ModelCall(java.net.http.HttpClient client, Deadline deadline, long mostBytes, Runnable ended) {
        this.client = client;
        this.deadline = deadline;
        this.mostBytes = mostBytes;
        this.ended = ended;
    }

    /** What the server said of when to come again; null if it said nothing. */
    @Nullable
    String retryAfter() {
        return retryAfter;
    }

    /** Ends the call, whatever it waits for. */
    void cancel() {
        cancelled = true;
        CompletableFuture<HttpResponse<InputStream>> running = exchange;
        if (running != null) {
            running.cancel(true);
        }
        close(body);
    }

    /** Hands this call to a client in place of an HTTP client of its own. */
    HttpClientBuilder builder() {
        return new Ready();
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        throw new UnsupportedOperationException("Answers are streamed");
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        CompletableFuture<HttpResponse<InputStream>> running =
                client.sendAsync(toJdkRequest(request), BodyHandlers.ofInputStream());
        exchange = running;
        if (cancelled) {
            running.cancel(true);
        }
        // Never on the thread that asks, which has to keep the deadline: a response that is there already would be
        // read by it, for as long as the server likes.
        var unused = running.whenCompleteAsync(
                (response, error) -> {
                    try {
                        if (error != null) {
                            listener.onError(error);
                        } else {
                            read(response, parser, listener);
                        }
                    } catch (RuntimeException | IOException e) {
                        listener.onError(e);
                    } finally {
                        ended.run();
                    }
                },
                ModelCall::start);
    }

    /** A thread for each answer that is read: it blocks as long as the server writes. */
    private static void start(Runnable reading) {
        Thread thread = new Thread(reading, "language-model-answer");
        thread.setDaemon(true);
        thread.start();
    }

    private void read(
            HttpResponse<InputStream> response, ServerSentEventParser parser, ServerSentEventListener listener)
            throws IOException {
        try (InputStream bytes = new Limited(response.body(), mostBytes)) {
            body = bytes;
            if (cancelled) {
                return;
            }
            int status = response.statusCode();
            if (status < 200 || status > 299) {
                retryAfter = response.headers().firstValue("Retry-After").orElse(null);
                // Its body stays unread: what a provider writes in it may quote a key.
                listener.onError(new HttpException(status, "HTTP status " + status));
                return;
            }
            listener.onOpen(SuccessfulHttpResponse.builder()
                    .statusCode(status)
                    .headers(response.headers().map())
                    .build());
            parser.parse(bytes, listener);
            listener.onClose();
        }
    }

    private java.net.http.HttpRequest toJdkRequest(HttpRequest request) {
        java.net.http.HttpRequest.Builder builder = java.net.http.HttpRequest.newBuilder()
                .uri(URI.create(request.url()))
                .timeout(deadline.left().plus(Duration.ofMillis(1)))
                .method(
                        request.method().name().toUpperCase(Locale.ROOT),
                        java.net.http.HttpRequest.BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> {
            for (String value : values == null ? List.<String>of() : values) {
                builder.header(name, value);
            }
        });
        return builder.build();
    }

    private static void close(@Nullable InputStream stream) {
        if (stream != null) {
            try {
                stream.close();
            } catch (IOException e) {
                // It is to be gone, and it is.
            }
        }
    }

    /** Ends a stream that has no end of its own. */
    private static final class Limited extends FilterInputStream {

        private long left;

        Limited(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new IOException("The stream is longer than any answer");
            }
        }
    }

    private final class Ready implements HttpClientBuilder {

        @Override
        public Duration connectTimeout() {
            return deadline.left();
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration timeout) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return deadline.left();
        }

        @Override
        public HttpClientBuilder readTimeout(Duration timeout) {
            return this;
        }

        @Override
        public HttpClient build() {
            return ModelCall.this;
        }
    }
}
