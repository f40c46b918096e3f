package dev.footnote.article;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.jspecify.annotations.Nullable;

/**
 * A document that is an archive (ZIP) inside, with the limits within which it is unpacked. Sizes that an archive states of
 * itself may lie, so what comes out is counted.
 */
final class Archive {

    /** The most bytes that an archive may hold when unpacked: far more than a document with pictures, far less than a bomb. */
    private static final long MOST_INFLATED = 256L << 20;

    /** The most bytes of markup, which is held in memory as trees. */
    private static final long MOST_MARKUP = 64L << 20;

    private static final int MOST_ENTRIES = 10_000;

    /** Compressed markup of real documents is about a tenth; a hundredth, beyond the first megabyte, is made to harm. */
    private static final int MOST_RATIO = 100;

    static {
        // The library's own limit is on each entry and takes an empty picture for a bomb; here all of them are counted.
        ZipSecureFile.setMinInflateRatio(0);
    }

    private final SourceFile file;
    private final String howToMend;
    private final String howToShrink;

    /**
     * An archive that is not opened yet.
     *
     * @param howToMend the sentence that says what to do about a damaged one
     * @param howToShrink the sentence that says what to do about one that is too large when unpacked
     */
    Archive(SourceFile file, String howToMend, String howToShrink) {
        this.file = file;
        this.howToMend = howToMend;
        this.howToShrink = howToShrink;
    }

    /** Of a document of an Office program, which is saved again by that program. */
    static Archive ofOffice(SourceFile file, String program, String extension) {
        return new Archive(
                file,
                "Open it in " + program + " or LibreOffice, which can mend it, and save it again as " + extension + ".",
                "Open it in " + program + ", remove its pictures and save it again as " + extension + ".");
    }

    /** What is held in memory of an Office document. */
    static boolean isXml(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xml") || lower.endsWith(".rels");
    }

    /** Unpacks everything once and keeps nothing. */
    void refuseBomb(Predicate<String> isMarkup) throws UnreadableArticleException {
        unpack(isMarkup, null);
    }

    /** The entries whose names are wanted, by name, unpacked. Of several with one name the first counts. */
    Map<String, byte[]> read(Predicate<String> wanted) throws UnreadableArticleException {
        Map<String, byte[]> contents = new HashMap<>();
        unpack(wanted, contents);
        return contents;
    }

    private void unpack(Predicate<String> isMarkup, @Nullable Map<String, byte[]> kept)
            throws UnreadableArticleException {
        long inflated = 0;
        long markup = 0;
        int seen = 0;
        byte[] buffer = new byte[1 << 14];
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(file.content()))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                boolean counts = isMarkup.test(entry.getName());
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                for (int read = entries.read(buffer); read >= 0; read = entries.read(buffer)) {
                    inflated += read;
                    markup += counts ? read : 0;
                    if (markup > MOST_MARKUP || inflatesTooFar(inflated)) {
                        throw inflatesTooFar();
                    }
                    if (counts && kept != null) {
                        content.write(buffer, 0, read);
                    }
                }
                if (counts && kept != null) {
                    kept.putIfAbsent(entry.getName(), content.toByteArray());
                }
                if (++seen > MOST_ENTRIES) {
                    throw inflatesTooFar();
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(e);
        }
    }

    /** Whether so many bytes are more than may come out of this file. */
    boolean inflatesTooFar(long inflated) {
        return inflated > MOST_INFLATED || inflated > (1 << 20) + (long) MOST_RATIO * file.content().length;
    }

    UnreadableArticleException inflatesTooFar() {
        return file.unreadable("unpacks to far more than a document holds, as a ZIP bomb does. " + howToShrink);
    }

    UnreadableArticleException damaged(Exception cause) {
        return file.unreadable("is damaged or truncated. " + howToMend, cause);
    }
}
