package dev.footnote.intent;

import dev.footnote.text.FoldedText;
import dev.footnote.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where words stand in a text, letter for letter and as whole words; how they are encoded makes no difference. */
public final class Occurrences {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** A raised number behind a word is a mark of reference, no part of it. */
    private static final String END = "(?![\\p{L}\\p{M}\\p{N}&&[^\u00B2\u00B3\u00B9\u2070-\u2079]])";

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
        String literal =
                SPACE.splitAsStream(words.text().strip()).map(Pattern::quote).collect(Collectors.joining("\\s+"));
        if (literal.isEmpty()) {
            return List.of();
        }
        Matcher matcher =
                Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}])" + literal + END).matcher(text.text());
        List<Span> places = new ArrayList<>();
        while (matcher.find()) {
            places.add(text.original(new Span(matcher.start(), matcher.end())));
        }
        return places;
    }
}
