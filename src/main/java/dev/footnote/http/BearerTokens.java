package dev.footnote.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.footnote.home.CannotStartException;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of an identity provider (JSON Web Tokens) in place of a key of ours, where one is configured. A token is good if it is
 * signed with one of the provider's public keys, was made for us and has not expired. Safe for use by several threads.
 */
@Singleton
class BearerTokens {

    /** Three parts: what was signed how, the claims, the signature. It may be empty here, to be refused. */
    private static final Pattern TOKEN = Pattern.compile("^[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]*+");

    /** Signatures by a private key alone: with a shared secret, the public key could be passed off as the secret. */
    private static final AlgorithmConstraints SIGNATURES = new AlgorithmConstraints(
            ConstraintType.PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_USING_SHA384,
            AlgorithmIdentifiers.RSA_USING_SHA512,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
            AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512,
            AlgorithmIdentifiers.EDDSA);

    /** The clocks of two machines never agree. */
    private static final int SKEW_SECONDS = 30;

    private static final int MOST_REMEMBERED = 1_000;

    private final HttpConfig.AcceptedTokens config;
    private final Clock clock;
    private final @Nullable TokenKeys keys;
    private final Cache<String, Remembered> remembered =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    /**
     * A token that was good.
     *
     * @param by the keys it was good by: with others it is looked at again
     */
    private record Remembered(BearerToken token, List<JsonWebKey> by) {}

    @Inject
    BearerTokens(HttpConfig config, Clock clock) {
        this(config.tokens(), clock, System::nanoTime);
    }

    BearerTokens(HttpConfig.AcceptedTokens config, Clock clock, TokenKeys.Ticker ticker) {
        this.config = config;
        this.clock = clock;
        keys = issuer(config).isEmpty()
                ? null
                : new TokenKeys(set(config.keys()).orElse(""), config.keysLifetime(), ticker);
    }

    /** Refuses to start with half a configuration, which would let in whoever has a token for something else. */
    void start(@Observes StartupEvent event) {
        if (keys == null) {
            return;
        }
        require(
                set(config.audience()).isPresent(),
                "footnote.http.tokens.audience is not set: whom tokens must be for");
        require(set(config.keys()).isPresent(), "footnote.http.tokens.keys is not set: where the public keys are");
        require(
                TokenKeys.isTrusted(set(config.keys()).orElse("")),
                "footnote.http.tokens.keys is neither a file nor an address that begins with https://");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new CannotStartException("Tokens are let in by footnote.http.tokens.issuer, but " + otherwise + ".");
        }
    }

    /** Whether tokens are let in at all. */
    boolean areOn() {
        return keys != null;
    }

    /** Whether something that came as a bearer's is a token to be looked at, and no key of ours. */
    boolean isOne(String presented) {
        return keys != null && TOKEN.matcher(presented).matches();
    }

    /** Whether {@link #prepare} should be called before {@link #look}. Never waits. */
    boolean needsKeys(String token) {
        return keys != null && keys.areDue(keyId(token));
    }

    /** Reads the provider's keys if that is due for this token. Waits for file and network. */
    void prepare(String token) {
        if (keys != null) {
            keys.read(keyId(token));
        }
    }

    /** Whether a token is good by the keys that are known. Never waits. */
    TokenVerdict look(String token) {
        List<JsonWebKey> known = keys == null ? List.of() : keys.current();
        if (known.isEmpty()) {
            return new TokenVerdict.Unchecked();
        }
        Instant now = clock.instant();
        Remembered before = remembered.getIfPresent(token);
        if (before != null
                && before.by() == known
                && now.isBefore(before.token().expiry())) {
            return new TokenVerdict.Accepted(before.token());
        }
        try {
            BearerToken good = check(token, known, now);
            remembered.put(token, new Remembered(good, known));
            return new TokenVerdict.Accepted(good);
        } catch (InvalidJwtException e) {
            return new TokenVerdict.Refused(why(e));
        } catch (MalformedClaimException e) {
            return new TokenVerdict.Refused("A claim of the token is not what it must be.");
        }
    }

    private BearerToken check(String token, List<JsonWebKey> known, Instant now)
            throws InvalidJwtException, MalformedClaimException {
        JwksVerificationKeyResolver resolver = new JwksVerificationKeyResolver(known);
        resolver.setDisambiguateWithVerifySignature(true); // a token need not name its key
        JwtClaims claims = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(SIGNATURES)
                .setVerificationKeyResolver(resolver)
                .setExpectedIssuer(issuer(config).orElseThrow())
                .setExpectedAudience(set(config.audience()).orElseThrow())
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .setEvaluationTime(NumericDate.fromSeconds(now.getEpochSecond()))
                .build()
                .processToClaims(token);
        String subject = claims.getSubject();
        return BearerToken.of(
                subject == null ? "without a subject" : subject,
                scope(claims.getClaimsMap()),
                Instant.ofEpochSecond(claims.getExpirationTime().getValue()).plusSeconds(SKEW_SECONDS));
    }

    private static String why(InvalidJwtException e) {
        if (e.hasExpired()) {
            return "The token has expired. Have the identity provider make a new one.";
        }
        if (e.hasErrorCode(ErrorCodes.AUDIENCE_INVALID) || e.hasErrorCode(ErrorCodes.AUDIENCE_MISSING)) {
            return "The token was not made for this Footnote: its audience is another than"
                    + " footnote.http.tokens.audience.";
        }
        if (e.hasErrorCode(ErrorCodes.ISSUER_INVALID) || e.hasErrorCode(ErrorCodes.ISSUER_MISSING)) {
            return "The token was made by another issuer than footnote.http.tokens.issuer.";
        }
        if (e.hasErrorCode(ErrorCodes.NOT_YET_VALID)) {
            return "The token is not good yet. Wait, or set the clocks.";
        }
        if (e.hasErrorCode(ErrorCodes.EXPIRATION_MISSING)) {
            return "The token never expires (\"exp\"); such a token is not let in.";
        }
        return "The token is not signed with a key of the identity provider, or is damaged. Have a new one made.";
    }

    private Optional<Scope> scope(Map<String, Object> claims) {
        Set<String> words = words(claim(claims, config.claim()));
        return words.contains(config.manageWord())
                ? Optional.of(Scope.MANAGE)
                : words.contains(config.askWord()) ? Optional.of(Scope.ASK) : Optional.empty();
    }

    /** The claim of that very name, else the one that its dots lead to. */
    private static @Nullable Object claim(Map<?, ?> claims, String name) {
        Object whole = claims.get(name);
        int dot = name.indexOf('.');
        if (whole != null || dot < 0) {
            return whole;
        }
        return claims.get(name.substring(0, dot)) instanceof Map<?, ?> within
                ? claim(within, name.substring(dot + 1))
                : null;
    }

    private static Set<String> words(@Nullable Object claim) {
        Set<String> words = new HashSet<>();
        if (claim instanceof String text) {
            words.addAll(Arrays.asList(text.split(" ", -1)));
        } else if (claim instanceof Collection<?> list) {
            list.forEach(word -> words.add(String.valueOf(word)));
        }
        return words;
    }

    private static @Nullable String keyId(String token) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setCompactSerialization(token);
            return signature.getKeyIdHeaderValue();
        } catch (JoseException e) {
            return null; // to be refused when it is looked at
        }
    }

    private static Optional<String> issuer(HttpConfig.AcceptedTokens config) {
        return set(config.issuer());
    }

    private static Optional<String> set(Optional<String> value) {
        return value.map(String::strip).filter(text -> !text.isEmpty());
    }
}
