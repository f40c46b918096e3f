package dev.footnote.http;

import java.time.Instant;
import java.util.Optional;

/**
 * A token of the identity provider that was found to be good.
 *
 * @param subject whom it was made for, fit for a log
 * @param scope what it lets its holder do; empty if it names no scope of ours
 * @param expiry from when on it is good no more
 */
record BearerToken(String subject, Optional<Scope> scope, Instant expiry) {

    private static final int LONGEST_SUBJECT = 100;

    /** A token whose subject may have any characters. */
    static BearerToken of(String subject, Optional<Scope> scope, Instant expiry) {
        StringBuilder printable = new StringBuilder();
        subject.codePoints()
                .limit(LONGEST_SUBJECT)
                .forEach(character -> printable.appendCodePoint(isPrintable(character) ? character : '_'));
        return new BearerToken(printable.toString(), scope, expiry);
    }

    private static boolean isPrintable(int character) {
        return Character.isLetterOrDigit(character) || " .:|@_/+-".indexOf(character) >= 0;
    }
}
