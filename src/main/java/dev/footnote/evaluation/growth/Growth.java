package dev.footnote.evaluation.growth;

import dev.footnote.article.ArticleReaders;
import dev.footnote.evaluation.Times;
import dev.footnote.model.Encoder;
import dev.footnote.model.Tokenizer;
import dev.footnote.passage.PassageSplitter;
import dev.footnote.retrieval.MeasuredIndex;
import dev.footnote.retrieval.RetrievalConfig;
import dev.footnote.retrieval.VectorStorage;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures how the search grows with the number of passages: how long it takes, what it needs, and whether it still finds what
 * answers a question. Each size has an index of its own in a temporary folder.
 */
@Singleton
public class Growth {

    private static final long SEED = 20_261_127;

    /** How often each question is searched before the clock counts, and then with it. */
    private static final int WARMING = 2;

    private static final int ROUNDS = 3;

    private static final int COLLECTIONS = 3;
    private static final int TOLD_EVERY = 10_000;

    private final ArticleReaders readers;
    private final Tokenizer tokenizer;
    private final Encoder encoder;
    private final RetrievalConfig config;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    Growth(ArticleReaders readers, Tokenizer tokenizer, Encoder encoder, RetrievalConfig config) {
        this.readers = readers;
        this.tokenizer = tokenizer;
        this.encoder = encoder;
        this.config = config;
    }

    /** What fills an index: first the planted articles, then the other real ones, then mixed ones. */
    private record Stock(
            List<EmbeddedArticle> planted,
            List<EmbeddedArticle> real,
            MixedArticles mixed,
            List<PlantedQuestion> questions) {

        List<EmbeddedArticle> articles() {
            return Stream.concat(planted.stream(), real.stream()).toList();
        }
    }

    /**
     * Measures each size.
     *
     * @param progress receives a line now and then
     * @throws IOException if the texts or the questions cannot be read, or nothing can be written; the message says which
     */
    public GrowthReport run(GrowthPlan plan, Consumer<String> progress) throws IOException {
        GrowthTexts texts = new GrowthTexts(
                readers, new PassageSplitter(tokenizer::count, PassageSplitter.DEFAULT_LIMIT), encoder, progress);
        GrowthTexts.Planted planted = texts.planted(plan.questions());
        int plantedPassages = count(planted.articles());
        if (plan.sizes().get(0) < plantedPassages) {
            throw new IOException("The articles of the questions have " + plantedPassages + " passages, more than "
                    + plan.sizes().get(0)
                    + ". Name larger sizes with --passages, or a folder with fewer sets with --questions.");
        }
        List<CutArticle> filling = texts.filling(
                plan.folder(),
                planted.articles().stream().map(cut -> cut.article().text()).collect(Collectors.toSet()),
                SEED);
        List<EmbeddedArticle> real = texts.embed(filling, plan.embed());
        Stock stock = new Stock(
                texts.embed(planted.articles(), plantedPassages),
                real,
                new MixedArticles(
                        real.stream()
                                .flatMap(each -> MixedArticles.Original.of(each).stream())
                                .toList(),
                        SEED),
                planted.questions());
        long heapBefore = heap();
        List<GrowthRow> rows = new ArrayList<>();
        for (int size : plan.sizes()) {
            GrowthRow row =
                    row(stock, size, plan.isQuantised() ? VectorStorage.QUANTISED : VectorStorage.FULL, progress);
            // What takes long and is stopped has then told what it knows.
            progress.accept("measured: " + row);
            rows.add(row);
        }
        return new GrowthReport(
                filling.size(),
                count(filling),
                real.stream().mapToInt(each -> each.passages().size()).sum(),
                plantedPassages,
                planted.questions().size(),
                heapBefore,
                plan.isQuantised(),
                rows);
    }

    private static int count(List<CutArticle> articles) {
        return articles.stream().mapToInt(cut -> cut.passages().size()).sum();
    }

