package dev.footnote.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footnote.article.AddedArticle;
import dev.footnote.article.Article;
import dev.footnote.article.IndexingProgress;
import dev.footnote.article.Submission;
import dev.footnote.article.UnreadableArticleException;
import dev.footnote.model.CountingEncoder;
import dev.footnote.model.Models;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that is really watched, over a real database, index and encoder. */
class SeedFolderTest {

    private static final CountingEncoder ENCODER = new CountingEncoder();

    private static final String CAT = "The cat sat on the mat.";
    private static final String DOG = "The dog stood by the door.";

    private final Path home;
    private final Path seeds;

    /** How often a file was written, so that each time is later than the one before on any file system. */
    private int writes;

    private Running running;

    SeedFolderTest(@TempDir Path home) throws IOException, InterruptedException {
        this.home = home;
        seeds = Files.createDirectory(home.resolve("seeds"));
        running = Running.start(home, ENCODER);
    }

    @BeforeEach
    void countFromHere() {
        ENCODER.counted();
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        running.stop();
    }

    @Test
    void newChangedAndRemovedFilesAreFollowed() throws IOException {
        write("cat.txt", CAT);
        await(() -> found("cat").equals(List.of(CAT)));

        write("cat.txt", "The cat sat on the sofa.");
        await(() -> found("cat").equals(List.of("The cat sat on the sofa.")));
        assertThat(running.library.ids()).containsExactly("cat");

        Files.delete(seeds.resolve("cat.txt"));
        await(() -> running.library.ids().isEmpty() && found("cat").isEmpty());
    }

    @Test
    void whatChangedWhileNothingRanIsSeenAtStart() throws Exception {
        write("cat.txt", CAT);
        write("dog.txt", DOG);
        await(() -> running.library.ids().size() == 2);
        running.stop();
        write("cat.txt", "The cat left.");
        Files.delete(seeds.resolve("dog.txt"));
        write("owl.txt", "The owl watched them.");

        start();

        assertThat(running.library.ids()).containsExactly("cat", "owl");
        assertThat(found("cat")).containsExactly("The cat left.");
    }

    @Test
    void seedThatWasKeptButNotRememberedGoesWithItsFile() throws Exception {
        running.ingestion.seed(text("cat.txt", CAT), Optional.empty());
        running.ingestion.seed(text("dog.txt", DOG), Optional.empty());
        running.ingestion.add(text("owl.txt", "The owl watched them."));
        running.stop();
        write("cat.txt", CAT);

        start();

        assertThat(running.library.ids()).containsExactly("cat", "owl");
        Files.delete(seeds.resolve("cat.txt"));
        await(() -> running.library.ids().equals(List.of("owl")));
    }

    @Test
    void deletedSeedStaysAwayUntilItsFileChanges() throws Exception {
        write("cat.txt", CAT);
        await(() -> running.library.ids().size() == 1);
        assertThat(running.ingestion.remove("cat")).isTrue();

        restart();
        assertThat(running.library.ids()).isEmpty();
        Files.setLastModifiedTime(seeds.resolve("cat.txt"), later());
        write("dog.txt", DOG);
        await(() -> running.library.ids().equals(List.of("dog")));

        write("cat.txt", "The cat came back.");
        await(() -> running.library.ids().equals(List.of("dog", "cat")));
    }

    @Test
    void fileThatCannotBeReadIsSkippedAndTheRestIsServed() throws IOException {
        write("a-broken.pdf", "%PDF-1.7 no more than this");
        write("b-empty.txt", "");
        write("c-picture.png", "\u0089PNG\r\n\u001a\n");
        write("d-large.txt", "x".repeat(Running.LARGEST_SEED + 1));
        Files.createDirectory(seeds.resolve("e-folder.txt"));
        write(".hidden.txt", "Hidden.");
        write("f-cat.txt", CAT);
        await(() -> running.library.ids().equals(List.of("f-cat")));

        write("b-empty.txt", DOG);
        await(() -> running.library.ids().equals(List.of("f-cat", "b-empty")));
    }

    @Test
    void fileThatBreaksLeavesWhatItSaidBefore() throws IOException {
        write("cat.txt", CAT);
        await(() -> running.library.ids().size() == 1);

        write("cat.txt", "");
        write("dog.txt", DOG);
        await(() -> running.library.ids().size() == 2);

        assertThat(found("cat")).containsExactly(CAT);
    }

