package dev.footnote.retrieval;

import dev.footnote.article.Article;
import dev.footnote.model.Encoder;
import dev.footnote.text.FoldedText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;
import org.apache.lucene.util.VectorUtil;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One Lucene index on disk: English BM25 and an HNSW graph over the same passages. What it holds can be made again from
 * the articles, so an index that is damaged, or was made by another encoder or layout, is thrown away.
 */
class LucenePassageIndex implements PassageIndex {

    private static final Logger LOG = Logger.getLogger(LucenePassageIndex.class);

    /** Names this layout and the encoder; an index that says otherwise is foreign. */
    private static final String FINGERPRINT = "footnote-3/english/" + Encoder.ID;

    private static final String ARTICLE = "article";
    private static final String REVISION = "revision";
    private static final String PLACE = "place";
    private static final String TEXT = "text";
    private static final String WORDS = "words";
    private static final String ABOVE = "above";
    private static final String KEY = "key";
    private static final String VECTOR = "vector";

    private final Directory directory;
    private final IndexWriter writer;
    private final Analyzer analyzer = new PerFieldAnalyzerWrapper(
            new EnglishAnalyzer(), Map.of(WORDS, new StandardAnalyzer(CharArraySet.EMPTY_SET)));

    /** What searches see. Replaced as a whole, under this object's lock. */
    private volatile DirectoryReader reader;

    private final SupersededArticles superseded = new SupersededArticles();

    private final VectorStorage storage;

    LucenePassageIndex(Path folder) {
        this(folder, VectorStorage.FULL);
    }

