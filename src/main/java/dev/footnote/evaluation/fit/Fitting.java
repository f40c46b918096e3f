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
import dev.footnote.model.ClaimJudge;
import dev.footnote.model.Encoder;
import dev.footnote.model.SpanReader;
import dev.footnote.reading.KeptWordEncoding;
import dev.footnote.reading.PolicyParameters;
import dev.footnote.reading.WordEncoding;
import dev.footnote.retrieval.RetrievedPassage;
import dev.footnote.retrieval.Retriever;
import dev.footnote.verification.VerificationModel;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Fits every parameter of answering and of the check that depends on the reader or on the judge, over the question sets of
 * a folder.
 */
@Singleton
public class Fitting {

    private final Ingestion ingestion;
    private final Library library;
    private final Retriever retriever;
    private final Encoder encoder;
    private final SpanReader reader;
    private final ClaimJudge judge;
    private final Path model;

    Fitting(
            Ingestion ingestion,
            Library library,
            Retriever retriever,
            Encoder encoder,
            SpanReader reader,
            ClaimJudge judge,
            Home home) {
        this.ingestion = ingestion;
        this.library = library;
        this.retriever = retriever;
        this.encoder = encoder;
        this.reader = reader;
        this.judge = judge;
        this.model = home.embeddings().resolve("reader").resolve("reader.onnx");
    }

    /**
     * What was fitted.
     *
     * @param parameters of answering, for the reader that is in use
     * @param check parameters of the check, for the same reader
     * @param report the figures, of two readers one after the other
     */
    public record Fitted(PolicyParameters parameters, VerificationModel check, String report) {

        /** Writes the parameters into a folder. Returns the files. */
        public List<Path> write(Path folder) throws IOException {
            Files.createDirectories(folder);
            Path file = folder.resolve(PolicyParameters.FILE);
            new ObjectMapper()
                    .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValue(file.toFile(), parameters);
            return List.of(file, check.write(folder));
        }
    }

    /**
     * Fits.
     *
     * @param sets the folder of the question sets of which figures are published
     * @param examples the folder of question sets that are there to learn from
     * @param claims the file of claims that people wrote
     * @param cache where what a reader said is kept, so that a second fit takes a minute
     * @param other another reader, whose figures are printed beside those of the one in use
     * @param progress told what is being done
     * @throws IOException if a set or the cache cannot be read or written; the message says which
     */
    public Fitted fit(
            Path sets, Path examples, Path claims, Path cache, Optional<Path> other, Consumer<String> progress)
            throws IOException, UnreadableArticleException {
        List<Article> seeds =
                library.ids().stream().flatMap(id -> library.find(id).stream()).toList();
        Both result = fit(seeds, sets, examples, claims, cache, reader, model, progress);
        String report = result.print();
        if (other.isPresent()) {
            Both others =
                    fit(seeds, sets, examples, claims, cache, reader.withModel(other.get()), other.get(), progress);
            report = "The reader in use" + System.lineSeparator() + report + System.lineSeparator()
                    + System.lineSeparator() + "The reader " + other.get() + System.lineSeparator()
                    + others.print();
        }
        return new Fitted(result.policy().parameters(), result.check().model(), report);
    }

    /** What is fitted for one reader. */
    private record Both(PolicyFit.FittedPolicy policy, ClaimFit.FittedCheck check) {

        String print() {
            return new FitReport(policy).print()
                    + System.lineSeparator()
                    + System.lineSeparator()
                    + new ClaimFitReport(check).print();
        }
    }

    private Both fit(
            List<Article> seeds,
            Path sets,
            Path examples,
            Path claims,
            Path cache,
            SpanReader spanReader,
            Path file,
            Consumer<String> progress)
            throws IOException, UnreadableArticleException {
        try (ScoresCache scores = new ScoresCache(spanReader, file, cache)) {
            List<FitCase> cases = new FitCases(new RunningFitShelf(seeds), scores).of(sets, examples, progress);
            progress.accept("fitting on " + cases.size() + " questions");
            WordEncoding encoding = new KeptWordEncoding(encoder::encodeWords);
            ClaimFit.FittedCheck check = new ClaimFit(
                            new ClaimCases(scores, judge, encoding).of(sets, examples, claims, progress), scores.hash())
                    .fit();
            return new Both(new PolicyFit(cases, scores.hash(), scores, judge, encoding, check.model()).fit(), check);
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
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
