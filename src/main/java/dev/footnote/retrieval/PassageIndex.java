package dev.footnote.retrieval;

import dev.footnote.article.Article;
import dev.footnote.article.IndexUnavailableException;
import dev.footnote.passage.Passage;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The passages of all articles, to be found by words and by vector. Safe for use by several threads. A search sees of
 * each article either all passages of one revision or none. Where the index is on a server, each method may throw an
 * {@link IndexUnavailableException}.
 */
public interface PassageIndex extends AutoCloseable {

    /**
     * A passage in a ranked list: where it stands, not what it says.
     *
     * @param articleId the article's id
     * @param revision the article's revision when the passage was indexed
     * @param passage its place there
     * @param score the list's own, BM25 or the cosine
     * @param similarity the cosine of question and passage, in both lists
     */
    record PassageMatch(String articleId, String revision, Passage passage, double score, double similarity) {}

    /**
     * Two ranked lists over one state of the index, each the best first.
     *
     * @param byWords by BM25; only passages that share a word with the question
     * @param byVector by cosine
     */
    record PassageMatches(List<PassageMatch> byWords, List<PassageMatch> byVector) {}

    /** Searches all articles, or those named; those that are unknown are passed over. */
    PassageMatches search(String question, float[] vector, Set<String> articleIds, int limit);

    /**
     * A word of the articles, and where it stands.
     *
     * @param word in lower case
     * @param place a passage that has it
     */
    record KnownWord(String word, PassageMatch place) {}

    /** Puts an article's passages in the place of those it had; the next search sees them. */
    void replace(Article article, List<EmbeddedPassage> passages);

    /** Takes an article's passages out; the next search does not see them. */
    void remove(String articleId);

    /**
     * Keeps the text that an article's passages stand in until they are replaced or removed: the library is about to
     * have another one.
     */
    void supersede(Article article);

    /** The article that was {@link #supersede superseded} in that revision, if its passages are still those. */
    Optional<Article> superseded(String articleId, String revision);

    /**
     * Why nothing can be found now, in a sentence that names the remedy; empty if something can. It may ask a server, but
     * not more often than once a second.
     */
    default Optional<String> outage() {
        return Optional.empty();
    }

    /**
     * Whether it may hold other passages than it was told to: a change of it failed, or it had to be made anew. Then
     * {@link #reopen} tells which it holds.
     */
    default boolean isInDoubt() {
        return false;
    }

    /**
     * Whether it is new and stands beside one of another model, which those that have that model go on asking until
     * {@link #takePlace}. It may ask a server.
     */
    default boolean isBesideAnother() {
        return false;
    }

    /**
     * Puts an index that {@link #isBesideAnother} into the place of that one, which is deleted, in one step.
     *
     * @throws IndexUnavailableException if it {@link #isInDoubt}
     */
    default void takePlace() {}

    /** Makes what was replaced and removed survive a crash. */
    void commit();

    /**
     * Gives an index that was just opened the articles whose passages it may hold; it forgets those of any other
     * article or revision. Returns the ids of those it holds.
     *
     * @param revisions the revision of each article, by its id; asked after it is known what the index holds: another replica
     *     may put an article into the library and then into the index meanwhile
     */
    Set<String> reopen(Supplier<Map<String, String>> revisions);

    /**
     * Whether it holds the passages of all these articles in these revisions, whatever else it holds; then it is no longer in
     * doubt. It changes nothing.
     */
    default boolean holds(Map<String, String> revisions) {
        return true;
    }

    /** The vectors that are kept under these keys. */
    Map<String, float[]> vectors(Collection<String> keys);

    /** How many passages there are. */
    int size();

    /** Whether any passage has this word, whatever its case. */
    boolean knows(String word);

    /**
     * The word of the articles that is closest in spelling.
     *
     * @param edits how many letters may differ, 1 or 2
     */
    Optional<KnownWord> closest(String word, int edits);

    /** Lets go of files and connections. What was committed stays. */
    @Override
    void close();
}
