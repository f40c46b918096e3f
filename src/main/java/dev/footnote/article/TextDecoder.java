package dev.footnote.article;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes characters of bytes: a byte order mark decides, then whether the bytes are UTF-16 or UTF-8, then what the
 * file declares, then a guess, of which the article's warnings tell. Text in another encoding is hardly ever valid
 * UTF-8 by chance, while the encoding that a file declares is often out of date.
 */
final class TextDecoder {

    /** A decoded text and, where its encoding had to be guessed, the sentence that says so. */
    record Decoded(String text, List<String> warnings) {}

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** How much of a file is looked at to guess its encoding. */
    private static final int SAMPLE = 1 << 16;

    /** ICU's confidence, of 100, from which its guess is preferred to Windows-1252. */
    private static final int CONFIDENT = 50;

    private TextDecoder() {}

    /**
     * Decodes a file.
     *
     * @param declared the encoding that the file itself names, if any; a wrong one is found out where it can be
     */
    static Decoded decode(SourceFile file, @Nullable Charset declared) throws UnreadableArticleException {
        Decoded decoded = decoded(file, declared);
        refuseBinary(file, decoded);
        return decoded;
    }

    private static Decoded decoded(SourceFile file, @Nullable Charset declared) {
        byte[] content = file.content();
        Charset marked = ofByteOrderMark(file);
        if (marked == null) {
            marked = asUnmarkedUtf16(content);
        }
        if (marked != null) {
            return new Decoded(new String(content, marked), List.of());
        }
        boolean counts = declared != null && !declared.equals(StandardCharsets.UTF_8) && !isUtf16Or32(declared);
        // Seven bits tell nothing: encodings that switch alphabets by escapes look like ASCII.
        if (counts && isAscii(content)) {
            return new Decoded(new String(content, declared), List.of());
        }
        try {
            return new Decoded(strictly(content), List.of());
        } catch (CharacterCodingException e) {
            return counts ? new Decoded(new String(content, declared), List.of()) : guessed(content);
        }
    }

    private static boolean isAscii(byte[] content) {
        for (byte each : content) {
            if (each < 0) {
                return false;
            }
        }
        return true;
    }

    /** A file that could be searched for its declaration byte by byte cannot be in an encoding of wider units. */
    private static boolean isUtf16Or32(Charset charset) {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    }

    private static @Nullable Charset ofByteOrderMark(SourceFile file) {
        if (file.startsWith("\u00EF\u00BB\u00BF")) {
            return StandardCharsets.UTF_8;
        }
        if (file.startsWith("\u00FF\u00FE\0\0")) {
            return Charset.forName("UTF-32LE");
        }
        if (file.startsWith("\0\0\u00FE\u00FF")) {
            return Charset.forName("UTF-32BE");
        }
        if (file.startsWith("\u00FF\u00FE")) {
            return StandardCharsets.UTF_16LE;
        }
        return file.startsWith("\u00FE\u00FF") ? StandardCharsets.UTF_16BE : null;
    }

    /** Western text in UTF-16 has a zero in nearly every second byte and none between; nothing else has. */
    private static @Nullable Charset asUnmarkedUtf16(byte[] content) {
        int length = Math.min(content.length, SAMPLE) & ~1;
        if (length < 4) {
            return null;
        }
        int[] zeros = new int[2];
        for (int i = 0; i < length; i++) {
            if (content[i] == 0) {
                zeros[i & 1]++;
            }
        }
        int most = length / 2 * 7 / 10;
        int least = length / 2 / 20;
        if (zeros[1] > most && zeros[0] <= least) {
            return StandardCharsets.UTF_16LE;
        }
        return zeros[0] > most && zeros[1] <= least ? StandardCharsets.UTF_16BE : null;
    }

    private static String strictly(byte[] content) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(content))
                .toString();
    }

    private static Decoded guessed(byte[] content) {
        String replaced = new String(content, StandardCharsets.UTF_8);
        long broken = replaced.chars().filter(unit -> unit == 0xFFFD).count();
        long right =
                replaced.chars().filter(unit -> unit >= 0x80 && unit != 0xFFFD).count();
        if (right > 2 * broken) {
            return new Decoded(
                    replaced,
                    List.of("Some bytes of this file are not valid UTF-8; they are shown as \uFFFD. Save it again as "
                            + "UTF-8 to mend this."));
        }
        Charset charset = guess(content);
        return new Decoded(
                new String(content, charset),
                List.of("This file is not UTF-8; it was read as " + charset.name()
                        + ", so some characters may be wrong. Save it as UTF-8 to be sure."));
    }

    private static Charset guess(byte[] content) {
        int first = 0;
        while (first < content.length && content[first] >= 0) {
            first++;
        }
        int from = Math.max(0, first - SAMPLE / 2);
        CharsetMatch match = new CharsetDetector()
                .setText(Arrays.copyOfRange(content, from, Math.min(content.length, from + SAMPLE)))
                .detect();
        if (match == null || match.getConfidence() < CONFIDENT || !Charset.isSupported(match.getName())) {
            return WINDOWS_1252;
        }
        String name = match.getName().toUpperCase(Locale.ROOT);
        // The Western guesses differ in a few letters only, and Windows-1252 is what is meant nearly always.
        boolean western = name.equals("ISO-8859-1") || name.startsWith("UTF-") || name.startsWith("IBM");
        return western ? WINDOWS_1252 : Charset.forName(match.getName());
    }

    private static void refuseBinary(SourceFile file, Decoded decoded) throws UnreadableArticleException {
        String text = decoded.text();
        long controls = text.chars().filter(TextDecoder::isNoText).count();
        // A right decoding may hold stray NULs; a guessed one must look like text all through.
        double most = decoded.warnings().isEmpty() ? 0.1 : 0.02;
        if (controls > most * text.length()) {
            throw file.unsupported(
                    "is not text: it holds binary data. " + Format.READABLE + " Export the article as one of these.");
        }
    }

    private static boolean isNoText(int unit) {
        return (unit < 0x20 && unit != '\t' && unit != '\n' && unit != '\r' && unit != '\f' && unit != 0x1B)
                || (unit >= 0x7F && unit < 0xA0 && unit != 0x85)
                || unit == 0xFFFD
                || unit == 0xFFFE
                || unit == 0xFFFF;
    }
}
