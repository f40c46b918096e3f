package dev.footnote.http;

import dev.footnote.home.DataFolder;
import dev.footnote.home.SharedSecrets;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Links to one place of one article that open without signing in, until they expire. Where everybody may read they are
 * left as they are. The key is made once and kept in the data folder, or where all replicas find it. Safe for use by several
 * threads.
 */
@Singleton
public class SignedLinks {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String KEY_FILE = "links.key";
    private static final int KEY_BYTES = 32;

    /** Of a signature so many bytes are sent: 128 bits are out of reach for guessing, and the link stays short. */
    private static final int SIGNATURE_BYTES = 16;

    private static final String PAGES = "/articles/";

    private final boolean isNeeded;
    private final Duration lifetime;
    private final Once key;
    private final Clock clock;

    @Inject
    SignedLinks(HttpConfig config, Provider<DataFolder> folder, Provider<SharedSecrets> secrets, Clock clock) {
        this(
                config.privateReading(),
                config.linkLifetime(),
                () -> secrets.get()
                        .get(KEY_FILE, SignedLinks::newKey)
                        .orElseGet(() -> key(folder.get().path())),
                clock);
    }

    SignedLinks(boolean isNeeded, Duration lifetime, Supplier<byte[]> key, Clock clock) {
        this.isNeeded = isNeeded;
        this.lifetime = lifetime;
        this.key = new Once(key);
        this.clock = clock;
    }

    /** Reads the key before the first request needs it: signatures are checked where nothing may wait for a disk. */
    void start(@Observes StartupEvent event) {
        if (isNeeded) {
            key.get();
        }
    }

    /**
     * The link, signed where it needs to be.
     *
     * @param url of a place in an article, as citations have it
     */
    public String sign(String url) {
        int page = url.indexOf(PAGES);
        if (!isNeeded || page < 0 || !url.contains("?")) {
            return url;
        }
        long expiry = clock.instant().plus(lifetime).getEpochSecond();
        return url + "&t=" + expiry + "." + signature(url.substring(page), expiry);
    }

    /** Whether a request comes by a link of ours that has not expired. */
    boolean admits(HttpServerRequest request) {
        return admits(request.path(), request.getParam("cite"), request.getParam("v"), request.getParam("t"));
    }

    boolean admits(String path, @Nullable String cite, @Nullable String revision, @Nullable String token) {
        int dot = token == null ? -1 : token.indexOf('.');
        if (token == null || dot < 0 || !token.substring(0, dot).matches("\\d{1,12}") || !path.startsWith(PAGES)) {
            return false;
        }
        long expiry = Long.parseLong(token.substring(0, dot));
        String expected = signature(path + "?cite=" + cite + "&v=" + revision, expiry);
        return MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.US_ASCII),
                        token.substring(dot + 1).getBytes(StandardCharsets.UTF_8))
                && clock.instant().getEpochSecond() < expiry;
    }

    private String signature(String place, long expiry) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.get(), ALGORITHM));
            byte[] whole = mac.doFinal((place + "\n" + expiry).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, SIGNATURE_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM + "; this one does not", e);
        }
    }

    /** A key that is fetched when it is first needed, and kept. */
    private static final class Once {

        private final Supplier<byte[]> source;
        private volatile byte @Nullable [] fetched;

        Once(Supplier<byte[]> source) {
            this.source = source;
        }

        byte[] get() {
            byte[] known = fetched;
            return known == null ? fetch() : known;
        }

        private synchronized byte[] fetch() {
            byte[] known = fetched;
            if (known == null) {
                known = source.get();
                fetched = known;
            }
            return known;
        }
    }

    private static byte[] newKey() {
        byte[] made = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(made);
        return made;
    }

    /** The key in that folder; made, for this user's eyes only where the system has such, if there is none. */
    static byte[] key(Path folder) {
        Path file = folder.resolve(KEY_FILE);
        try {
            if (!Files.exists(file)) {
                byte[] made = newKey();
                Path written = Files.createTempFile(folder, KEY_FILE, ".new"); // readable by its owner alone
                Files.write(written, made);
                Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The key of links, " + file + ", can be neither read nor made", e);
        }
    }
}
