package dev.footnote.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.model.EncodedWords;
import dev.footnote.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptWordEncodingTest {

    private final List<List<String>> asked = new ArrayList<>();

    private EncodedWords encode(String text) {
        return new EncodedWords(
                List.of(new EncodedWords.EncodedWord(text, new Span(0, text.length()), new float[] {1})));
    }

    private List<EncodedWords> encodeAll(List<String> texts) {
        asked.add(texts);
        return texts.stream().map(this::encode).toList();
    }

    @Test
    void aTextIsEncodedOnce() {
        KeptWordEncoding kept = new KeptWordEncoding(this::encodeAll);

        assertThat(said(kept.encodeWords(List.of("tide", "moon", "tide")))).containsExactly("tide", "moon", "tide");
        assertThat(said(kept.encodeWords(List.of("sun", "moon")))).containsExactly("sun", "moon");
        assertThat(said(kept.encodeWords(List.of("moon")))).containsExactly("moon");

        assertThat(asked).containsExactly(List.of("tide", "moon"), List.of("sun"));
    }

    @Test
    void noMoreIsKeptThanFits() {
        KeptWordEncoding kept = new KeptWordEncoding(this::encodeAll, 1);

        kept.encodeWords(List.of("tide"));
        kept.encodeWords(List.of("tide"));

        assertThat(asked).hasSize(2);
    }

    private static List<String> said(List<EncodedWords> encoded) {
        return encoded.stream().map(each -> each.words().get(0).text()).toList();
    }
}