    LucenePassageIndex(Path folder, VectorStorage storage) {
        this.storage = storage;
        try {
            Files.createDirectories(folder);
            this.directory = FSDirectory.open(folder);
            this.writer = open(folder);
            this.reader = DirectoryReader.open(writer);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The index in " + folder + " cannot be opened: " + e.getMessage()
                            + ". Check that the folder can be written, or set footnote.data to another one.",
                    e);
        }
    }

    private IndexWriter open(Path folder) throws IOException {
        if (DirectoryReader.indexExists(directory)) {
            Optional<String> complaint = complaint();
            if (complaint.isEmpty()) {
                return new IndexWriter(directory, configuration(IndexWriterConfig.OpenMode.APPEND));
            }
            LOG.infof("The index in %s is made anew from the articles: %s", folder, complaint.get());
        }
        // Files of a broken index can keep even a new one from being written.
        for (String file : directory.listAll()) {
            if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                directory.deleteFile(file);
            }
        }
        IndexWriter created = new IndexWriter(directory, configuration(IndexWriterConfig.OpenMode.CREATE));
        created.setLiveCommitData(Map.of("fingerprint", FINGERPRINT).entrySet());
        created.commit();
        return created;
    }

    private IndexWriterConfig configuration(IndexWriterConfig.OpenMode mode) {
        return new IndexWriterConfig(analyzer)
                .setOpenMode(mode)
                .setCommitOnClose(true)
                .setCodec(storage.codec());
    }

    /** Why the index on disk cannot be used, if so. Reads all of it, which takes about a second for a gigabyte. */
    private Optional<String> complaint() {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            String fingerprint = reader.getIndexCommit().getUserData().get("fingerprint");
            if (!FINGERPRINT.equals(fingerprint)) {
                return Optional.of("it was made as " + fingerprint + ", not as " + FINGERPRINT);
            }
            for (LeafReaderContext leaf : reader.leaves()) {
                if (leaf.reader() instanceof CodecReader codec) {
                    codec.checkIntegrity();
                }
            }
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.of("it is damaged (" + e.getMessage() + ")");
        }
    }

    @Override
    public synchronized void close() {
        try {
            reader.close();
            writer.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The index cannot be closed: " + e.getMessage(), e);
        }
    }

    @Override
    public PassageMatches search(String question, float[] vector, Set<String> articleIds, int limit) {
        DirectoryReader seen = acquire();
        try {
            IndexSearcher searcher = new IndexSearcher(seen);
            Query filter = articleIds.isEmpty()
                    ? null
                    : new TermInSetQuery(
                            ARTICLE, articleIds.stream().map(BytesRef::new).toList());
            Query words = words(FoldedText.of(question).text());
            List<PassageMatch> byWords =
                    words == null ? List.of() : matches(seen, searcher, filtered(words, filter), vector, limit);
            List<PassageMatch> byVector =
                    matches(seen, searcher, new KnnFloatVectorQuery(VECTOR, vector, limit, filter), vector, limit)
                            .stream()
                            .map(match -> new PassageMatch(
                                    match.articleId(),
                                    match.revision(),
                                    match.passage(),
                                    match.similarity(),
                                    match.similarity()))
                            .toList();
            return new PassageMatches(byWords, byVector);
        } catch (IOException e) {
            throw new UncheckedIOException("The index cannot be searched: " + e.getMessage(), e);
        } finally {
            release(seen);
        }
    }

    /** Passages with words of a question in themselves or in the headings above them; null for one without words. */
    private @Nullable Query words(String question) {
        QueryBuilder queries = new QueryBuilder(analyzer);
        Query inText = queries.createBooleanQuery(TEXT, question);
        Query above = queries.createBooleanQuery(ABOVE, question);
        return inText == null || above == null
                ? inText
                : new BooleanQuery.Builder()
                        .add(inText, BooleanClause.Occur.SHOULD)
                        .add(new BoostQuery(above, IndexedWords.ABOVE_WEIGHT), BooleanClause.Occur.SHOULD)
                        .build();
    }

    private static Query filtered(Query query, @Nullable Query filter) {
        if (filter == null) {
            return query;
        }
        return new BooleanQuery.Builder()
                .add(query, BooleanClause.Occur.MUST)
                .add(filter, BooleanClause.Occur.FILTER)
                .build();
    }

    private static List<PassageMatch> matches(
            DirectoryReader seen, IndexSearcher searcher, Query query, float[] vector, int limit) throws IOException {
        List<PassageMatch> matches = new ArrayList<>();
        StoredFields stored = searcher.storedFields();
        ScoreDoc[] found = searcher.search(query, limit).scoreDocs;
        Map<Integer, Double> similarities = similarities(seen, found, vector);
        for (ScoreDoc each : found) {
            Document document = stored.document(each.doc, Set.of(ARTICLE, REVISION, PLACE));
            matches.add(new PassageMatch(
                    document.get(ARTICLE),
                    document.get(REVISION),
                    IndexedPlace.parse(document.get(PLACE)),
                    each.score,
                    similarities.getOrDefault(each.doc, 0.0)));
        }
        return matches;
    }

    /** The cosines of documents with a vector. Vectors are read in the order of documents only. */
    private static Map<Integer, Double> similarities(DirectoryReader reader, ScoreDoc[] documents, float[] vector)
            throws IOException {
        Map<Integer, Double> similarities = new HashMap<>();
        int[] sorted = Stream.of(documents).mapToInt(each -> each.doc).sorted().toArray();
        int next = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            int end = leaf.docBase + leaf.reader().maxDoc();
            FloatVectorValues values = leaf.reader().getFloatVectorValues(VECTOR);
            for (; next < sorted.length && sorted[next] < end; next++) {
                int document = sorted[next] - leaf.docBase;
                if (values != null && values.advance(document) == document) {
                    similarities.put(sorted[next], (double) VectorUtil.dotProduct(vector, values.vectorValue()));
                }
            }
        }
        return similarities;
    }

    @Override
    public synchronized void replace(Article article, List<EmbeddedPassage> passages) {
        List<Document> documents = new ArrayList<>(passages.size());
        for (EmbeddedPassage embedded : passages) {
            IndexedWords words = IndexedWords.of(embedded.passage(), article);
            Document document = new Document();
            document.add(new StringField(ARTICLE, article.id(), Field.Store.YES));
            document.add(new StoredField(REVISION, article.revision()));
            document.add(new StoredField(PLACE, IndexedPlace.format(embedded.passage())));
            document.add(new TextField(TEXT, words.text(), Field.Store.NO));
            document.add(new TextField(WORDS, words.text(), Field.Store.NO));
            document.add(new TextField(ABOVE, words.above(), Field.Store.NO));
            document.add(new StringField(KEY, embedded.key(), Field.Store.NO));
            document.add(new KnnFloatVectorField(VECTOR, embedded.vector(), VectorSimilarityFunction.DOT_PRODUCT));
            documents.add(document);
        }
        change(() -> writer.updateDocuments(new Term(ARTICLE, article.id()), documents));
        superseded.remove(article.id());
    }

    @Override
    public synchronized void remove(String articleId) {
        change(() -> writer.deleteDocuments(new Term(ARTICLE, articleId)));
        superseded.remove(articleId);
    }

    @Override
    public void supersede(Article article) {
        superseded.add(article);
    }

    @Override
    public Optional<Article> superseded(String articleId, String revision) {
        return superseded.find(articleId, revision);
    }

    @Override
    public synchronized Set<String> reopen(Supplier<Map<String, String>> latest) {
        Map<String, String> revisions = latest.get();
        Set<String> held = new HashSet<>();
        Set<String> foreign = new HashSet<>();
        DirectoryReader seen = reader;
        try {
            StoredFields stored = seen.storedFields();
            for (LeafReaderContext leaf : seen.leaves()) {
                TermsEnum ids = leaf.reader().terms(ARTICLE) == null
                        ? TermsEnum.EMPTY
                        : leaf.reader().terms(ARTICLE).iterator();
                Bits live = leaf.reader().getLiveDocs();
                for (BytesRef id = ids.next(); id != null; id = ids.next()) {
                    // One document speaks for all: an article's documents are written and deleted together.
                    int document = firstLive(ids.postings(null, PostingsEnum.NONE), live);
                    if (document != DocIdSetIterator.NO_MORE_DOCS) {
                        String name = id.utf8ToString();
                        String revision = stored.document(leaf.docBase + document, Set.of(REVISION))
                                .get(REVISION);
                        if (revision.equals(revisions.get(name))) {
                            held.add(name);
                        } else {
                            foreign.add(name);
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The index cannot be read: " + e.getMessage(), e);
        }
        change(() -> {
            for (String id : foreign) {
                writer.deleteDocuments(new Term(ARTICLE, id));
            }
        });
        return Set.copyOf(held);
    }

    private static int firstLive(PostingsEnum postings, @Nullable Bits live) throws IOException {
        int document = postings.nextDoc();
        while (document != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(document)) {
            document = postings.nextDoc();
        }
        return document;
    }

    @FunctionalInterface
    private interface Change {
        void apply() throws IOException;
    }

    /** Changes the index and shows searches the whole change in one step. */
    private void change(Change change) {
        try {
            change.apply();
            DirectoryReader before = reader;
            DirectoryReader changed = DirectoryReader.openIfChanged(before, writer);
            if (changed != null) {
                reader = changed;
                before.decRef();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The index cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void commit() {
        try {
            writer.setLiveCommitData(Map.of("fingerprint", FINGERPRINT).entrySet());
            writer.commit();
        } catch (IOException e) {
            throw new UncheckedIOException("The index cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public Map<String, float[]> vectors(Collection<String> keys) {
        Map<String, float[]> vectors = new HashMap<>();
        DirectoryReader seen = acquire();
        try {
            for (LeafReaderContext leaf : seen.leaves()) {
                FloatVectorValues values = leaf.reader().getFloatVectorValues(VECTOR);
                if (values == null) {
                    continue;
                }
                Map<Integer, String> documents = new HashMap<>();
                for (String key : keys) {
                    PostingsEnum postings = leaf.reader().postings(new Term(KEY, key), PostingsEnum.NONE);
                    if (postings != null && !vectors.containsKey(key)) {
                        int document = postings.nextDoc();
                        if (document != DocIdSetIterator.NO_MORE_DOCS) {
                            documents.put(document, key);
                        }
                    }
                }
                // Vectors are read in the order of documents only.
                for (int document : documents.keySet().stream().sorted().toList()) {
                    if (values.advance(document) == document) {
                        vectors.put(
                                documents.get(document), values.vectorValue().clone());
                    }
                }
            }
            return vectors;
        } catch (IOException e) {
            throw new UncheckedIOException("The index cannot be read: " + e.getMessage(), e);
        } finally {
            release(seen);
        }
    }

    @Override
    public int size() {
        return reader.numDocs();
    }

    @Override
    public boolean knows(String word) {
        DirectoryReader seen = acquire();
        try {
            return seen.docFreq(new Term(WORDS, FoldedText.of(word).text())) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException("The index cannot be read: " + e.getMessage(), e);
        } finally {
            release(seen);
        }
    }

    @Override
    public Optional<KnownWord> closest(String word, int edits) {
        DirectoryReader seen = acquire();
        try {
            DirectSpellChecker speller = new DirectSpellChecker();
            speller.setMaxEdits(edits);
            speller.setMinPrefix(1);
            speller.setMinQueryLength(1);
            speller.setMaxQueryFrequency(0);
            SuggestWord[] words = speller.suggestSimilar(
                    new Term(WORDS, FoldedText.of(word).text()), 1, seen, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
            return words.length == 0 ? Optional.empty() : place(seen, words[0].string);
        } catch (IOException e) {
            throw new UncheckedIOException("The index cannot be read: " + e.getMessage(), e);
        } finally {
            release(seen);
        }
    }

    private static Optional<KnownWord> place(DirectoryReader seen, String word) throws IOException {
        float[] any = new float[Encoder.DIMENSION];
        return matches(seen, new IndexSearcher(seen), new TermQuery(new Term(WORDS, word)), any, 1).stream()
                .map(match -> new KnownWord(word, match))
                .findFirst();
    }

    private DirectoryReader acquire() {
        while (true) {
            DirectoryReader seen = reader;
            if (seen.tryIncRef()) {
                return seen;
            }
        }
    }

    private static void release(DirectoryReader seen) {
        try {
            seen.decRef();
        } catch (IOException e) {
            throw new UncheckedIOException("The index cannot be closed: " + e.getMessage(), e);
        }
    }
}
