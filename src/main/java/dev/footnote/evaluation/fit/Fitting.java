package dev.footnote.evaluation.fit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.footnote.article.Article;
import dev.footnote.article.Library;
import dev.footnote.article.Submission;
import dev.footnote.article.UnreadableArticleException;
import dev.footnote.home.Home;
import dev.footnote.ingestion.Ingestion;
import dev.footnote.model.Encoder;
import dev.footnote.model.SpanReader;
import dev.footnote.reading.PolicyParameters;
import dev.footnote.retrieval.RetrievedPassage;
import dev.footnote.retrieval.Retriever;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Fits every parameter of answering that depends on the reader, over the question sets of a folder. */
@Singleton
public class Fitting {

    private final Ingestion ingestion;
    private final Library library;
    private final Retriever retriever;
    private final Encoder encoder;
    private final SpanReader reader;
    private final Path model;

    Fitting(Ingestion ingestion, Library library, Retriever retriever, Encoder encoder, SpanReader reader, Home home) {
        this.ingestion = ingestion;
        this.library = library;
        this.retriever = retriever;
        this.encoder = encoder;
        this.reader = reader;
        this.model = home.embeddings().resolve("reader").resolve("reader.onnx");
    }

    /**
     * What was fitted.
     *
     * @param parameters for the reader that is in use
     * @param report the figures, of two readers one after the other
     */
    public record Fitted(PolicyParameters parameters, String report) {

        /** Writes the parameters into a folder. Returns the file. */
        public Path write(Path folder) throws IOException {
            Path file = folder.resolve(PolicyParameters.FILE);
            new ObjectMapper()
                    .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValue(file.toFile(), parameters);
            return file;
        }
    }

    /**
     * Fits.
     *
     * @param sets the folder of the question sets
     * @param cache where what a reader said is kept, so that a second fit takes a minute
     * @param other another reader, whose figures are printed beside those of the one in use
     * @param progress told what is being done
     * @throws IOException if a set or the cache cannot be read or written; the message says which
     */
    public Fitted fit(Path sets, Path cache, Optional<Path> other, Consumer<String> progress)
            throws IOException, UnreadableArticleException {
        List<Article> seeds =
                library.ids().stream().flatMap(id -> library.find(id).stream()).toList();
        PolicyFit.FittedPolicy result = fit(seeds, sets, cache, reader, model, progress);
        String report = new FitReport(result).print();
        if (other.isPresent()) {
            PolicyFit.FittedPolicy others =
                    fit(seeds, sets, cache, reader.withModel(other.get()), other.get(), progress);
            report = "The reader in use" + System.lineSeparator() + report + System.lineSeparator()
                    + System.lineSeparator() + "The reader " + other.get() + System.lineSeparator()
                    + new FitReport(others).print();
        }
        return new Fitted(result.parameters(), report);
    }

    private PolicyFit.FittedPolicy fit(
            List<Article> seeds, Path sets, Path cache, SpanReader spanReader, Path file, Consumer<String> progress)
            throws IOException, UnreadableArticleException {
        try (ScoresCache scores = new ScoresCache(spanReader, file, cache)) {
            List<FitCase> cases = new FitCases(new RunningFitShelf(seeds), scores).of(sets, progress);
            progress.accept("fitting on " + cases.size() + " questions");
            return new PolicyFit(cases, scores.hash(), (question, surroundings, texts) -> {
                        try {
                            return scores.score(question, surroundings, texts);
                        } catch (IOException e) {
                            throw new UncheckedIOException(
                                    "What the reader said cannot be kept in " + cache + ": " + e.getMessage(), e);
                        }
                    })
                    .fit();
        }
    }

    /** The application's own library, index and encoder. */
    private final class RunningFitShelf implements FitShelf {

        private final List<Article> seeds;

        RunningFitShelf(List<Article> seeds) {
            this.seeds = seeds;
        }

        @Override
        public List<Article> seeds() {
            return seeds;
        }

        @Override
        public Article add(String fileName, byte[] content) throws UnreadableArticleException {
            return ingestion.add(new Submission(fileName, content, null)).article();
        }

        @Override
        public List<RetrievedPassage> retrieve(String question, Set<String> articleIds, int limit) {
            return retriever.retrieve(question, articleIds, limit);
        }

        @Override
        public int usualLimit() {
            return retriever.usualLimit();
        }

        @Override
        public float[] vector(String text) {
            return encoder.encode(List.of(text)).get(0);
        }
    }
}
