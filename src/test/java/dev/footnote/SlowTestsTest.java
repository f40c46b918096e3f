package dev.footnote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code src/test/slow-tests.txt} complete: {@code ./mvnw test} runs no test that needs a container, a model or a
 * browser. It reads the sources, for a class of {@code @QuarkusTest} is slow to load; that every simple class name
 * exists once makes their words enough.
 */
class SlowTestsTest {

    private static final Path LIST = Path.of("src/test/slow-tests.txt");
    private static final Path SOURCES = Path.of("src/test/java");

    /** What needs a container, and the test classes that load the models and start the browser. */
    private static final Set<String> SLOW = Set.of("QuarkusTest", "Models", "Chromium");

    private static final Pattern NAME = Pattern.compile("\\b[A-Z]\\w*");

    /** The capitalised words of each source file, by its class. */
    private static final Map<String, Set<String>> WORDS = new TreeMap<>();

    @BeforeAll
    static void readSources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                if (!name.equals(SlowTestsTest.class.getSimpleName())) {
                    Set<String> words = new HashSet<>();
                    NAME.matcher(Files.readString(file)).results().forEach(word -> words.add(word.group()));
                    WORDS.put(name, words);
                }
            }
        }
    }

    @Test
    void everyTestThatNeedsAContainerAModelOrABrowserIsListed() throws IOException {
        Set<String> slow = WORDS.keySet().stream()
                .filter(name -> name.endsWith("Test") && isSlow(name, new HashSet<>()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(slow).isNotEmpty();
        assertThat(listed())
                .as("tests that need a container, a model or a browser; each needs a line in %s", LIST)
                .containsAll(slow);
    }

    @Test
    void everyLineNamesATest() throws IOException {
        assertThat(WORDS.keySet()).as("classes that %s may name", LIST).containsAll(listed());
    }

    /** The simple names of the classes in the list. */
    private static List<String> listed() throws IOException {
        return Files.readAllLines(LIST).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.replace("**/", "").replace(".java", "").strip())
                .toList();
    }

    private static boolean isSlow(String name, Set<String> seen) {
        return SLOW.contains(name)
                || seen.add(name) && WORDS.getOrDefault(name, Set.of()).stream().anyMatch(word -> isSlow(word, seen));
    }
}
