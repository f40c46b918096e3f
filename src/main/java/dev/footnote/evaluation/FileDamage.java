package dev.footnote.evaluation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Damages files as disks, networks and programs do: bits flip, the end is missing, blocks come twice, are blank or stand
 * elsewhere. The same seed damages the same files in the same way.
 */
final class FileDamage {

    private static final int MOST_FLIPS = 64;

    /** The most bytes that are repeated, blanked or moved at once. */
    private static final int LARGEST_BLOCK = 1 << 14;

    private static final int MOST_REPEATS = 8;

    private final Random random;

    FileDamage(long seed) {
        this.random = new Random(seed);
    }

    /** A damaged copy. Of an archive, half of the time, a part is damaged and packed again, so that it can be unpacked. */
    byte[] of(byte[] whole) {
        boolean isArchive = whole.length > 4 && whole[0] == 'P' && whole[1] == 'K' && whole[2] == 3;
        if (isArchive && random.nextBoolean()) {
            return withDamagedPart(whole);
        }
        return damaged(whole);
    }

    private byte[] damaged(byte[] whole) {
        byte[] content = whole.clone();
        for (int times = 1 + random.nextInt(3); times > 0 && content.length > 0; times--) {
            content = switch (random.nextInt(5)) {
                case 0 -> flipped(content);
                case 1 -> Arrays.copyOf(content, random.nextInt(content.length));
                case 2 -> repeated(content);
                case 3 -> blanked(content);
                default -> moved(content);
            };
        }
        return content;
    }

    private byte[] flipped(byte[] content) {
        for (int flips = 1 + random.nextInt(MOST_FLIPS); flips > 0; flips--) {
            content[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return content;
    }

    private byte[] repeated(byte[] content) {
        int start = random.nextInt(content.length);
        int end = blockEnd(content, start);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(content, 0, end);
        for (int times = 1 + random.nextInt(MOST_REPEATS); times > 0; times--) {
            out.write(content, start, end - start);
        }
        out.write(content, end, content.length - end);
        return out.toByteArray();
    }

    private byte[] blanked(byte[] content) {
        int start = random.nextInt(content.length);
        Arrays.fill(content, start, blockEnd(content, start), (byte) (random.nextBoolean() ? 0 : random.nextInt()));
        return content;
    }

    private byte[] moved(byte[] content) {
        int start = random.nextInt(content.length);
        int length = blockEnd(content, start) - start;
        int to = random.nextInt(content.length - length + 1);
        System.arraycopy(content.clone(), start, content, to, length);
        return content;
    }

    private int blockEnd(byte[] content, int start) {
        return Math.min(content.length, start + 1 + random.nextInt(LARGEST_BLOCK));
    }

    private byte[] withDamagedPart(byte[] archive) {
        List<String> names = new ArrayList<>();
        List<byte[]> parts = new ArrayList<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (!entry.isDirectory() && !names.contains(entry.getName())) {
                    names.add(entry.getName());
                    parts.add(entries.readAllBytes());
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            // Damaged before it came here.
            return damaged(archive);
        }
        if (parts.isEmpty()) {
            return damaged(archive);
        }
        int chosen = random.nextInt(parts.size());
        parts.set(chosen, damaged(parts.get(chosen)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream packed = new ZipOutputStream(out)) {
            for (int i = 0; i < names.size(); i++) {
                packed.putNextEntry(new ZipEntry(names.get(i)));
                packed.write(parts.get(i));
                packed.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
