package dev.footnote.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.footnote.home.Address;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.netty.util.NetUtil;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every path: sets the headers that protect readers, and refuses what a foreign web site sends through
 * its visitor's browser, requests that break a limit and clients that ask too often.
 */
@Singleton
class Guard {

    /** Before everything that Quarkus itself does with a request. */
    private static final int FIRST = 10_000;

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** Slack sends from few addresses for all of a workspace, and what it sends is signed: it is not counted. */
    private static final String SIGNED = "/slack/events";

    /** A question takes time to answer, so that other sites' pages may not ask any, not even by a link. */
    private static final String ASKED = "/api/v1/ask";

    /** Returns what its sender may do, be it nothing. */
    private static final String ACCESS = "/api/v1/access";

    /** Where a reader sends the key by a page. */
    private static final String SIGN_IN = "/sign-in";

    private static final Duration RETRY_AFTER_STOP = Duration.ofSeconds(10);

    private static final String PAGES = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";
    /** Its start page has its script and its styles in it. */
    private static final String SWAGGER =
            PAGES + "; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'";

    private final HttpConfig config;
    private final SignedLinks links;
    private final Permission permission;
    private final Provider<BearerTokens> tokens;
    private final PageProblems problems;
    private final OpenRequests open;
    private final Set<String> hosts = new HashSet<>();
    private final Set<String> origins = new HashSet<>();
    private final Embedding embedding;
    private final Cache<String, Bucket> buckets;

