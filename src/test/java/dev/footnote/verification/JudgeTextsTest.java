package dev.footnote.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts that the judge was trained on are in the format that they are said to be in, and as many. */
class JudgeTextsTest {

    private static final Path FOLDER = Path.of("src/test/resources/judge-texts");
    private static final Pattern SENTENCE = Pattern.compile("(\\d+) \\S.*");
    private static final Pattern CLAIM = Pattern.compile("(\\d+) ([yno]) \\w+ (\\S.*)");

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyClaimIsAboutASentenceOfItsText() throws IOException {
        Map<String, Integer> labels = new TreeMap<>();
        for (Path file : files()) {
            List<String> lines = Files.readAllLines(file);
            int rule = lines.indexOf("---");
            assertThat(rule).as("the line between text and claims of %s", file).isPositive();
            Set<String> numbers = new HashSet<>();
            for (String line : lines.subList(1, rule)) {
                Matcher sentence = SENTENCE.matcher(line);
                assertThat(line.isEmpty() || sentence.matches() && numbers.add(sentence.group(1)))
                        .as("%s: a numbered sentence: %s", file, line)
                        .isTrue();
            }
            Set<String> claims = new HashSet<>();
            for (String line : lines.subList(rule + 1, lines.size())) {
                Matcher claim = CLAIM.matcher(line);
                assertThat(claim.matches() && numbers.contains(claim.group(1)) && claims.add(claim.group(3)))
                        .as("%s: a claim about one of its sentences: %s", file, line)
                        .isTrue();
                labels.merge(claim.group(2), 1, Integer::sum);
            }
        }
        assertThat(labels.keySet()).containsExactly("n", "o", "y");
        assertThat(Files.readString(FOLDER.resolve("README.md")))
                .contains(files().size() + " texts")
                .contains(String.format("%,d", labels.get("y")))
                .contains(String.format("%,d", labels.get("n")))
                .contains(String.format("%,d", labels.get("o")));
    }

    @Test
    void noneOfThemIsAmongTheClaimsThatFiguresAreStatedOn() throws IOException {
        Set<String> stated = new HashSet<>();
        for (String name : List.of("claims-dev.json", "claims-held-out.json", "claims-changed.json")) {
            new ObjectMapper()
                    .readTree(FOLDER.resolveSibling(name).toFile())
                    .forEach(each -> stated.add(each.path("claim").asText()));
        }
        List<String> taken = new ArrayList<>();
        for (Path file : files()) {
            for (String line : Files.readAllLines(file)) {
                Matcher claim = CLAIM.matcher(line);
                if (claim.matches() && stated.contains(claim.group(3))) {
                    taken.add(claim.group(3));
                }
            }
        }
        assertThat(stated).hasSizeGreaterThan(3_000);
        assertThat(taken).isEmpty();
    }
}
