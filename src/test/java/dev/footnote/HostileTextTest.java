package dev.footnote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.text.Span;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No text makes a regular expression of this project read it over and over: each pattern reads a hostile text of 2,000
 * characters at most some hundred times. What is read is counted, so the machine's speed does not matter.
 */
class HostileTextTest {

    private static final int LENGTH = 2_000;

    /** As long as a name or a title may be. */
    private static final int WORDS_LENGTH = 200;

    /** A pattern that reads a text once for each of its places would read it 1,000 times. */
    private static final int MOST_READINGS = 500;

    private static final Pattern LITERAL = Pattern.compile(
            "\\.(?:matches|replaceAll|replaceFirst|split)\\(\\s*((?:\"(?:[^\"\\\\\\n]|\\\\.)*+\"\\s*\\+?\\s*)+)[,)]");

    /** How a pattern is made: whether a method returns it as it is, and what it is made of. */
    private static final Pattern COMPILED = Pattern.compile(
            "(return\\s+)?+Pattern\\.compile\\(((?:\"(?:[^\"\\\\\\n]|\\\\.)*+\"|[^\"();]|\\([^()]*+\\))*+)\\)");

    private static final Pattern COMMENT = Pattern.compile("(?m)(?:^|\\s)//.*+$");
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*+\"");

    /** A name that is neither a constant nor a method, and of which no method or constant is meant. */
    private static final Pattern VARIABLE = Pattern.compile("(?<![\\w.])[a-z]\\w*+(?!\\s*\\()");

    /** Patterns that each constant of an enum has; they are run as constants. */
    private static final Set<String> OF_ENUMS = Set.of("AnswerType.java");

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

    @Test
    void noTextIsReadOverAndOverForWordsThatComeWithAQuestion() throws Exception {
        List<Method> makers = makers();
        assertThat(makers).hasSizeGreaterThan(2);
        Map<String, String> offences = new TreeMap<>();
        for (Method maker : makers) {
            for (String repeated : REPEATED) {
                for (String words : words(repeated)) {
                    Pattern pattern = (Pattern) maker.invoke(null, words);
                    Stream.concat(texts(repeated).stream(), Stream.of((words + " ").repeat(LENGTH / words.length())))
                            .filter(text -> isTooMuch(pattern, text))
                            .forEach(text -> offences.put(maker.toString(), "\"" + words + "\" in \"" + text + "\""));
                }
            }
        }
        assertThat(offences).isEmpty();
    }

    /** Else the test above would not run them. */
    @Test
    void aPatternOfWordsThatAreKnownAtRunTimeIsMadeByAMethodOfItsOwn() throws Exception {
        Set<String> makers = makers().stream()
                .map(maker -> maker.getDeclaringClass().getSimpleName() + ".java")
                .collect(Collectors.toSet());
        Map<String, String> offences = new TreeMap<>();
        for (Path source : sources()) {
            String name = source.getFileName().toString();
            Matcher compiled =
                    COMPILED.matcher(COMMENT.matcher(Files.readString(source)).replaceAll(""));
            while (compiled.find()) {
                String argument = STRING.matcher(compiled.group(2)).replaceAll("");
                boolean isConstant = !VARIABLE.matcher(argument).find();
                boolean isMade = compiled.group(1) != null && makers.contains(name);
                if (!isConstant && !isMade && !OF_ENUMS.contains(name)) {
                    offences.put(name, compiled.group());
                }
            }
        }
        assertThat(offences).isEmpty();
    }

    /** Words of a question: one thing over and over, and the same that ends otherwise. */
    private static List<String> words(String repeated) {
        String many = repeated.repeat(Math.max(1, WORDS_LENGTH / repeated.length()));
        return List.of(repeated, many, many + "x");
    }

    /** The static methods that make a pattern of some words. */
    private static List<Method> makers() throws IOException, URISyntaxException {
        List<Method> makers = new ArrayList<>();
        for (Class<?> type : types()) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getReturnType() == Pattern.class
                        && Modifier.isStatic(method.getModifiers())
                        && !method.isSynthetic()
                        && List.of(method.getParameterTypes()).equals(List.of(String.class))) {
                    method.setAccessible(true);
                    makers.add(method);
                }
            }
        }
        return makers;
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

    private static CountedText counted(String text) {
        return new CountedText(text, (long) MOST_READINGS * LENGTH);
    }

    private static boolean isTooMuch(Pattern pattern, String text) {
        try {
            Matcher finding = pattern.matcher(counted(text));
            while (finding.find()) {
                // All places count.
            }
            pattern.matcher(counted(text)).matches();
            return false;
        } catch (CountedText.ReadTooOften | StackOverflowError e) {
            return true;
        }
    }

    /** All classes of the project. */
    private static List<Class<?>> types() throws IOException, URISyntaxException {
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
        List<Class<?>> types = new ArrayList<>();
        for (String name : names) {
            try {
                types.add(Class.forName(name, false, HostileTextTest.class.getClassLoader()));
            } catch (ReflectiveOperationException | LinkageError e) {
                throw new AssertionError("The class " + name + " cannot be read", e);
            }
        }
        return types;
    }

    /** The patterns that classes hold, private ones and those of enum constants too. */
    private static Map<String, Pattern> constants() throws IOException, URISyntaxException {
        Map<String, Pattern> patterns = new TreeMap<>();
        for (Class<?> type : types()) {
            collect(type, patterns);
        }
        return patterns;
    }

    private static void collect(Class<?> type, Map<String, Pattern> patterns) {
        String name = type.getName();
        try {
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
        for (Path source : sources()) {
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

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
