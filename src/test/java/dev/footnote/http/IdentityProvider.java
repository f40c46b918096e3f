package dev.footnote.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Makes tokens and keys as an identity provider does. */
final class IdentityProvider {

    static final String ISSUER = "https://login.example.org";
    static final String AUDIENCE = "footnote";

    private PublicJsonWebKey key;

    IdentityProvider() {
        key = curve("first");
    }

    /** Signs with another key from now on. */
    void change(String keyId) {
        key = curve(keyId);
    }

    /** Signs with an RSA key from now on; to make one takes a second. */
    void changeToRsa(String keyId) {
        try {
            key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(keyId);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The set of its one public key. */
    String keys() {
        return new JsonWebKeySet(List.of(key)).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    /** Puts the set in a file, all at once. */
    void publish(Path file) {
        try {
            Path written = file.resolveSibling(file.getFileName() + ".new");
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(written, keys());
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a good token says, to be changed as a test needs it. */
    static JwtClaims claims(Instant now, Map<String, Object> more) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject("ann");
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.getEpochSecond() + 300));
        more.forEach(claims::setClaim);
        return claims;
    }

    String token(JwtClaims claims) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(
                key.getKeyType().equals("EC")
                        ? AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256
                        : AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        return sealed(signature, claims);
    }

    /** Without any signature. */
    String unsigned(JwtClaims claims) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
        return sealed(signature, claims);
    }

    /** As one who knows no more than the public key might try: it is taken for a shared secret. */
    String signedWithThePublicKey(JwtClaims claims) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setKey(new HmacKey(key.getPublicKey().getEncoded()));
        signature.setKeyIdHeaderValue(key.getKeyId());
        return sealed(signature, claims);
    }

    /** The same token with another word in its claims, and so with a signature of something else. */
    static String forged(String token, String from, String to) {
        int first = token.indexOf('.');
        int second = token.indexOf('.', first + 1);
        String claims =
                new String(Base64.getUrlDecoder().decode(token.substring(first + 1, second)), StandardCharsets.UTF_8);
        return token.substring(0, first + 1)
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(claims.replace(from, to).getBytes(StandardCharsets.UTF_8))
                + token.substring(second);
    }

    private static String sealed(JsonWebSignature signature, JwtClaims claims) {
        signature.setPayload(claims.toJson());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PublicJsonWebKey curve(String keyId) {
        try {
            PublicJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(keyId);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