    private GrowthRow row(Stock stock, int size, VectorStorage storage, Consumer<String> progress) throws IOException {
        Path folder = Files.createTempDirectory("footnote-growth");
        try {
            GrowthShelf shelf = new GrowthShelf(stock.articles(), stock.mixed());
            Filled filled = fill(new MeasuredIndex(folder, storage, shelf, encoder, config), stock, size, progress);
            long bytes = bytes(folder);
            try (MeasuredIndex index = new MeasuredIndex(folder, storage, shelf, encoder, config)) {
                progress.accept(size + " passages: indexed, now searched");
                return measured(index, stock, filled, bytes);
            }
        } finally {
            delete(folder);
        }
    }

    /** How many passages of an index are mixed, and how many seconds it took to write them all. */
    private record Filled(int mixed, double seconds) {}

    /** Puts so many passages into an index and closes it. What they are made of is not on the clock. */
    private static Filled fill(MeasuredIndex index, Stock stock, int size, Consumer<String> progress) {
        int done = 0;
        int mixed = 0;
        long nanos = 0;
        long written;
        try (index) {
            for (EmbeddedArticle article : stock.articles()) {
                EmbeddedArticle part = article.first(size - done);
                nanos += add(index, part);
                done += part.passages().size();
            }
            for (int number = 0; done < size; number++) {
                EmbeddedArticle part = stock.mixed().embedded(number).first(size - done);
                nanos += add(index, part);
                done += part.passages().size();
                mixed += part.passages().size();
                if (done / TOLD_EVERY > (done - part.passages().size()) / TOLD_EVERY) {
                    progress.accept("indexed " + done + " of " + size);
                }
            }
            written = System.nanoTime();
        }
        return new Filled(mixed, (nanos + System.nanoTime() - written) / 1e9);
    }

    private static long add(MeasuredIndex index, EmbeddedArticle article) {
        if (article.passages().isEmpty()) {
            return 0;
        }
        long start = System.nanoTime();
        index.add(article.article(), article.passages());
        return System.nanoTime() - start;
    }

    private GrowthRow measured(MeasuredIndex index, Stock stock, Filled filled, long bytes) {
        List<Double> encoding = new ArrayList<>();
        List<float[]> vectors = new ArrayList<>();
        for (PlantedQuestion question : stock.questions()) {
            long start = System.nanoTime();
            vectors.add(encoder.encodeQuestion(question.item().question()));
            encoding.add((System.nanoTime() - start) / 1e6);
        }
        search(index, stock, vectors, WARMING);
        Searched searched = search(index, stock, vectors, ROUNDS);
        int inAll = 0;
        int inOwn = 0;
        for (PlantedQuestion question : stock.questions()) {
            String asked = question.item().question();
            inAll += question.isFoundIn(index.retrieve(asked, Set.of())) ? 1 : 0;
            inOwn += question.isFoundIn(index.retrieve(asked, Set.of(question.articleId()))) ? 1 : 0;
        }
        return new GrowthRow(
                index.size(),
                filled.mixed(),
                bytes,
                heap(),
                index.size() / filled.seconds(),
                searched.clock(),
                searched.processor(),
                Times.of(encoding),
                inAll,
                inOwn);
    }

    private record Searched(Times clock, Times processor) {}

    private Searched search(MeasuredIndex index, Stock stock, List<float[]> vectors, int rounds) {
        List<Double> clock = new ArrayList<>();
        List<Double> processor = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < vectors.size(); i++) {
                String question = stock.questions().get(i).item().question();
                long worked = threads.getCurrentThreadCpuTime();
                long start = System.nanoTime();
                int found = index.search(question, vectors.get(i));
                clock.add((System.nanoTime() - start) / 1e6);
                processor.add((threads.getCurrentThreadCpuTime() - worked) / 1e6);
                if (found == 0) {
                    throw new IllegalStateException("Nothing was found for: " + question);
                }
            }
        }
        return new Searched(Times.of(clock), Times.of(processor));
    }

    private static long heap() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long bytes(Path folder) throws IOException {
        long bytes = 0;
        for (Path file : files(folder)) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        for (Path file : files(folder)) {
            Files.delete(file);
        }
        Files.delete(folder);
    }
}
