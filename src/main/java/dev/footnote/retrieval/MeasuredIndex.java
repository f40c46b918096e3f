package dev.footnote.retrieval;

import dev.footnote.article.Article;
import dev.footnote.article.Library;
import dev.footnote.model.Encoder;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A Lucene index in a folder of its own and the search over it, to be measured apart from those of the application. */
public final class MeasuredIndex implements AutoCloseable {

    private final PassageIndex index;
    private final Retriever retriever;

    /**
     * Opens it, making it if need be.
     *
     * @param library has the articles whose passages are put into it
     */
    public MeasuredIndex(Path folder, VectorStorage storage, Library library, Encoder encoder, RetrievalConfig config) {
        index = new LucenePassageIndex(folder, storage);
        retriever = new Retriever(index, new IndexedArticles(library, index), encoder, config);
    }

    /** Puts passages of an article into it. */
    public void add(Article article, List<EmbeddedPassage> passages) {
        index.replace(article, passages);
    }

    /** How many passages it has. */
    public int size() {
        return index.size();
    }

    /** Searches words and vectors of all articles and fuses both lists, reading no text: how many passages that gives. */
    public int search(String question, float[] vector) {
        return retriever.search(question, vector, Set.of(), retriever.usualLimit());
    }

    /** The passages that are read for a question, of all articles or of those named. */
    public List<RetrievedPassage> retrieve(String question, Set<String> articleIds) {
        return retriever.retrieve(question, articleIds, retriever.usualLimit());
    }

    /** Waits until Lucene has merged what it wants to, writes all to disk and lets go of it. */
    @Override
    public void close() {
        index.commit();
        index.close();
    }
}