    @Test
    void restartEncodesNothing() throws Exception {
        write("cat.txt", CAT + "\n\n" + DOG);
        await(() -> running.library.ids().size() == 1);
        running.ingestion.add(text("owl.txt", "The owl watched them."));
        await(() -> found("cat").size() == 2);
        assertThat(ENCODER.counted()).isEqualTo(3);

        restart();

        assertThat(running.library.ids()).containsExactly("cat", "owl");
        assertThat(found("cat")).containsExactlyInAnyOrder(CAT, DOG);
        assertThat(found("owl")).hasSize(1);
        assertThat(ENCODER.counted()).isZero();
    }

    @Test
    void changedFileEncodesOnlyWhatIsNewInIt() throws IOException {
        write("cat.txt", CAT + "\n\n" + DOG);
        await(() -> found("cat").size() == 2);
        assertThat(ENCODER.counted()).isEqualTo(2);

        write("cat.txt", CAT + "\n\nThe dog went out.");
        await(() -> found("cat").contains("The dog went out."));

        assertThat(ENCODER.counted()).isEqualTo(1);
    }

    @Test
    void damagedIndexIsMadeAgainFromTheArticles() throws Exception {
        write("cat.txt", CAT);
        await(() -> running.library.ids().size() == 1);
        running.ingestion.add(text("owl.txt", "The owl watched them."));
        running.stop();
        ENCODER.counted();
        try (Stream<Path> files = Files.list(home.resolve("index"))) {
            for (Path file : files.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                for (int i = 0; i < bytes.length; i += 7) {
                    bytes[i] ^= 0x55;
                }
                Files.write(file, bytes);
            }
        }

        start();

        assertThat(found("cat")).containsExactly(CAT);
        assertThat(found("owl")).containsExactly("The owl watched them.");
        assertThat(running.ingestion.progress("owl")).isEqualTo(IndexingProgress.READY);
        assertThat(ENCODER.counted()).isEqualTo(2);
    }

    @Test
    void uploadOutlivesASeedOfTheSameText() throws Exception {
        running.ingestion.add(text("mine.txt", CAT));
        write("cat.txt", CAT);
        write("dog.txt", DOG);
        await(() -> running.library.ids().equals(List.of("mine", "dog")));

        write("cat.txt", "The cat left.");
        await(() -> running.library.ids().equals(List.of("mine", "dog", "cat")));
        assertThat(found("mine")).containsExactly(CAT);

        write("owl.txt", CAT);
        write("yak.txt", "The yak slept.");
        await(() -> running.library.ids().contains("yak"));
        Files.delete(seeds.resolve("owl.txt"));
        Files.delete(seeds.resolve("yak.txt"));
        await(() -> !running.library.ids().contains("yak"));
        assertThat(found("mine")).containsExactly(CAT);
    }

    @Test
    void oneOfTwoFilesOfTheSameTextMayChange() throws IOException {
        write("a.txt", CAT);
        await(() -> running.library.ids().size() == 1);
        write("b.txt", CAT);
        write("c.txt", DOG);
        await(() -> running.library.ids().equals(List.of("a", "c")));

        write("a.txt", "The cat left.");
        await(() -> texts().contains("The cat left."));

        assertThat(texts()).containsExactlyInAnyOrder(CAT, DOG, "The cat left.");
    }

    @Test
    void seedThatSomeoneReplacedIsTheirs() throws Exception {
        write("cat.txt", CAT);
        await(() -> running.library.ids().size() == 1);
        running.ingestion.replace("cat", text("mine.txt", "My own cat."));

        Files.delete(seeds.resolve("cat.txt"));
        write("dog.txt", DOG);
        await(() -> running.library.ids().size() == 2);

        assertThat(found("cat")).containsExactly("My own cat.");
    }

    @Test
    void failedReplacementLeavesASeedToItsFile() throws Exception {
        write("cat.txt", CAT);
        await(() -> found("cat").equals(List.of(CAT)));
        assertThatThrownBy(() -> running.ingestion.replace("cat", text("mine.txt", "")))
                .isInstanceOf(UnreadableArticleException.class);
        assertThat(found("cat")).containsExactly(CAT);

        Files.delete(seeds.resolve("cat.txt"));
        write("dog.txt", DOG);
        await(() -> running.library.ids().equals(List.of("dog")));
    }

