package dev.footnote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.english.WordClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Lists of English words, and regular expressions of them, stand in the package {@code english} alone. They are told by the
 * function words that nearly all of them have.
 */
class WordListPlaceTest {

    private static final Path SOURCES = Path.of("src/main/java/dev/footnote");

    private static final String LITERAL = "\"(?:[^\"\\\\\\n]|\\\\.)*+\"";

    private static final Pattern COMMENT = Pattern.compile("/\\*[^*]*\\*+(?:[^/*][^*]*\\*+)*+/|(?m)^\\s*+//.*+$");

    /** A collection of nothing but words. */
    private static final Pattern LIST = Pattern.compile("(?:Set|List|Map|Stream|asList)(?:\\.of)?\\(\\s*((?:(?:"
            + LITERAL + "|-?\\d++)\\s*,\\s*)++" + LITERAL + ")");

    private static final Pattern CLASSES = Pattern.compile("WordClass\\.union\\(");

    /** What the pieces of one expression say, a line break and a plus between them. */
    private static final Pattern TEXT = Pattern.compile(LITERAL + "(?:\\s*\\+\\s*" + LITERAL + ")*+");

    private static final Pattern WORD = Pattern.compile("(?<![\\w\\\\])\\p{Lower}{2,}+(?!\\w)");

    /** So many different function words with bars between them make a list. */
    private static final int FEWEST = 2;

    private static List<String> lists(String source) {
        String code = COMMENT.matcher(source).replaceAll("");
        List<String> found = new ArrayList<>();
        Matcher list = LIST.matcher(code);
        while (list.find()) {
            long words = Arrays.stream(list.group(1).split("\\s*,\\s*", -1))
                    .map(literal -> literal.replace("\"", ""))
                    .filter(WordClass::isFunctionWord)
                    .distinct()
                    .count();
            if (words >= FEWEST) {
                found.add(list.group());
            }
        }
        Matcher text = TEXT.matcher(code);
        while (text.find()) {
            long words = Stream.of(text.group().replace("(?i)", "").split("[|()?]", -1))
                    .filter(WordClass::isFunctionWord)
                    .distinct()
                    .count();
            boolean isExpression =
                    text.group().contains("|") && WORD.matcher(text.group()).find();
            if (isExpression && words >= FEWEST) {
                found.add(text.group());
            }
        }
        Matcher classes = CLASSES.matcher(code);
        while (classes.find()) {
            found.add(classes.group());
        }
        return found;
    }

    @Test
    void wordListsAreTold() {
        assertThat(lists("Set.of(\"he\", \"she\", \"it\")")).hasSize(1);
        assertThat(lists("Map.of(\"some\", 1, \"few\")")).hasSize(1);
        assertThat(lists("Pattern.compile(\"\\\\b(?:and|or|so)\\\\b.*\" + \"x\")"))
                .hasSize(1);
        assertThat(lists("WordClass.union(\"two\", WordClass.ARTICLE)")).hasSize(1);
        assertThat(lists("/** Set.of(\"he\", \"she\") */ Set.of(\"file\", \"title\"); \"no | the other\""))
                .isEmpty();
    }

    @Test
    void englishStandsInItsOwnPackage() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> others = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.startsWith(SOURCES.resolve("english")))
                    .toList();
            assertThat(others).hasSizeGreaterThan(100);
            for (Path file : others) {
                assertThat(lists(Files.readString(file))).as(file.toString()).isEmpty();
            }
        }
    }
}
