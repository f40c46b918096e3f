package dev.footnote.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may do more than read: this machine's own clients, and those that have a key or a token of the identity provider. Safe for use by several threads.
 */
@Singleton
public class Permission {

    private static final String BEARER = "Bearer ";

    private static final String HOW = " as \"Authorization: Bearer …\" or \"X-Api-Key: …\".";

    /** Asked late: filters are made before the configuration of the run is there. */
    private final Provider<HttpConfig> config;

    private final Provider<ApiKeys> keys;
    private final Provider<BearerTokens> tokens;

    Permission(Provider<HttpConfig> config, Provider<ApiKeys> keys, Provider<BearerTokens> tokens) {
        this.config = config;
        this.keys = keys;
        this.tokens = tokens;
    }

    /** Whether a client may have a language model answer. */
    public boolean isGiven(HttpServerRequest request) {
        return refusal(request, Scope.ASK, "").isEmpty();
    }

    /**
     * Whether a client must be refused.
     *
     * @param scope what its key must cover
     * @param action what it wants, such as "change articles"
     * @return the problem to answer with; empty if it may
     */
    public Optional<Response> refusal(HttpServerRequest request, Scope scope, String action) {
        if (Client.of(request).isDirectLoopback()) {
            return Optional.empty();
        }
        Optional<HeldKey> key = key(request);
        if (key.isPresent()) {
            return key.get().scope().filter(held -> held.covers(scope)).isPresent()
                    ? Optional.empty()
                    : Optional.of(tooNarrow(key.get(), scope, action));
        }
        if (!hasKey()) {
            return Optional.of(Problem.of(
                            403,
                            "Only clients on Footnote's own machine may " + action + ". Set footnote.http.api-key to"
                                    + " let others do so with that key, or make keys by the command \"keys\".")
                    .toResponse());
        }
        return Optional.of(Response.fromResponse(Problem.of(
                                401,
                                "To " + action + ", send the key of footnote.http.api-key, or one made by the command"
                                        + " \"keys\"," + HOW)
                        .toResponse())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build());
    }

    /** All that a client may do. */
    public Access access(HttpServerRequest request) {
        if (Client.of(request).isDirectLoopback()) {
            return new Access(true, true, true, true, "this machine", false);
        }
        Optional<HeldKey> key = key(request);
        Optional<Scope> scope = key.flatMap(HeldKey::scope);
        boolean reads = scope.isPresent() || !config.get().privateReading();
        boolean manages = scope.filter(Scope.MANAGE::equals).isPresent();
        return new Access(
                reads,
                reads,
                scope.isPresent(),
                manages,
                key.map(held -> held.isToken() ? "token" : "key").orElse(null),
                !manages && hasKey());
    }

    private static Response tooNarrow(HeldKey key, Scope scope, String action) {
        Problem problem = Problem.of(
                403,
                "This " + (key.isToken() ? "token" : "key") + " may "
                        + (key.scope().isPresent() ? "ask" : "read") + ", and not " + action
                        + ". Have one made with the scope " + scope.word() + ".");
        return Response.fromResponse(problem.toResponse())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\"")
                .build();
    }

    /** Whether there is any key that could let a stranger do more than read. */
    boolean hasKey() {
        return configured().isPresent()
                || tokens.get().areOn()
                || !keys.get().all().isEmpty();
    }

    /** What the key or token of a request lets it do; empty where it has none that is good. */
    Optional<Scope> held(HttpServerRequest request) {
        return key(request).flatMap(HeldKey::scope);
    }

    /** The token of a request, as long as tokens are let in; empty where it has a key or nothing. */
    Optional<String> token(HttpServerRequest request) {
        return bearer(request).filter(tokens.get()::isOne);
    }

    /** Who sends a request, for the audit log: by its key where it has one, and from where. Never the key itself. */
    public String actor(HttpServerRequest request) {
        Client client = Client.of(request);
        String from = client.isDirectLoopback() ? "loopback" : client.address();
        return key(request).map(key -> key.name() + " at " + from).orElse(from);
    }

    /** By which the requests of a client are counted: its key where it has one, else its address. */
    String countedAs(HttpServerRequest request) {
        return key(request).map(HeldKey::countedAs).orElseGet(() -> Client.of(request)
                .address());
    }

    /**
     * A key or token that came with a request and is good.
     *
     * @param countedAs by which its requests are counted
     * @param name as the audit log has it
     * @param scope empty if it is a token that names none of ours
     */
    private record HeldKey(String countedAs, String name, Optional<Scope> scope, boolean isToken) {

        static HeldKey of(BearerToken token) {
            String name = "token of " + token.subject();
            return new HeldKey(name, name, token.scope(), true);
        }
    }

    private Optional<HeldKey> key(HttpServerRequest request) {
        Optional<String> token = token(request);
        if (token.isPresent()) {
            return tokens.get().look(token.get()) instanceof TokenVerdict.Accepted accepted
                    ? Optional.of(HeldKey.of(accepted.token()))
                    : Optional.empty();
        }
        return Optional.ofNullable(presented(request)).flatMap(this::find);
    }

    /** Whether this is a key of ours. */
    public boolean isKey(String presented) {
        return find(presented).isPresent();
    }

    private Optional<HeldKey> find(String presented) {
        return configured().filter(key -> matches(key, presented)).isPresent()
                ? Optional.of(new HeldKey("key", "the key of footnote.http.api-key", Optional.of(Scope.MANAGE), false))
                : keys.get()
                        .find(presented)
                        .map(key -> new HeldKey(
                                "key " + key.id(),
                                "key " + key.id() + " (" + key.name() + ")",
                                Optional.of(key.scope()),
                                false));
    }

    private Optional<String> configured() {
        return config.get().apiKey().filter(set -> !set.isBlank());
    }

    private static @Nullable String presented(HttpServerRequest request) {
        return bearer(request)
                .or(() -> Optional.ofNullable(request.getHeader("X-Api-Key")))
                .or(() -> KeyCookie.in(request))
                .orElse(null);
    }

    private static Optional<String> bearer(HttpServerRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(authorization.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    /** In the same time whether the first or the last character is wrong. */
    private static boolean matches(String key, String presented) {
        return MessageDigest.isEqual(key.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
    }
}
