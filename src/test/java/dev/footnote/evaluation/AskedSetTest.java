package dev.footnote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskedSetTest {

    private static final Path OWN = Path.of("src/test/resources/own");

    @Test
    void everySetOfOurOwnHasItsArticleAndItsKinds() throws IOException {
        try (Stream<Path> files = Files.list(OWN)) {
            List<Path> sets = files.filter(AskedSet::isNamed).toList();
            assertThat(sets).hasSize(7);
            for (Path file : sets) {
                AskedSet set = AskedSet.read(file, AskedSet.articleOf(file).orElseThrow());
                assertThat(set.items()).hasSizeBetween(55, 60);
                assertThat(set.items()).filteredOn(item -> !item.isAnswerable()).hasSizeBetween(12, 14);
                assertThat(set.items())
                        .filteredOn(AskedItem::isAnswerable)
                        .allSatisfy(item -> assertThat(item.evidence()).isNotEmpty());
            }
        }
    }

    @Test
    void evidenceMayBeAPlaceAndMustMayBeChoices(@TempDir Path folder) throws IOException {
        Path article = Files.writeString(folder.resolve("lake.txt"), "The lake is deep. It froze in May.");
        Path set = Files.writeString(
                folder.resolve("asked-lake.json"),
                """
                [{"id":"1","kind":"why","question":"Why? ","form":"sentence","evidence":[[18,34]],"must":"may|june",
                  "history":[{"question":"When?","answer":"In May."}]},
                 {"id":"2","kind":"unanswerable","why":"outside","question":"Who?"}]""");

        assertThat(AskedSet.articleOf(set)).contains(article);
        AskedSet read = AskedSet.read(set, article);

        assertThat(read.name()).isEqualTo("lake");
        assertThat(read.items().get(0).evidence()).containsExactly("It froze in May.");
        assertThat(read.items().get(0).must()).containsExactly(List.of("may", "june"));
        assertThat(read.items().get(0).turns()).hasSize(1);
        assertThat(read.items().get(0).asksForWords()).isFalse();
        assertThat(read.items().get(1).isAnswerable()).isFalse();
    }
}
