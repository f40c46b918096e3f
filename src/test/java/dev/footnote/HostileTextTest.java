package dev.footnote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.text.Span;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No text makes a regular expression of this project read it over and over: each pattern reads a hostile text of 2,000
 * characters at most some hundred times. What is read is counted, so the machine's speed does not matter.
 */
class HostileTextTest {

    private static final int LENGTH = 2_000;

    /** A pattern that reads a text once for each of its places would read it 1,000 times. */
    private static final int MOST_READINGS = 500;

    private static final Pattern LITERAL = Pattern.compile(
            "\\.(?:matches|replaceAll|replaceFirst|split)\\(\\s*((?:\"(?:[^\"\\\\\\n]|\\\\.)*+\"\\s*\\+?\\s*)+)[,)]");

    private static final Pattern PIECE = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*+)\"");

    private static final List<String> REPEATED = List.of(
            " ",
            "a",
            "A",
            "7",
            ",",
            ".",
            "\"",
            "'",
            "(",
            "[",
            "<",
            "*",
            "-",
            "/",
            "#",
            "\n",
            "\u00a0",
            "\u00e9",
            "a ",
            "Aa ",
            "a, ",
            "A. ",
            "A.",
            "Ann, ",
            "Ann and ",
            "The ",
            "a the b said ",
            "is ",
            "what is ",
            "who? ",
            "1,",
            "12 and 13, ",
            "[1] ",
            "[1](",
            "<a ",
            "'a ",
            "“a” ",
            "- a\n",
            "a: b\n",
            "not ",
            "in 2001 ",
            "May ",
            "Ann Lee said ",
            "the old old man ",
            "according to ",
            "Ann of the ",
            "al-a",
            "a.b",
            "<meta ",
            "/* ");

    /** A text of one thing over and over, and the same in the midst of a question that ends otherwise. */
    private static List<String> texts(String repeated) {
        String many = repeated.repeat(LENGTH / repeated.length());
        return List.of(many, "What did (\"" + many + "x?");
    }

    /** A text that counts how often one of its characters is read; what is cut of it counts there too. */
    private static final class Counted implements CharSequence {
        private final CharSequence text;
        private final long[] read;

        Counted(CharSequence text, long[] read) {
            this.text = text;
            this.read = read;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++read[0] > (long) MOST_READINGS * LENGTH) {
                throw new TooMuch();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), read);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooMuch() {
            super(null, null, false, false);
        }
    }

    @Test
    void aPatternThatBacktracksIsFound() {
        assertThat(offence(Pattern.compile("(?:a|a ?)*b"))).isNotEmpty();
        assertThat(offence(Pattern.compile("[.!?]+$"))).isNotEmpty();
        assertThat(offence(Pattern.compile("\\bwhen\\b"))).isEmpty();
    }

    @Test
    void noTextIsReadOverAndOver() throws Exception {
        Map<String, Pattern> patterns = new LinkedHashMap<>(constants());
        patterns.putAll(literals());
        assertThat(patterns).hasSizeGreaterThan(100);
        Map<String, String> offences = new ConcurrentSkipListMap<>();
        patterns.entrySet().parallelStream().forEach(each -> {
            String offence = offence(each.getValue());
            if (!offence.isEmpty()) {
                offences.put(each.getKey(), offence);
            }
        });
        assertThat(offences).isEmpty();
    }

    /** The first text that the pattern reads too often; empty if there is none. */
    private static String offence(Pattern pattern) {
        for (String repeated : REPEATED) {
            for (String text : texts(repeated)) {
                if (isTooMuch(pattern, text)) {
                    return "\"" + text.substring(0, 30) + "…\" for " + pattern;
                }
            }
        }
        return "";
    }

    private static boolean isTooMuch(Pattern pattern, String text) {
        try {
            Matcher finding = pattern.matcher(new Counted(text, new long[1]));
            while (finding.find()) {
                // All places count.
            }
            pattern.matcher(new Counted(text, new long[1])).matches();
            return false;
        } catch (TooMuch | StackOverflowError e) {
            return true;
        }
    }

    /** The patterns that classes hold, private ones and those of enum constants too. */
    private static Map<String, Pattern> constants() throws IOException, URISyntaxException {
        Path classes = Path.of(
                Span.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<String> names;
        try (Stream<Path> files = Files.walk(classes.resolve("dev/footnote"))) {
            names = files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .sorted()
                    .toList();
        }
        Map<String, Pattern> patterns = new TreeMap<>();
        for (String name : names) {
            collect(name, patterns);
        }
        return patterns;
    }

    private static void collect(String name, Map<String, Pattern> patterns) {
        try {
            Class<?> type = Class.forName(name, false, HostileTextTest.class.getClassLoader());
            for (Field field : type.getDeclaredFields()) {
                boolean holds = field.getType() == Pattern.class || Collection.class.isAssignableFrom(field.getType());
                if (!holds || field.isSynthetic()) {
                    continue;
                }
                field.setAccessible(true);
                if (Modifier.isStatic(field.getModifiers())) {
                    add(name + "." + field.getName(), field.get(null), patterns);
                } else if (type.isEnum()) {
                    for (Object constant : type.getEnumConstants()) {
                        add(name + "." + constant + "." + field.getName(), field.get(constant), patterns);
                    }
                }
            }
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new AssertionError("The patterns of " + name + " cannot be read", e);
        }
    }

    private static void add(String where, Object value, Map<String, Pattern> patterns) {
        if (value instanceof Pattern pattern) {
            patterns.put(where, pattern);
        } else if (value instanceof Collection<?> several) {
            int number = 0;
            for (Object each : several) {
                add(where + "[" + number++ + "]", each, patterns);
            }
        }
    }

    /** The regular expressions that are given to methods of String where they are used. */
    private static Map<String, Pattern> literals() throws IOException {
        Map<String, Pattern> patterns = new TreeMap<>();
        List<Path> sources;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            sources = files.filter(file -> file.toString().endsWith(".java")).toList();
        }
        for (Path source : sources) {
            Matcher literal = LITERAL.matcher(Files.readString(source));
            while (literal.find()) {
                List<String> pieces = new ArrayList<>();
                PIECE.matcher(literal.group(1)).results().forEach(piece -> pieces.add(piece.group(1)));
                String regex = unescaped(String.join("", pieces));
                patterns.put(source.getFileName() + ": " + regex, Pattern.compile(regex));
            }
        }
        return patterns;
    }

    /** Java's escapes; those of Unicode, which {@link String#translateEscapes()} leaves to the compiler, are the regex's too. */
    private static String unescaped(String literal) {
        return literal.replaceAll("(?<!\\\\)((?:\\\\\\\\)*)\\\\u", "$1\\\\\\\\u")
                .translateEscapes();
    }
}
