package dev.footnote.evaluation.fit;

import dev.footnote.model.PassageScores;
import dev.footnote.model.SpanReader;
import dev.footnote.reading.SentenceReading;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What one reader said of questions and passages, kept in a file so that a second fit need not read them again. A file
 * that was cut short is used as far as it goes. For one thread.
 */
final class ScoresCache implements SentenceReading, AutoCloseable {

    private final SpanReader reader;
    private final Path file;
    private final String hash;
    private final Map<String, PassageScores> known = new HashMap<>();
    private final DataOutputStream out;

    ScoresCache(SpanReader reader, Path model, Path folder) throws IOException {
        this.reader = reader;
        this.hash = DigestUtils.sha256Hex(Files.readAllBytes(model)).substring(0, 16);
        Files.createDirectories(folder);
        this.file = folder.resolve("read-" + hash + ".bin");
        long sound = load(file);
        if (Files.exists(file) && Files.size(file) > sound) {
            try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
                channel.truncate(sound);
            }
        }
        this.out =
                new DataOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    /** The first hex digits of the SHA-256 of the reader's file. */
    String hash() {
        return hash;
    }

    private long load(Path file) throws IOException {
        long sound = 0;
        if (!Files.exists(file)) {
            return sound;
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
            while (true) {
                String key = in.readUTF();
                float[] numbers = new float[in.readInt()];
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = in.readFloat();
                }
                known.put(key, PassageScores.of(numbers));
                sound += 2 + key.length() + 4 + 4L * numbers.length;
            }
        } catch (EOFException e) {
            return sound;
        }
    }

    /** @throws UncheckedIOException if what the reader said cannot be kept */
    @Override
    public List<PassageScores> score(String question, List<String> surroundings, List<String> texts) {
        List<String> keys = new ArrayList<>();
        List<Integer> missing = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            keys.add(DigestUtils.sha256Hex(question + '\u0001' + surroundings.get(i) + '\u0001' + texts.get(i)));
            if (!known.containsKey(keys.get(i))) {
                missing.add(i);
            }
        }
        List<PassageScores> read = reader.score(
                question,
                missing.stream().map(surroundings::get).toList(),
                missing.stream().map(texts::get).toList());
        for (int i = 0; i < read.size(); i++) {
            String key = keys.get(missing.get(i));
            keep(key, read.get(i));
            known.put(key, read.get(i));
        }
        return keys.stream().map(key -> Objects.requireNonNull(known.get(key))).toList();
    }

    private void keep(String key, PassageScores scores) {
        float[] numbers = scores.toArray();
        byte[] bytes = new byte[Float.BYTES * numbers.length];
        ByteBuffer.wrap(bytes).asFloatBuffer().put(numbers);
        try {
            out.writeUTF(key);
            out.writeInt(numbers.length);
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("What the reader said cannot be kept in " + file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
