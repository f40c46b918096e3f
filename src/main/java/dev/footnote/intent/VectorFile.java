package dev.footnote.intent;

import dev.footnote.model.Encoder;
import dev.footnote.retrieval.VectorKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * A file that keeps the vectors of a list of texts, so that they are encoded again only when the texts or the encoder
 * change. It begins with 64 bytes that tell what was encoded ({@link VectorKey}, in hex); the numbers follow, 4 bytes each,
 * big-endian. Losing it costs half a second.
 */
final class VectorFile {

    private static final Logger LOG = Logger.getLogger(VectorFile.class);

    private static final int KEY_BYTES = 64;

    private final Path file;
    private final String encoder;

    /** @param encoder the id of the encoder, as {@link Encoder#ID} */
    VectorFile(Path file, String encoder) {
        this.file = file;
        this.encoder = encoder;
    }

    /**
     * The vectors of the texts, each of {@link Encoder#DIMENSION} numbers.
     *
     * @param encode makes them where the file has those of other texts, or none
     */
    List<float[]> get(List<String> texts, Function<List<String>, List<float[]>> encode) {
        byte[] key = VectorKey.of(encoder, String.join("\n", texts)).getBytes(StandardCharsets.US_ASCII);
        List<float[]> kept = read(key, texts.size());
        if (!kept.isEmpty()) {
            return kept;
        }
        List<float[]> vectors = encode.apply(texts);
        write(key, vectors);
        return vectors;
    }

    private List<float[]> read(byte[] key, int size) {
        byte[] bytes;
        try {
            bytes = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
        } catch (IOException e) {
            LOG.debugf(e, "The vectors in %s cannot be read; they are made anew", file);
            return List.of();
        }
        if (bytes.length != length(size) || !Arrays.equals(bytes, 0, KEY_BYTES, key, 0, KEY_BYTES)) {
            return List.of();
        }
        ByteBuffer numbers = ByteBuffer.wrap(bytes, KEY_BYTES, bytes.length - KEY_BYTES);
        List<float[]> vectors = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            float[] vector = new float[Encoder.DIMENSION];
            numbers.slice().asFloatBuffer().get(vector);
            numbers.position(numbers.position() + vector.length * Float.BYTES);
            vectors.add(vector);
        }
        return vectors;
    }

    /** A process that is killed meanwhile leaves the old file or none. */
    private void write(byte[] key, List<float[]> vectors) {
        ByteBuffer bytes = ByteBuffer.allocate(length(vectors.size())).put(key);
        for (float[] vector : vectors) {
            bytes.slice().asFloatBuffer().put(vector);
            bytes.position(bytes.position() + vector.length * Float.BYTES);
        }
        Path written = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.write(written, bytes.array());
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warnf(
                    "The vectors of the example phrases cannot be kept in %s (%s); each start makes them anew.",
                    file, e);
        }
    }

    private static int length(int vectors) {
        return KEY_BYTES + vectors * Encoder.DIMENSION * Float.BYTES;
    }
}
