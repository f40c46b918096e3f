package dev.footnote.http;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A key as it is kept: of its secret only the SHA-256. The secret is random, so that nothing slower is needed to keep it from
 * being guessed.
 *
 * @param id by which it is withdrawn, and counted in limits
 * @param scope what it lets its holder do
 * @param hash the SHA-256 of the secret, in hexadecimal digits
 * @param madeAt when it was made
 * @param name whom it was made for
 */
public record ApiKey(String id, Scope scope, String hash, Instant madeAt, String name) {

    /** What a key may be called. */
    public static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N} ._@-]{1,60}");

    public ApiKey {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A key is called by 1 to 60 letters, digits, spaces and . _ @ -, not \"" + name + "\"");
        }
    }

    /** One line of a file. */
    String line() {
        return String.join("\t", id, scope.word(), hash, madeAt.toString(), name);
    }

    /** What a line says; empty if it is none of ours. */
    static Optional<ApiKey> of(String line) {
        String[] parts = line.split("\t", -1);
        if (parts.length != 5) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ApiKey(
                    parts[0],
                    Scope.valueOf(parts[1].toUpperCase(Locale.ROOT)),
                    parts[2],
                    Instant.parse(parts[3]),
                    parts[4]));
        } catch (RuntimeException e) {
            return Optional.empty(); // of a later version, or damaged: it lets nobody in
        }
    }
}
