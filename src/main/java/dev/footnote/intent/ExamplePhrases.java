package dev.footnote.intent;

import dev.footnote.english.QuestionWords;
import dev.footnote.home.DataFolder;
import dev.footnote.home.Home;
import dev.footnote.model.Encoder;
import dev.footnote.model.Similarity;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Example phrases, by likeness to which it is decided what a text wants. Those of each {@link Intent} lie one a line in
 * {@code prompts/<intent>.txt}; lines that begin with {@code #} are remarks, and one that begins with {@code >} is what is
 * said to the phrases below it. They are read at start, and encoded beside it. Safe for use by several threads.
 */
@Singleton
@Startup
public class ExamplePhrases {

    /** So many of the nearest phrases count. */
    private static final int NEAREST = 2;

    /** Where the vectors of the phrases are kept in the data folder. */
    private static final String FILE = "phrases.vectors";

    private final Encoder encoder;
    private final VectorFile file;
    private final Map<Intent, List<Phrase>> phrases = new EnumMap<>(Intent.class);
    private final Map<Intent, Set<String>> words = new EnumMap<>(Intent.class);
    private final CompletableFuture<Map<Intent, List<float[]>>> vectors;

    /** A line of a file, with what is said to it; empty where nothing is. */
    private record Phrase(String text, String reply) {}

    @Inject
    ExamplePhrases(Home home, DataFolder data, Encoder encoder) {
        this(home, encoder, new VectorFile(data.path().resolve(FILE), Encoder.ID));
    }

    ExamplePhrases(Home home, Encoder encoder, VectorFile file) {
        this.encoder = encoder;
        this.file = file;
        for (Intent intent : Intent.values()) {
            List<Phrase> read = read(home.prompts().resolve(intent.file()));
            phrases.put(intent, read);
            Set<String> used = new HashSet<>();
            read.forEach(phrase -> used.addAll(QuestionWords.of(phrase.text())));
            words.put(intent, Set.copyOf(used));
        }
        // Some tenths of a second, which neither the start nor the first question should wait for.
        this.vectors = CompletableFuture.supplyAsync(this::encode);
    }

    /** A text's vector, to be compared with the phrases. */
    public float[] vector(String text) {
        return encoder.encode(List.of(text)).get(0);
    }

    /** How alike a text is to the two nearest phrases of an intent, as the mean of the two cosines. */
    public double likeness(float[] vector, Intent intent) {
        return all().getOrDefault(intent, List.of()).stream()
                .map(phrase -> Similarity.cosine(vector, phrase))
                .sorted(Comparator.reverseOrder())
                .limit(NEAREST)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }

    /** What is said to the phrase that a text is most alike to; empty where nothing is. */
    String reply(float[] vector, Intent intent) {
        List<float[]> each = all().getOrDefault(intent, List.of());
        int best = 0;
        for (int i = 1; i < each.size(); i++) {
            best = Similarity.cosine(vector, each.get(i)) > Similarity.cosine(vector, each.get(best)) ? i : best;
        }
        List<Phrase> said = phrases.getOrDefault(intent, List.of());
        return said.isEmpty() ? "" : said.get(best).reply();
    }

    /** Whether a word, in lower case, is used by any phrase of an intent. */
    boolean uses(Intent intent, String word) {
        return words.getOrDefault(intent, Set.of()).contains(word);
    }

    private Map<Intent, List<float[]>> all() {
        return vectors.join();
    }

    private Map<Intent, List<float[]>> encode() {
        List<String> texts = phrases.values().stream()
                .flatMap(List::stream)
                .map(Phrase::text)
                .toList();
        List<float[]> encoded = file.get(texts, encoder::encode);
        Map<Intent, List<float[]>> byIntent = new EnumMap<>(Intent.class);
        int from = 0;
        for (Map.Entry<Intent, List<Phrase>> each : phrases.entrySet()) {
            int to = from + each.getValue().size();
            byIntent.put(each.getKey(), List.copyOf(encoded.subList(from, to)));
            from = to;
        }
        return byIntent;
    }

    private static List<Phrase> read(Path file) {
        List<Phrase> phrases = new ArrayList<>();
        String reply = "";
        try {
            for (String line : Files.readAllLines(file)) {
                String text = line.strip();
                if (text.startsWith(">")) {
                    reply = text.substring(1).strip();
                } else if (!text.isEmpty() && !text.startsWith("#")) {
                    phrases.add(new Phrase(text, reply));
                }
            }
        } catch (NoSuchFileException e) {
            throw new IllegalStateException(
                    "The example phrases " + file.toAbsolutePath().normalize()
                            + " are missing. Start Footnote in its own folder, or set footnote.home to it.",
                    e);
        } catch (IOException e) {
            throw new IllegalStateException("The example phrases " + file + " cannot be read: " + e.getMessage(), e);
        }
        if (phrases.isEmpty()) {
            throw new IllegalStateException("The file of example phrases "
                    + file.toAbsolutePath().normalize()
                    + " has none. Write one a line, or restore the file from the release.");
        }
        return List.copyOf(phrases);
    }
}
