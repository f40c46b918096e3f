package dev.footnote.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.footnote.home.CannotStartException;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokensTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final Map<String, Object> MANAGES = Map.of("scope", "openid manage");

    private final IdentityProvider provider = new IdentityProvider();
    private final AtomicLong nanos = new AtomicLong();

    @TempDir
    Path folder;

    private Path file;

    /** Settings of a test. */
    private record TokenSettings(
            Optional<String> issuer, Optional<String> audience, Optional<String> keys, String claim)
            implements HttpConfig.AcceptedTokens {

        TokenSettings(String keys) {
            this(
                    Optional.of(IdentityProvider.ISSUER),
                    Optional.of(IdentityProvider.AUDIENCE),
                    Optional.of(keys),
                    "scope");
        }

        TokenSettings with(String other) {
            return new TokenSettings(issuer, audience, keys, other);
        }

        @Override
        public Duration keysLifetime() {
            return Duration.ofMinutes(10);
        }

        @Override
        public String askWord() {
            return "ask";
        }

        @Override
        public String manageWord() {
            return "manage";
        }
    }

    @BeforeEach
    void publish() {
        file = folder.resolve("keys.json");
        provider.publish(file);
    }

    @Test
    void goodTokenGivesTheScopeItNames() {
        BearerTokens tokens = tokens();
        assertThat(scope(tokens, MANAGES)).contains(Scope.MANAGE);
        assertThat(scope(tokens, Map.of("scope", "ask"))).contains(Scope.ASK);
        assertThat(scope(tokens, Map.of("scope", List.of("ask", "manage")))).contains(Scope.MANAGE);
        assertThat(scope(tokens, Map.of("scope", "asking managed"))).isEmpty();
        assertThat(scope(tokens, Map.of())).isEmpty();
        assertThat(scope(tokens, Map.of("scope", 7))).isEmpty();
    }

    @Test
    void claimMayLieWithinOthersOrHaveDotsInItsName() {
        BearerTokens nested = tokens(new TokenSettings(file.toString()).with("realm.roles"));
        assertThat(scope(nested, Map.of("realm", Map.of("roles", List.of("ask")))))
                .contains(Scope.ASK);
        assertThat(scope(nested, Map.of("realm", "ask"))).isEmpty();
        BearerTokens dotted = tokens(new TokenSettings(file.toString()).with("https://example.org/roles"));
        assertThat(scope(dotted, Map.of("https://example.org/roles", List.of("manage"))))
                .contains(Scope.MANAGE);
    }

    @Test
    void tokenThatIsNotGoodIsRefusedAndToldWhy() {
        BearerTokens tokens = tokens();
        JwtClaims expired = claims(MANAGES);
        expired.setExpirationTime(NumericDate.fromSeconds(NOON.getEpochSecond() - 31));
        refused(tokens, provider.token(expired), "expired");
        refused(tokens, provider.token(claims(Map.of("aud", "another"))), "audience");
        refused(tokens, provider.token(claims(Map.of("iss", "https://other.example.org"))), "issuer");
        refused(tokens, provider.token(claims(Map.of("nbf", NOON.getEpochSecond() + 60))), "not good yet");
        JwtClaims endless = claims(MANAGES);
        endless.unsetClaim("exp");
        refused(tokens, provider.token(endless), "never expires");
        JwtClaims forAnyone = claims(MANAGES);
        forAnyone.unsetClaim("aud");
        refused(tokens, provider.token(forAnyone), "audience");
        refused(tokens, provider.token(claims(Map.of("exp", "soon"))), "");
    }

    @Test
    void signatureByAnythingButTheProvidersKeyIsRefused() {
        BearerTokens tokens = tokens();
        String good = provider.token(claims(Map.of("scope", "ask")));
        accepted(tokens, good);
        refused(tokens, IdentityProvider.forged(good, "\"ask\"", "\"manage\""), "not signed");
        refused(tokens, provider.unsigned(claims(MANAGES)), "not signed");
        refused(tokens, provider.signedWithThePublicKey(claims(MANAGES)), "not signed");
        refused(tokens, good.substring(0, good.lastIndexOf('.') + 1), "not signed");
        refused(tokens, "a.b.c", "not signed");
        IdentityProvider stranger = new IdentityProvider();
        refused(tokens, stranger.token(claims(MANAGES)), "not signed");
    }

    @Test
    void rememberedTokenExpiresToo() {
        AtomicLong later = new AtomicLong();
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return NOON.plusSeconds(later.get());
            }
        };
        BearerTokens tokens = new BearerTokens(new TokenSettings(file.toString()), clock, nanos::get);
        String token = provider.token(claims(MANAGES));
        accepted(tokens, token);
        later.set(329);
        accepted(tokens, token);
        later.set(331);
        refused(tokens, token, "expired");
    }

    @Test
    void newKeysAreReadWhenATokenIsSignedWithOne() {
        BearerTokens tokens = tokens();
        String old = provider.token(claims(MANAGES));
        accepted(tokens, old);
        provider.changeToRsa("second");
        provider.publish(file);
        String young = provider.token(claims(MANAGES));
        // Just read: whoever sends made-up key ids cannot have the provider asked each time.
        refused(tokens, young, "not signed");
        pass(TokenKeys.SHORTEST_PAUSE);
        accepted(tokens, young);
        refused(tokens, old, "not signed");
    }

    @Test
    void keysThatAreOldAreReadAgain() {
        BearerTokens tokens = tokens();
        String old = provider.token(claims(MANAGES));
        accepted(tokens, old);
        provider.change("first");
        provider.publish(file);
        accepted(tokens, old);
        pass(Duration.ofMinutes(10));
        refused(tokens, old, "not signed");
    }

    @Test
    void withoutKeysNothingIsSaidOfAToken() throws IOException {
        Files.delete(file);
        BearerTokens tokens = tokens();
        String token = provider.token(claims(MANAGES));
        assertThat(look(tokens, token)).isInstanceOf(TokenVerdict.Unchecked.class);
        provider.publish(file);
        assertThat(look(tokens, token)).isInstanceOf(TokenVerdict.Unchecked.class);
        pass(TokenKeys.SHORTEST_PAUSE);
        accepted(tokens, token);
        Files.writeString(file, "not JSON");
        pass(Duration.ofHours(23));
        accepted(tokens, token);
        pass(Duration.ofHours(2));
        assertThat(look(tokens, token)).isInstanceOf(TokenVerdict.Unchecked.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"keys\":[]}",
                "{\"keys\":7}",
                "{\"keys\":[7,{\"kty\":\"new\"},{\"kty\":\"oct\",\"k\":\"AAAA\"},{}]}"
            })
    void setWithoutAPublicKeyIsNone(String set) throws IOException {
        Files.writeString(file, set);
        assertThat(look(tokens(), provider.token(claims(MANAGES)))).isInstanceOf(TokenVerdict.Unchecked.class);
    }

    @Test
    void keysComeFromAnAddress() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", exchange -> {
            byte[] body = provider.keys().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        try {
            accepted(tokens(new TokenSettings(base + "/keys")), provider.token(claims(MANAGES)));
            assertThat(look(tokens(new TokenSettings(base + "/nothing")), provider.token(claims(MANAGES))))
                    .isInstanceOf(TokenVerdict.Unchecked.class);
        } finally {
            server.stop(0);
        }
        assertThat(look(tokens(new TokenSettings(base + "/keys")), provider.token(claims(MANAGES))))
                .isInstanceOf(TokenVerdict.Unchecked.class);
    }

    @Test
    void providerThatStopsInTheMidstIsNotWaitedForForEver() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
        });
        server.start();
        try {
            BearerTokens tokens = tokens(
                    new TokenSettings("http://127.0.0.1:" + server.getAddress().getPort() + "/keys"));
            assertThat(look(tokens, provider.token(claims(MANAGES)))).isInstanceOf(TokenVerdict.Unchecked.class);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void tokensAreOffWithoutAnIssuer() {
        BearerTokens tokens = tokens(new TokenSettings(Optional.empty(), Optional.empty(), Optional.empty(), "scope"));
        tokens.start(new StartupEvent());
        assertThat(tokens.areOn()).isFalse();
        assertThat(tokens.isOne(provider.token(claims(MANAGES)))).isFalse();
    }

    @Test
    void halfAConfigurationDoesNotStart() {
        TokenSettings whole = new TokenSettings(file.toString());
        tokens(whole).start(new StartupEvent());
        notStarting(new TokenSettings(whole.issuer(), Optional.of(" "), whole.keys(), "scope"), "audience");
        notStarting(new TokenSettings(whole.issuer(), whole.audience(), Optional.empty(), "scope"), "keys");
        for (String place :
                new String[] {"http://login.example.org/keys", "ftp://localhost/keys", "https://", "https://a b"}) {
            notStarting(new TokenSettings(place), "https://");
        }
    }

    private void notStarting(TokenSettings settings, String named) {
        assertThatThrownBy(() -> tokens(settings).start(new StartupEvent()))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining(named);
    }

    @Test
    void onlyWhatHasThreePartsIsAToken() {
        BearerTokens tokens = tokens();
        assertThat(tokens.isOne(provider.token(claims(MANAGES)))).isTrue();
        assertThat(tokens.isOne("the-key")).isFalse();
        assertThat(tokens.isOne("fn_abc-def_ghi")).isFalse();
        assertThat(tokens.isOne("a.b")).isFalse();
        assertThat(tokens.isOne("")).isFalse();
    }

    @Test
    void subjectIsFitForALog() {
        assertThat(BearerToken.of("ann\n12:00 INFO deleted", Optional.empty(), NOON)
                        .subject())
                .isEqualTo("ann_12:00 INFO deleted");
        assertThat(BearerToken.of("a".repeat(1_000), Optional.empty(), NOON).subject())
                .hasSize(100);
    }

    private BearerTokens tokens() {
        return tokens(new TokenSettings(file.toString()));
    }

    private BearerTokens tokens(TokenSettings settings) {
        return new BearerTokens(settings, Clock.fixed(NOON, ZoneOffset.UTC), nanos::get);
    }

    private Optional<Scope> scope(BearerTokens tokens, Map<String, Object> more) {
        return accepted(tokens, provider.token(claims(more))).scope();
    }

    private static JwtClaims claims(Map<String, Object> more) {
        return IdentityProvider.claims(NOON, more);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static TokenVerdict look(BearerTokens tokens, String token) {
        if (tokens.needsKeys(token)) {
            tokens.prepare(token);
        }
        return tokens.look(token);
    }

    private static BearerToken accepted(BearerTokens tokens, String token) {
        TokenVerdict verdict = look(tokens, token);
        assertThat(verdict).isInstanceOf(TokenVerdict.Accepted.class);
        return ((TokenVerdict.Accepted) verdict).token();
    }

    private static void refused(BearerTokens tokens, String token, String why) {
        assertThat(look(tokens, token))
                .isInstanceOfSatisfying(TokenVerdict.Refused.class, refused -> assertThat(refused.why())
                        .contains(why));
    }
}
