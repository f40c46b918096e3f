package dev.footnote.intent;

import dev.footnote.text.FoldedText;
import dev.footnote.text.Span;
import java.util.List;

/** Where words stand in a text, letter for letter and as whole words; how they are encoded makes no difference. */
public final class Occurrences {

    private Occurrences() {}

    /**
     * The places of some words. Written with a capital they are looked for as they are written, if they stand there
     * so; else whatever their case.
     */
    static List<Span> of(String words, String text) {
        boolean isName = words.codePoints().anyMatch(Character::isUpperCase);
        if (isName) {
            List<Span> asWritten = find(FoldedText.keepingCase(words), FoldedText.keepingCase(text));
            if (!asWritten.isEmpty()) {
                return asWritten;
            }
        }
        return find(FoldedText.of(words), FoldedText.of(text));
    }

    private static List<Span> find(FoldedText words, FoldedText text) {
        return new WordSearch(words.text())
                .in(text.text()).stream().map(text::original).toList();
    }
}
