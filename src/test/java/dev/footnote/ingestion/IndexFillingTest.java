package dev.footnote.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.article.Article;
import dev.footnote.article.IndexingProgress;
import dev.footnote.model.BreakableEncoder;
import dev.footnote.retrieval.PassageIndex;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start over an index that stands beside another one. */
class IndexFillingTest {

    /** The real index, which says that another one is asked until it takes its place; tells what was done in which order. */
    private static final class BesideAnother implements InvocationHandler {

        private final PassageIndex index;
        private final List<String> done;
        private boolean hasPlace;
        private int looks;

        private BesideAnother(PassageIndex index, List<String> done) {
            this.index = index;
            this.done = done;
        }

        static PassageIndex of(PassageIndex index, List<String> done) {
            return (PassageIndex) Proxy.newProxyInstance(
                    PassageIndex.class.getClassLoader(),
                    new Class<?>[] {PassageIndex.class},
                    new BesideAnother(index, done));
        }

        @Override
        public synchronized @Nullable Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            return switch (method.getName()) {
                case "isBesideAnother" -> !hasPlace;
                case "takePlace" -> {
                    hasPlace = true;
                    done.add("takes its place");
                    yield null;
                }
                case "holds" -> {
                    // Something is missing when it is looked at first.
                    looks++;
                    done.add(looks == 1 ? "lacks something" : "holds everything");
                    yield looks > 1;
                }
                case "reopen" -> {
                    done.add("is looked through");
                    yield passOn(method, arguments);
                }
                case "replace" -> {
                    done.add(((Article) arguments[0]).id());
                    yield passOn(method, arguments);
                }
                default -> passOn(method, arguments);
            };
        }

        private @Nullable Object passOn(Method method, Object[] arguments) throws Throwable {
            try {
                return method.invoke(index, arguments);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        }
    }

    private final Path home;
    private final BreakableEncoder encoder = new BreakableEncoder();

    IndexFillingTest(@TempDir Path home) throws IOException, InterruptedException {
        this.home = home;
        Path seeds = Files.createDirectory(home.resolve("seeds"));
        Files.writeString(seeds.resolve("cat.txt"), "The cat sat on the mat.");
        Files.writeString(seeds.resolve("dog.txt"), "The dog stood by the door.");
        Running.start(home, encoder).stop();
        FileUtils.deleteDirectory(home.resolve("index").toFile());
    }

    private Running start(List<String> done) throws InterruptedException {
        return Running.start(home, encoder, index -> BesideAnother.of(index, done));
    }

    @Test
    void itTakesItsPlaceWhenItHoldsEverythingAndIsLookedThroughOnceMore() throws Exception {
        List<String> done = new ArrayList<>();
        Running running = start(done);

        assertThat(done)
                .startsWith(
                        "is looked through",
                        "cat",
                        "dog",
                        "lacks something",
                        "is looked through",
                        "holds everything",
                        "takes its place",
                        "is looked through");
        assertThat(running.index.size()).isEqualTo(2);
        running.stop();
    }

    @Test
    void whatCannotBeIndexedKeepsTheOtherInItsPlaceUntilAnotherStart() throws Exception {
        encoder.setBroken(true);
        List<String> done = new ArrayList<>();
        Running running = start(done);
        assertThat(running.ingestion.isReady()).isTrue();
        assertThat(running.ingestion.progress("cat").state()).isEqualTo(IndexingProgress.State.FAILED);
        assertThat(done).doesNotContain("takes its place");
        running.stop();

        encoder.setBroken(false);
        Running again = start(done);
        assertThat(done).containsSubsequence("cat", "dog", "takes its place");
        again.stop();
    }
}
