package dev.footnote.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.footnote.home.AuditLines;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Who has a token of the identity provider does what its scopes say, and no token does anything else. */
@QuarkusTest
@TestProfile(TokenAccessTest.WithProvider.class)
@TestMethodOrder(OrderAnnotation.class)
class TokenAccessTest {

    private static final IdentityProvider PROVIDER = new IdentityProvider();
    private static final String ADDED = "{\"text\":\"The mill on the river was sold in May.\"}";

    private final Clock clock;
    private final ApiKeys keys;

    TokenAccessTest(Clock clock, ApiKeys keys) {
        this.clock = clock;
        this.keys = keys;
    }

    /** A server that lets tokens in, and strangers without one not even read. */
    public static class WithProvider implements QuarkusTestProfile {

        static final Path KEYS = Path.of("target", "test-data", "token-access", "keys.json");

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Files.deleteIfExists(KEYS);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.of(
                    "footnote.http.private-reading", "true",
                    "footnote.http.rate-limit.requests", "1000",
                    "footnote.http.tokens.issuer", IdentityProvider.ISSUER,
                    "footnote.http.tokens.audience", IdentityProvider.AUDIENCE,
                    "footnote.http.tokens.claim", "realm_access.roles",
                    "footnote.http.tokens.manage-word", "footnote-editor",
                    "footnote.http.tokens.keys", KEYS.toString());
        }
    }

    @Test
    @Order(1)
    void withoutTheProvidersKeysItIsSaidThatNoTokenCanBeChecked() throws IOException {
        with(token("ask"))
                .get("/api/v1/articles")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("10"))
                .body("detail", containsString("cannot be checked"));
        // A key is none of the provider's business.
        with(keys.make("a portal", Scope.ASK).secret())
                .get("/api/v1/articles")
                .then()
                .statusCode(200);
        PROVIDER.publish(WithProvider.KEYS);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> with(token("ask")).get("/api/v1/articles").then().statusCode(200));
    }

    @Test
    @Order(2)
    void tokenLetsItsHolderDoWhatItsScopesSay() {
        given().header("Via", "1.1 proxy")
                .get("/api/v1/articles")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"));
        with(token("ask"))
                .body(ADDED)
                .post("/api/v1/articles")
                .then()
                .statusCode(403)
                .header("WWW-Authenticate", equalTo("Bearer error=\"insufficient_scope\""));
        AuditLines audited = new AuditLines();
        try {
            String id = with(token("footnote-editor"))
                    .body(ADDED)
                    .post("/api/v1/articles")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            with(token("footnote-editor"))
                    .delete("/api/v1/articles/" + id)
                    .then()
                    .statusCode(204);
            assertThat(audited.lines())
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("article added: " + id)
                            .endsWith("by token of ann at 127.0.0.1"))
                    .contains("article deleted: " + id + ", by token of ann at 127.0.0.1")
                    .noneSatisfy(line -> assertThat(line).contains("eyJ"));
        } finally {
            audited.close();
        }
    }

    @Test
    @Order(2)
    void tokenWithoutAScopeOfOursLetsItsHolderDoNothing() {
        with(token("accountant"))
                .get("/api/v1/articles")
                .then()
                .statusCode(403)
                .body("detail", containsString("no scope"));
        // The word itself means nothing where another stands for the scope.
        with(token("manage")).get("/api/v1/articles").then().statusCode(403);
    }

    @Test
    @Order(2)
    void everyoneIsToldWhatTheyMayDo() {
        given().header("Via", "1.1 proxy")
                .get("/api/v1/access")
                .then()
                .statusCode(200)
                .body("read", equalTo(false))
                .body("ask", equalTo(false))
                .body("takes_keys", equalTo(true));
        with(token("ask"))
                .get("/api/v1/access")
                .then()
                .body("read", equalTo(true))
                .body("language_model", equalTo(true))
                .body("manage", equalTo(false))
                .body("known_by", equalTo("token"));
        with("a.b.c").get("/api/v1/access").then().statusCode(401);
    }

    @Test
    @Order(2)
    void badTokensAreRefusedEvenOnThisMachine() {
        Map<String, Object> scopes = roles("footnote-editor");
        invalid(PROVIDER.token(IdentityProvider.claims(clock.instant().minusSeconds(3_600), scopes)), "expired");
        invalid(PROVIDER.unsigned(IdentityProvider.claims(clock.instant(), scopes)), "not signed");
        invalid(PROVIDER.signedWithThePublicKey(IdentityProvider.claims(clock.instant(), scopes)), "not signed");
        invalid(IdentityProvider.forged(token("ask"), "\"ask\"", "\"footnote-editor\""), "not signed");
        invalid(new IdentityProvider().token(IdentityProvider.claims(clock.instant(), scopes)), "not signed");
        invalid(
                PROVIDER.token(IdentityProvider.claims(
                        clock.instant(),
                        Map.of("aud", "payroll", "realm_access", Map.of("roles", List.of("footnote-editor"))))),
                "audience");
        given().header("Authorization", "Bearer a.b.c")
                .get("/api/v1/articles")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer error=\"invalid_token\""));
        with("a.b.c")
                .body("{}")
                .post("/v1/chat/completions")
                .then()
                .statusCode(401)
                .body("error.code", equalTo("invalid_api_key"));
        // What is no token is a key that nobody made.
        with("any-key").get("/api/v1/articles").then().statusCode(401).header("WWW-Authenticate", equalTo("Bearer"));
    }

    @Test
    @Order(3)
    void providerMayChangeItsKeys() {
        String old = token("ask");
        PROVIDER.changeToRsa("second");
        PROVIDER.publish(WithProvider.KEYS);
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> with(token("footnote-editor"))
                .body(ADDED)
                .post("/api/v1/articles")
                .then()
                .statusCode(201));
        invalid(old, "not signed");
    }

    private static void invalid(String token, String why) {
        for (String method : List.of("GET", "POST")) {
            with(token)
                    .body(ADDED)
                    .request(method, "/api/v1/articles")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", equalTo("Bearer error=\"invalid_token\""))
                    .body("detail", containsString(why));
        }
    }

    private String token(String role) {
        return PROVIDER.token(IdentityProvider.claims(clock.instant(), roles(role)));
    }

    private static Map<String, Object> roles(String role) {
        return Map.of("realm_access", Map.of("roles", List.of(role)));
    }

    private static RequestSpecification with(String bearer) {
        return given().header("Via", "1.1 proxy")
                .contentType("application/json")
                .header("Authorization", "Bearer " + bearer);
    }
}
