package dev.footnote.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.footnote.model.EncodedWords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Keeps the vectors of the words of texts that were encoded lately: those of a passage are the same for every question,
 * and to encode three passages takes a fifth of the time of an answer. Safe for use by several threads.
 */
public final class KeptWordEncoding implements WordEncoding {

    /** Of all texts together; with 384 numbers each they need about 32 MB. */
    private static final int MOST_WORDS = 20_000;

    private final WordEncoding encoding;
    private final Cache<String, EncodedWords> kept;

    /** @param encoding encodes what is not kept */
    public KeptWordEncoding(WordEncoding encoding) {
        this(encoding, MOST_WORDS);
    }

    /** @param mostWords how many words are kept, of all texts together */
    KeptWordEncoding(WordEncoding encoding, int mostWords) {
        this.encoding = encoding;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(mostWords)
                .weigher((String text, EncodedWords words) -> words.words().size() + 1)
                .executor(Runnable::run)
                .build();
    }

    @Override
    public List<EncodedWords> encodeWords(List<String> texts) {
        Map<String, EncodedWords> encoded = new HashMap<>(kept.getAllPresent(texts));
        List<String> missing = texts.stream()
                .distinct()
                .filter(text -> !encoded.containsKey(text))
                .toList();
        List<EncodedWords> made = missing.isEmpty() ? List.of() : encoding.encodeWords(missing);
        for (int i = 0; i < missing.size(); i++) {
            encoded.put(missing.get(i), made.get(i));
            kept.put(missing.get(i), made.get(i));
        }
        return texts.stream()
                .map(text -> Objects.requireNonNull(encoded.get(text)))
                .toList();
    }
}