    Guard(
            HttpConfig config,
            Address address,
            SignedLinks links,
            Permission permission,
            Provider<BearerTokens> tokens,
            PageProblems problems,
            OpenRequests open) {
        this.open = open;
        this.permission = permission;
        this.tokens = tokens;
        this.problems = problems;
        this.config = config;
        this.links = links;
        embedding = new Embedding(config.embedOrigins().orElse(List.of()));
        config.allowedHosts().ifPresent(names -> names.forEach(name -> hosts.add(lower(name))));
        config.allowedOrigins().ifPresent(names -> names.forEach(name -> origins.add(lower(name))));
        address.publicUrl().ifPresent(url -> {
            hosts.add(lower(url.getHost()));
            origins.add(origin(url));
        });
        buckets = Caffeine.newBuilder()
                .maximumSize(config.rateLimit().clients())
                .expireAfterAccess(config.rateLimit().period().multipliedBy(2))
                .build();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    /** What no route answers; those of the API have their own mappers. */
    void last(@Observes Router router) {
        // A request without a Host fails before a route answers it, one whose path cannot be decoded before one is
        // found.
        router.route().order(Integer.MIN_VALUE).failureHandler(routing -> {
            if (routing.statusCode() == 400) {
                malformed(routing);
            } else {
                routing.next();
            }
        });
        router.errorHandler(400, this::malformed);
        router.route()
                .order(Integer.MAX_VALUE)
                .handler(routing -> problems.send(
                        Problem.of(
                                404,
                                "There is nothing at " + routing.request().path()
                                        + ". /q/openapi describes what there is."),
                        routing));
    }

    private void malformed(RoutingContext routing) {
        RequestId.give(routing);
        protect(routing);
        refuse(
                RequestLimits.refusalOfAddress(routing.request().uri())
                        .orElse(Problem.of(400, "The request is malformed. It needs a Host header.")),
                routing);
    }

    private void refuse(Problem problem, RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (!READS.contains(request.method())) {
            // The body is not read, so that the connection cannot serve another request.
            routing.response().putHeader("Connection", "close");
            routing.response().endHandler(end -> request.connection().close());
        }
        problems.send(problem, routing);
    }

    private void check(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        RequestId.give(routing);
        protect(routing);
        embedding.open(request);
        Problem problem = stopping(routing);
        if (problem == null) {
            problem = refusal(request);
        }
        if (problem == null && embedding.isPreflight(request)) {
            embedding.answerPreflight(request);
            return;
        }
        Optional<String> token = permission.token(request);
        if (problem == null && token.isPresent() && tokens.get().needsKeys(token.get())) {
            // They may have to come over the network, which must not hold up others.
            request.pause();
            routing.vertx()
                    .executeBlocking(
                            () -> {
                                tokens.get().prepare(token.get());
                                return null;
                            },
                            false)
                    .onComplete(done -> {
                        request.resume();
                        admit(routing, null);
                    });
            return;
        }
        admit(routing, problem);
    }

    /** The rest of {@link #check}, once the token of the request can be looked at if it has one. */
    private void admit(RoutingContext routing, @Nullable Problem found) {
        HttpServerRequest request = routing.request();
        Problem problem = found == null ? tokenProblem(routing) : found;
        if (problem == null && !mayRead(request)) {
            problem = permission.token(request).isPresent()
                    ? Problem.of(
                            403, "This Footnote is private, and the token names no scope that lets its holder read.")
                    : privateHere(routing);
        }
        if (problem == null && isLimited(request)) {
            problem = tooOften(routing);
        }
        if (problem == null) {
            routing.next();
            return;
        }
        refuse(problem, routing);
    }

    private static Problem privateHere(RoutingContext routing) {
        routing.response().putHeader("WWW-Authenticate", "Bearer");
        return Problem.of(
                401,
                "This Footnote is private. Open it by a link to a sentence that has not expired, or send a key as"
                        + " \"Authorization: Bearer …\" or \"X-Api-Key: …\".");
    }

    /** What is wrong with a token, even where none is needed: who sends one wants to be known by it. */
    private @Nullable Problem tokenProblem(RoutingContext routing) {
        Optional<String> token = permission.token(routing.request());
        if (token.isEmpty()) {
            return null;
        }
        TokenVerdict verdict = tokens.get().look(token.get());
        if (verdict instanceof TokenVerdict.Unchecked) {
            routing.response().putHeader("Retry-After", String.valueOf(TokenKeys.SHORTEST_PAUSE.toSeconds()));
            return Problem.of(
                    503,
                    "The token cannot be checked, because the identity provider's keys cannot be read; Footnote's log says"
                            + " why. Try again in " + TokenKeys.SHORTEST_PAUSE.toSeconds() + " s, or send a key.");
        }
        if (verdict instanceof TokenVerdict.Refused refused) {
            Problem limit = Client.of(routing.request()).isDirectLoopback() ? null : tooOften(routing);
            if (limit != null) {
                return limit;
            }
            routing.response().putHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            return Problem.of(401, refused.why());
        }
        return null;
    }

    private @Nullable Problem stopping(RoutingContext routing) {
        if (open.enter()) {
            routing.addEndHandler(end -> open.leave());
            return null;
        }
        routing.response()
                .putHeader("Retry-After", String.valueOf(RETRY_AFTER_STOP.toSeconds()))
                .putHeader("Connection", "close");
        return Problem.of(
                503,
                "Footnote is being stopped. Ask again in " + RETRY_AFTER_STOP.toSeconds() + " s, when it may be back.");
    }

    private void protect(RoutingContext routing) {
        String path = routing.request().path();
        routing.response()
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (!path.startsWith("/q/dev-ui")) {
            routing.response().putHeader("Content-Security-Policy", path.startsWith("/q/swagger-ui") ? SWAGGER : PAGES);
        }
        if (isApi(path)) {
            routing.response().putHeader("Cache-Control", "no-store");
        }
    }

    private @Nullable Problem refusal(HttpServerRequest request) {
        HostAndPort host = request.authority();
        if (host == null || host.host() == null) {
            return Problem.of(400, "The request has no valid Host header. Send one.");
        }
        if (!isKnown(host.host())) {
            return Problem.of(
                    403,
                    "Footnote is not known as \"" + host.host()
                            + "\". Add that name to footnote.http.allowed-hosts if it should be.");
        }
        if ((!READS.contains(request.method()) || request.path().equals(ASKED))
                && !embedding.covers(request)
                && isCrossSite(request, host)) {
            return Problem.of(
                    403,
                    "A page of another site sent this request. Add its origin to footnote.http.allowed-origins if it"
                            + " may.");
        }
        return RequestLimits.refusal(request).orElse(null);
    }

    private boolean mayRead(HttpServerRequest request) {
        String path = request.path();
        return !config.privateReading()
                || Client.of(request).isDirectLoopback()
                || path.equals(SIGNED)
                || path.equals(ACCESS)
                || path.equals(SIGN_IN)
                || path.startsWith("/assets/")
                || path.startsWith("/q/health")
                || permission.held(request).isPresent()
                || (READS.contains(request.method()) && links.admits(request));
    }

    /** An IP address is safe from DNS rebinding, which needs a name; probes use one. */
    private boolean isKnown(String host) {
        String name = lower(host);
        String bare = name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
        return Client.isLoopbackName(name)
                || NetUtil.isValidIpV4Address(bare)
                || NetUtil.isValidIpV6Address(bare)
                || hosts.contains(name);
    }

    private boolean isCrossSite(HttpServerRequest request, HostAndPort host) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            String site = request.getHeader("Sec-Fetch-Site");
            return site != null && !site.equals("same-origin") && !site.equals("none");
        }
        if (origins.contains(lower(origin))) {
            return false;
        }
        try {
            URI uri = URI.create(origin);
            if (uri.getHost() == null) {
                return true;
            }
            boolean secure = "https".equals(uri.getScheme());
            int ownPort = host.port() > 0 ? host.port() : secure ? 443 : 80;
            int otherPort = uri.getPort() > 0 ? uri.getPort() : secure ? 443 : 80;
            boolean sameHost = lower(uri.getHost()).equals(lower(host.host()))
                    || (Client.isLoopbackName(uri.getHost()) && Client.isLoopbackName(host.host()));
            return !sameHost || ownPort != otherPort;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private static boolean isApi(String path) {
        return path.startsWith("/api/") || path.startsWith(OpenAiError.PATHS);
    }

    private static boolean isLimited(HttpServerRequest request) {
        return (isApi(request.path()) || !READS.contains(request.method()))
                && !request.path().equals(SIGNED)
                && !Client.of(request).isDirectLoopback();
    }

    private @Nullable Problem tooOften(RoutingContext routing) {
        HttpConfig.RateLimit limit = config.rateLimit();
        ConsumptionProbe probe = buckets.get(permission.countedAs(routing.request()), client -> Bucket.builder()
                        .addLimit(bandwidth ->
                                bandwidth.capacity(limit.requests()).refillGreedy(limit.requests(), limit.period()))
                        .build())
                .tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            return null;
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
        routing.response().putHeader("Retry-After", String.valueOf(seconds));
        return Problem.of(
                429,
                "More than " + limit.requests() + " requests in "
                        + limit.period().toSeconds() + " s came from this client. Wait " + seconds + " s.");
    }

    private static String origin(URI url) {
        return lower(url.getScheme() + "://" + url.getHost() + (url.getPort() > 0 ? ":" + url.getPort() : ""));
    }

    private static String lower(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