    @Test
    void warningsAreThoseOfTheLastFileOfATextHoweverItCame() throws Exception {
        String text = "The café by the harbour opens at noon.";
        byte[] old = text.getBytes(StandardCharsets.ISO_8859_1);
        AddedArticle first = running.ingestion.add(new Submission("cafe.txt", old, null));
        String id = first.article().id();
        assertThat(first.article().warnings()).isNotEmpty();

        AddedArticle again = running.ingestion.add(text("other.txt", text));
        assertThat(again.isNew()).isFalse();
        assertThat(again.article().id()).isEqualTo(id);
        assertThat(again.article().warnings()).isEmpty();
        assertThat(running.library.find(id).orElseThrow().warnings()).isEmpty();

        assertThat(running.ingestion
                        .replace(id, new Submission("cafe.txt", old, null))
                        .warnings())
                .isEqualTo(first.article().warnings());
        assertThat(running.library.summary(id).orElseThrow().warnings())
                .isEqualTo(first.article().warnings());
        write("cafe.txt", text);
        await(() -> running.library.summary(id).orElseThrow().warnings().isEmpty());
        assertThat(found(id)).containsExactly(text);
    }

    @Test
    void seedThatSomeoneReplacedByItsOwnTextIsTheirs() throws Exception {
        write("cat.txt", CAT);
        await(() -> running.library.ids().size() == 1);
        running.ingestion.replace("cat", text("mine.txt", CAT));
        Files.delete(seeds.resolve("cat.txt"));

        restart();

        assertThat(found("cat")).containsExactly(CAT);
    }

    @Test
    void folderThatIsAwayForAWhileTakesNothingWithIt() throws Exception {
        write("cat.txt", CAT);
        await(() -> running.library.ids().size() == 1);
        Files.move(seeds, home.resolve("away"));

        restart();

        assertThat(found("cat")).containsExactly(CAT);
    }

    @Test
    void laterTextUnderAnIdWinsHoweverLongTheEarlierTakes() throws UnreadableArticleException {
        String id =
                running.ingestion.add(text("cat.txt", large("cat"))).article().id();
        assertThat(running.ingestion.progress(id).state()).isEqualTo(IndexingProgress.State.INDEXING);
        running.ingestion.replace(id, text("cat.txt", "The cat left."));
        // Large ones wait for one another: once this is ready, the first has come to its end.
        String next =
                running.ingestion.add(text("dog.txt", large("dog"))).article().id();
        await(() -> running.ingestion.progress(next).equals(IndexingProgress.READY));

        assertThat(running.ingestion.progress(id)).isEqualTo(IndexingProgress.READY);
        assertThat(found(id)).containsExactly("The cat left.");
        assertThat(found(next)).hasSize(100);
    }

    @Test
    void whatIsRemovedWhileItIsIndexedStaysAway() throws UnreadableArticleException {
        String id =
                running.ingestion.add(text("cat.txt", large("cat"))).article().id();
        assertThat(running.ingestion.remove(id)).isTrue();
        String next =
                running.ingestion.add(text("dog.txt", large("dog"))).article().id();
        await(() -> running.ingestion.progress(next).equals(IndexingProgress.READY));

        assertThat(found(id)).isEmpty();
        assertThat(running.library.find(id)).isEmpty();
    }

    private static String large(String animal) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            text.append("The ").append(animal).append(" number ").append(i).append(" sat on the mat.\n\n");
        }
        assertThat(text.length()).isGreaterThan(Running.WAIT_FOR);
        return text.toString();
    }

    /** All passages of an article, as a search sees them. */
    private List<String> found(String id) {
        return running.index.search("the", Models.ENCODER.encodeQuestion("the"), Set.of(id), 1_000).byVector().stream()
                .flatMap(hit -> running.textOf(hit).stream())
                .toList();
    }

    private List<String> texts() {
        return running.library.ids().stream()
                .flatMap(id -> running.library.find(id).stream())
                .map(Article::text)
                .toList();
    }

    private void restart() throws IOException, InterruptedException {
        running.stop();
        start();
    }

    private void start() throws InterruptedException {
        running = Running.start(home, ENCODER);
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofMinutes(5)).until(condition);
    }

    private void write(String name, String content) throws IOException {
        Files.setLastModifiedTime(Files.writeString(seeds.resolve(name), content, StandardCharsets.UTF_8), later());
    }

    private FileTime later() {
        writes++;
        return FileTime.from(Instant.parse("2026-11-23T12:00:00Z").plusSeconds(writes));
    }

    private static Submission text(String name, String text) {
        return new Submission(name, text.getBytes(StandardCharsets.UTF_8), null);
    }
}
