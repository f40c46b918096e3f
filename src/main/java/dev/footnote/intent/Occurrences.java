package dev.footnote.intent;

import dev.footnote.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where words stand in a text, letter for letter and as whole words. */
public final class Occurrences {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Occurrences() {}

    /**
     * The places of some words. Written with a capital they are looked for as they are written, if they stand there
     * so; else whatever their case.
     */
    static List<Span> of(String words, String text) {
        List<Span> asWritten = find(words, text, 0);
        boolean isName = words.codePoints().anyMatch(Character::isUpperCase);
        return isName && !asWritten.isEmpty()
                ? asWritten
                : find(words, text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static List<Span> find(String words, String text, int flags) {
        StringBuilder literal = new StringBuilder("(?<![\\p{L}\\p{N}])");
        boolean first = true;
        for (String word : SPACE.splitAsStream(words.strip()).toList()) {
            literal.append(first ? "" : "\\s+").append(quoted(word));
            first = false;
        }
        Matcher matcher = Pattern.compile(literal.append("(?![\\p{L}\\p{N}])").toString(), flags)
                .matcher(text);
        List<Span> places = new ArrayList<>();
        while (matcher.find()) {
            places.add(new Span(matcher.start(), matcher.end()));
        }
        return places;
    }

    /** An apostrophe is written straight or curved. */
    private static String quoted(String word) {
        return Pattern.quote(word).replaceAll("['’]", "\\\\E['’]\\\\Q");
    }
}
