package dev.footnote.english;

import java.util.Locale;
import java.util.stream.Collectors;

/** The initials of the words of a name, gathered word by word: "UN" of "United Nations". For one thread. */
final class Initials {

    /** One letter is no short form of anything. */
    static final int FEWEST = 2;

    private final StringBuilder letters = new StringBuilder();
    private int count;

    /** Adds that of the next word, which must not be empty. */
    void add(String word) {
        letters.appendCodePoint(word.codePointAt(0));
        count++;
    }

    /** Whether there are enough to stand for the name. */
    boolean canStandForName() {
        return count >= FEWEST;
    }

    /** The letters in the case in which the words have them. */
    String asWritten() {
        return letters.toString();
    }

    /** The letters in lower case, each as if it stood alone: a sigma at the end is one like any other. */
    String inLowerCase() {
        return letters.codePoints()
                .mapToObj(letter -> Character.toString(letter).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
