package dev.footnote.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footnote.text.Span;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenizerTest {

    private static final Tokenizer TOKENIZER = new Tokenizer();

    /** Texts with the tokens of the reference tokenizer that the reader was trained with: prose and odd Unicode. */
    @Test
    void agreesWithTheReferenceOnRealTextAndOddUnicode() throws IOException {
        JsonNode cases;
        try (InputStream in = TokenizerTest.class.getResourceAsStream("/tokenizer-reference.json")) {
            cases = new ObjectMapper().readTree(in);
        }
        assertThat(cases).hasSizeGreaterThan(100);
        List<String> differing = new ArrayList<>();
        for (JsonNode reference : cases) {
            String text = reference.get("text").textValue();
            Tokens tokens = TOKENIZER.tokenize(text);
            long[] offsets = longs(reference.get("offsets"));
            boolean same =
                    Arrays.equals(tokens.ids(), longs(reference.get("ids"))) && offsets.length == 2 * tokens.size();
            for (int i = 0; same && i < tokens.size(); i++) {
                same = tokens.span(i).equals(new Span((int) offsets[2 * i], (int) offsets[2 * i + 1]));
            }
            if (!same) {
                differing.add(text);
            }
        }
        assertThat(differing).isEmpty();
    }

    @Test
    void ligaturesAreReadAsPlainLettersWhereAsked() {
        String text = "An e\uFB03cient \uFF21\uFF22";
        Tokens plain = TOKENIZER.tokenizePlain(text);
        assertThat(plain.ids()).isEqualTo(TOKENIZER.tokenize("An efficient AB").ids());
        assertThat(plain.span(1).of(text)).isEqualTo("e\uFB03cient");
        assertThat(TOKENIZER.isWord("e\uFB03cient")).isTrue();
        String odd = "5½ km² … don’t";
        assertThat(TOKENIZER.tokenizePlain(odd).ids())
                .isEqualTo(TOKENIZER.tokenize(odd).ids());
    }

    @Test
    void knowsWholeWordsOnly() {
        assertThat(TOKENIZER.isWord("Resolution")).isTrue();
        assertThat(TOKENIZER.isWord("tilersen")).isFalse();
    }

    @Test
    void aWordOfMoreThanAHundredLettersIsOneUnknownToken() {
        assertThat(TOKENIZER.count("x".repeat(101))).isEqualTo(1);
        assertThat(TOKENIZER.tokenize("x".repeat(101)).id(0)).isEqualTo(100);
    }

    private static long[] longs(JsonNode array) {
        long[] values = new long[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).longValue();
        }
        return values;
    }
}
