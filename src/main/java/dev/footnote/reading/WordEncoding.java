package dev.footnote.reading;

import dev.footnote.model.EncodedWords;
import java.util.List;

/** Encodes the words of texts, as {@link dev.footnote.model.Encoder#encodeWords} does. */
@FunctionalInterface
public interface WordEncoding {

    /** The words of each text, in the order of the texts. */
    List<EncodedWords> encodeWords(List<String> texts);
}
