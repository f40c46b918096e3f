package dev.footnote.reading;

import dev.footnote.english.Inflection;
import dev.footnote.model.EncodedWords;
import dev.footnote.model.EncodedWords.EncodedWord;
import dev.footnote.model.Encoder;
import dev.footnote.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words whose meaning is their stem, or what is given for it: those of one meaning are alike, all others are not. */
public final class EncodedByHand implements WordEncoding {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private final Map<String, String> meanings;
    private final Map<String, Integer> places = new HashMap<>();

    /** @param meanings by stem, for words that mean the same as another */
    public EncodedByHand(Map<String, String> meanings) {
        this.meanings = meanings;
    }

    @Override
    public List<EncodedWords> encodeWords(List<String> texts) {
        return texts.stream().map(this::encode).toList();
    }

    EncodedWords encode(String text) {
        List<EncodedWord> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            String stem = Inflection.stem(word.group().toLowerCase(Locale.ROOT));
            float[] vector = new float[Encoder.DIMENSION];
            vector[places.computeIfAbsent(meanings.getOrDefault(stem, stem), key -> places.size())] = 1;
            words.add(new EncodedWord(word.group(), new Span(word.start(), word.end()), vector));
        }
        return new EncodedWords(words);
    }
}
