package dev.footnote.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.article.Article;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LucenePassageIndexTest extends PassageIndexContract {

    @TempDir
    Path folder;

    @Override
    PassageIndex open() {
        return new LucenePassageIndex(folder);
    }

    @Test
    void indexKeepsNoTextInMemory() throws IOException {
        PassageIndex index = open();
        WeakReference<Article> indexed = new WeakReference<>(indexed(index));

        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            System.gc();
            return indexed.refersTo(null);
        });

        assertThat(index.size()).isPositive();
        index.close();
    }

    /** In a method of its own, so that nothing of it is on the stack any more. */
    private static Article indexed(PassageIndex index) {
        Article article = article("brief", "The ferry left at noon.");
        index.replace(article, embed(article));
        return article;
    }

    @Test
    void aDamagedIndexIsMadeAnew() throws IOException {
        PassageIndex index = open(HARBOUR, BREAD);
        index.commit();
        index.close();
        Path largest;
        try (Stream<Path> files = Files.list(folder)) {
            largest = files.max(Comparator.comparingLong(file -> file.toFile().length()))
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(largest);
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(largest, bytes);

        PassageIndex rebuilt = open();
        assertThat(rebuilt.reopen(() -> revisions(HARBOUR, BREAD))).isEmpty();
        put(rebuilt, HARBOUR);
        assertThat(retriever(rebuilt).retrieve("harbour", Set.of(), 1)).hasSize(1);
        rebuilt.close();
    }

    @Test
    void anIndexWithoutItsFilesIsMadeAnew() throws IOException {
        PassageIndex index = open(HARBOUR);
        index.commit();
        index.close();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(each -> each.getFileName().toString().endsWith(".cfs")
                            || each.getFileName().toString().endsWith(".vec")
                            || each.getFileName().toString().endsWith(".si"))
                    .toList()) {
                Files.delete(file);
            }
        }

        PassageIndex rebuilt = open();
        assertThat(rebuilt.reopen(() -> revisions(HARBOUR))).isEmpty();
        rebuilt.close();
    }
}
