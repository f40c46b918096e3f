package dev.footnote.reading;

import dev.footnote.home.Home;
import dev.footnote.model.Encoder;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells what a text wants by its likeness to example phrases, which lie one a line in {@code prompts/<name>.txt}; lines
 * that begin with {@code #} are remarks. Safe for use by several threads.
 */
@Singleton
public class ExamplePhrases {

    private final Path folder;
    private final Encoder encoder;
    private final Map<String, List<float[]>> vectors = new ConcurrentHashMap<>();

    ExamplePhrases(Home home, Encoder encoder) {
        this.folder = home.prompts();
        this.encoder = encoder;
    }

    /** How alike a text is to the two nearest phrases, as the mean of the two cosines. */
    public double likeness(String text, String name) {
        float[] vector = encoder.encode(List.of(text)).get(0);
        return vectors.computeIfAbsent(name, this::read).stream()
                .mapToDouble(phrase -> Vectors.cosine(vector, phrase))
                .boxed()
                .sorted((a, b) -> Double.compare(b, a))
                .limit(2)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }

    private List<float[]> read(String name) {
        Path file = folder.resolve(name + ".txt");
        try {
            List<String> phrases = Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
            return encoder.encode(phrases);
        } catch (NoSuchFileException e) {
            throw new IllegalStateException(
                    "The example phrases " + file.toAbsolutePath().normalize()
                            + " are missing. Start Footnote in its own folder, or set footnote.home to it.",
                    e);
        } catch (IOException e) {
            throw new IllegalStateException("The example phrases " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
