package dev.footnote.http;

import dev.footnote.home.AuditLog;
import dev.footnote.home.Home;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * The keys that were made for others, in a file of the data folder that its owner alone may read. A command changes the file,
 * a running server sees the change within a second. Safe for use by several threads.
 */
@Singleton
public class ApiKeys {

    private static final String FILE = "keys.tsv";
    private static final String PREFIX = "fn_";
    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 4;
    private static final long LOOK_EVERY = TimeUnit.SECONDS.toNanos(1);

    private final SecureRandom random = new SecureRandom();
    private final Path file;
    private final Clock clock;

    private volatile KeyFile known = new KeyFile(List.of(), -1, System.nanoTime() - LOOK_EVERY);

    /** The keys that are in the audit log already; null before the server has started. */
    private @Nullable List<ApiKey> told;

    /**
     * What the file said.
     *
     * @param modified when it was written, in milliseconds since 1970; -1 where there was none
     * @param lookedAt when it was looked at, by the clock of {@link System#nanoTime()}
     */
    private record KeyFile(List<ApiKey> keys, long modified, long lookedAt) {}

    /** A key that was made, with its secret, which is known at this moment alone. */
    public record Made(ApiKey key, String secret) {}

    @Inject
    ApiKeys(Home home, Clock clock) {
        this(home.dataFolder(), clock);
    }

    /** The keys in that folder. */
    public ApiKeys(Path folder, Clock clock) {
        this.file = folder.resolve(FILE);
        this.clock = clock;
    }

    /** Looks at those there are, so that the audit log has those that come and go from now on. */
    synchronized void start(@Observes StartupEvent event) {
        told = all();
    }

    /** All keys, the oldest first. */
    public List<ApiKey> all() {
        KeyFile now = known;
        if (System.nanoTime() - now.lookedAt() < LOOK_EVERY) {
            return now.keys();
        }
        try {
            long modified = Files.exists(file) ? Files.getLastModifiedTime(file).toMillis() : -1;
            List<ApiKey> keys = modified == now.modified() ? now.keys() : read();
            known = new KeyFile(keys, modified, System.nanoTime());
            audit(keys);
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException("The keys in " + file + " cannot be read", e);
        }
    }

    /** The key of that secret. */
    Optional<ApiKey> find(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        byte[] hash = DigestUtils.sha256Hex(secret).getBytes(StandardCharsets.US_ASCII);
        return all().stream()
                .filter(key -> MessageDigest.isEqual(key.hash().getBytes(StandardCharsets.US_ASCII), hash))
                .findFirst();
    }

    /** Makes a key. */
    public synchronized Made make(String name, Scope scope) throws IOException {
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(SECRET_BYTES));
        ApiKey key = new ApiKey(
                HexFormat.of().formatHex(bytes(ID_BYTES)), scope, DigestUtils.sha256Hex(secret), clock.instant(), name);
        List<ApiKey> keys = new ArrayList<>(read());
        keys.add(key);
        write(keys);
        return new Made(key, secret);
    }

    /** Withdraws a key; returns whether there was one of that id. */
    public synchronized boolean withdraw(String id) throws IOException {
        List<ApiKey> keys = new ArrayList<>(read());
        boolean removed = keys.removeIf(key -> key.id().equals(id));
        if (removed) {
            write(keys);
        }
        return removed;
    }

    /** Writes each key into the audit log once, whichever of several requests sees it first. */
    private synchronized void audit(List<ApiKey> keys) {
        if (told == null) {
            return; // a command's, or the server is still starting
        }
        for (ApiKey key : keys) {
            if (!told.contains(key)) {
                AuditLog.keyMade(key.id(), key.name(), key.scope().word());
            }
        }
        for (ApiKey key : told) {
            if (!keys.contains(key)) {
                AuditLog.keyWithdrawn(key.id(), key.name());
            }
        }
        told = keys;
    }

    private List<ApiKey> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        return Files.readAllLines(file).stream()
                .map(ApiKey::of)
                .flatMap(Optional::stream)
                .toList();
    }

    private void write(List<ApiKey> keys) throws IOException {
        Files.createDirectories(file.getParent());
        Path written = Files.createTempFile(file.getParent(), FILE, ".new"); // readable by its owner alone
        Files.writeString(written, keys.stream().map(key -> key.line() + "\n").collect(Collectors.joining()));
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        known = new KeyFile(List.copyOf(keys), -1, System.nanoTime() - LOOK_EVERY);
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
