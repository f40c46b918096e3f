package dev.footnote.generation;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Keeps quoted material apart from instructions: it stands between two lines that carry a code which is new for every
 * request, so that no text can hold such a line; and no text can begin a line of its own, or number a sentence.
 *
 * @param code letters and digits
 */
record Fence(String code) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 8;

    static Fence random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Fence(HexFormat.of().formatHex(bytes));
    }

    /** Puts material between the two lines of the fence. */
    String around(String name, String lines) {
        return "<" + name + " " + code + ">\n" + lines.stripTrailing() + "\n</" + name + " " + code + ">";
    }

    /** A text on one line, without characters that cannot be seen and without markers. */
    static String line(String text) {
        return Markers.defused(text.replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ").replaceAll("[\\p{Cf}\\p{Co}\\p{Cn}]", ""))
                .strip();
    }
}
