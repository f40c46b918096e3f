package dev.footnote.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.DefaultServerSentEventParser;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;

class ModelCallTest {

    @Test
    void aResponseThatIsThereAlreadyIsNotReadByTheThreadThatKeepsTheDeadline() throws InterruptedException {
        List<Thread> readers = new CopyOnWriteArrayList<>();
        List<String> events = new CopyOnWriteArrayList<>();
        CountDownLatch ended = new CountDownLatch(1);
        InputStream body = new ByteArrayInputStream("data: hello\n\n".getBytes(StandardCharsets.UTF_8));
        ModelCall call =
                new ModelCall(new AnsweredAlready(body), Deadline.in(Duration.ofMinutes(1)), 1_000, ended::countDown);

        call.execute(
                HttpRequest.builder()
                        .method(HttpMethod.POST)
                        .url("http://127.0.0.1:9/")
                        .body("{}")
                        .build(),
                new DefaultServerSentEventParser(),
                new ServerSentEventListener() {
                    @Override
                    public void onOpen(SuccessfulHttpResponse response) {
                        readers.add(Thread.currentThread());
                    }

                    @Override
                    public void onEvent(ServerSentEvent event) {
                        events.add(event.data());
                    }

                    @Override
                    public void onError(Throwable error) {
                        events.add(error.toString());
                    }
                });
        ended.await(1, TimeUnit.MINUTES);

        assertEquals(List.of("hello"), events);
        assertNotSame(Thread.currentThread(), readers.get(0));
    }

    /** A client whose responses are complete before anybody can wait for them. */
    private static final class AnsweredAlready extends HttpClient {

        private final InputStream body;

        AnsweredAlready(InputStream body) {
            this.body = body;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> CompletableFuture<HttpResponse<T>> sendAsync(
                java.net.http.HttpRequest request, HttpResponse.BodyHandler<T> handler) {
            return CompletableFuture.completedFuture((HttpResponse<T>) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {HttpResponse.class},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "statusCode" -> 200;
                        case "headers" -> HttpHeaders.of(Map.of(), (name, value) -> true);
                        case "body" -> body;
                        default -> throw new UnsupportedOperationException(method.getName());
                    }));
        }

        @Override
        public <T> CompletableFuture<HttpResponse<T>> sendAsync(
                java.net.http.HttpRequest request,
                HttpResponse.BodyHandler<T> handler,
                HttpResponse.PushPromiseHandler<T> pushed) {
            return sendAsync(request, handler);
        }

        @Override
        public <T> HttpResponse<T> send(java.net.http.HttpRequest request, HttpResponse.BodyHandler<T> handler) {
            return sendAsync(request, handler).join();
        }

        @Override
        public Optional<CookieHandler> cookieHandler() {
            return Optional.empty();
        }

        @Override
        public Optional<Duration> connectTimeout() {
            return Optional.empty();
        }

        @Override
        public Redirect followRedirects() {
            return Redirect.NEVER;
        }

        @Override
        public Optional<ProxySelector> proxy() {
            return Optional.empty();
        }

        @Override
        public SSLContext sslContext() {
            throw new UnsupportedOperationException();
        }

        @Override
        public SSLParameters sslParameters() {
            return new SSLParameters();
        }

        @Override
        public Optional<Authenticator> authenticator() {
            return Optional.empty();
        }

        @Override
        public Version version() {
            return Version.HTTP_1_1;
        }

        @Override
        public Optional<Executor> executor() {
            return Optional.empty();
        }
    }
}
