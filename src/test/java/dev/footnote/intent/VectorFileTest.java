package dev.footnote.intent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.model.Encoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorFileTest {

    @TempDir
    Path folder;

    private final List<String> encoded = new ArrayList<>();

    @Test
    void textsAreEncodedOnceAndTheirVectorsStayTheSame() {
        List<float[]> first = get("e1", "hello", "thanks");
        List<float[]> again = get("e1", "hello", "thanks");

        assertThat(encoded).containsExactly("hello", "thanks");
        assertThat(again).hasSize(2);
        for (int i = 0; i < 2; i++) {
            assertThat(again.get(i)).isEqualTo(first.get(i));
        }
    }

    @Test
    void otherTextsOrAnotherEncoderAreEncodedAnew() {
        get("e1", "hello");
        get("e1", "hello", "thanks");
        get("e2", "hello", "thanks");

        assertThat(encoded).containsExactly("hello", "hello", "thanks", "hello", "thanks");
    }

    @Test
    void aBrokenFileIsMadeAnew() throws Exception {
        get("e1", "hello");
        Files.write(folder.resolve("vectors"), new byte[] {1, 2, 3});

        assertThat(get("e1", "hello")).hasSize(1);
        assertThat(get("e1", "hello")).hasSize(1);
        assertThat(encoded).hasSize(2);
    }

    @Test
    void whereNothingCanBeWrittenTheVectorsAreThereAllTheSame() {
        VectorFile file = new VectorFile(folder.resolve("no such folder").resolve("vectors"), "e1");

        assertThat(file.get(List.of("hello"), this::encode)).hasSize(1);
    }

    private List<float[]> get(String encoder, String... texts) {
        return new VectorFile(folder.resolve("vectors"), encoder).get(List.of(texts), this::encode);
    }

    private List<float[]> encode(List<String> texts) {
        encoded.addAll(texts);
        return texts.stream()
                .map(text -> {
                    float[] vector = new float[Encoder.DIMENSION];
                    vector[0] = text.hashCode();
                    vector[Encoder.DIMENSION - 1] = -0.25f;
                    return vector;
                })
                .toList();
    }
}
