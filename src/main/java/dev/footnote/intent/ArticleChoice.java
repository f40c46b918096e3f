package dev.footnote.intent;

import dev.footnote.answer.Citation;
import dev.footnote.answer.Turn;
import dev.footnote.article.Article;
import dev.footnote.article.ArticleSummary;
import dev.footnote.article.Library;
import dev.footnote.engine.Inquiry;
import dev.footnote.engine.Reply;
import dev.footnote.english.QuestionWords;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Which article is meant, where there are several. Safe for use by several threads. */
@Singleton
public class ArticleChoice {

    private static final int MOST_TITLES = 4;

    private final Library library;

    ArticleChoice(Library library) {
        this.library = library;
    }

    /** The ids of the articles that are asked. */
    List<String> ids(Inquiry inquiry) {
        return inquiry.articleIds().isEmpty() ? library.ids() : inquiry.articleIds();
    }

    /** One of the articles that are asked; empty where it is none of them. */
    Optional<Article> find(Inquiry inquiry, String id) {
        return ids(inquiry).contains(id) ? library.find(id) : Optional.empty();
    }

    /** Whether there is more than one article, asked or not. */
    boolean thereAreOthers() {
        return library.ids().size() > 1;
    }

    /** The articles that are asked, one at a time, so that not all need be in memory. */
    Iterable<Article> articles(Inquiry inquiry) {
        return () ->
                ids(inquiry).stream().flatMap(id -> library.find(id).stream()).iterator();
    }

    /** What is known of the articles that are asked but their texts. */
    List<ArticleSummary> summaries(Inquiry inquiry) {
        return ids(inquiry).stream().flatMap(id -> library.summary(id).stream()).toList();
    }

    /**
     * The one article that is asked; of several the one whose title, or a part of it, the question names; else the one
     * that was spoken of last. Empty if that does not tell.
     */
    Optional<Article> of(Inquiry inquiry) {
        List<String> ids = ids(inquiry);
        if (ids.size() == 1) {
            return library.find(ids.get(0));
        }
        return named(inquiry)
                .or(() -> spokenOf(inquiry.turns()).filter(ids::contains).flatMap(library::find));
    }

    /** The article of several whose title shares more words with the question than that of any other. */
    Optional<Article> named(Inquiry inquiry) {
        Set<String> asked = new HashSet<>(QuestionWords.of(inquiry.question()));
        Map<String, Integer> owners = new HashMap<>();
        List<Titled> all = new ArrayList<>();
        for (ArticleSummary article : summaries(inquiry)) {
            Set<String> words = titleWords(article.title());
            words.forEach(word -> owners.merge(word, 1, Integer::sum));
            words.retainAll(asked);
            all.add(new Titled(article.id(), words));
        }
        // A word that only one title has tells more than one that many have.
        Map<String, Double> scores = all.stream()
                .collect(Collectors.toMap(
                        Titled::id,
                        each -> each.words().stream()
                                .mapToDouble(word -> 1.0 / owners.getOrDefault(word, 1))
                                .sum(),
                        (a, b) -> a));
        double best =
                scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        List<String> first = scores.entrySet().stream()
                .filter(each -> best > 0 && each.getValue() == best)
                .map(Map.Entry::getKey)
                .toList();
        return first.size() == 1 ? library.find(first.get(0)) : Optional.empty();
    }

    private record Titled(String id, Set<String> words) {}

    /** The words of an article's title that say something, in lower case. */
    static Set<String> titleWords(Article article) {
        return titleWords(article.title());
    }

    private static Set<String> titleWords(String title) {
        return QuestionWords.of(title).stream()
                .filter(word -> word.length() > 1 && !QuestionWords.isEmpty(word) && !QuestionWords.points(word))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** The article that the last turn with footnotes was about, if it was one. */
    private static Optional<String> spokenOf(List<Turn> turns) {
        for (int i = turns.size() - 1; i >= 0; i--) {
            List<String> cited = turns.get(i).citations().stream()
                    .map(Citation::documentId)
                    .distinct()
                    .toList();
            if (!cited.isEmpty()) {
                return cited.size() == 1 ? Optional.of(cited.get(0)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /**
     * Asks which article is meant.
     *
     * @param question makes of a title the question that would have told
     */
    Reply ask(Inquiry inquiry, UnaryOperator<String> question) {
        List<String> ids = ids(inquiry);
        List<String> titles = ids.stream()
                .limit(MOST_TITLES)
                .flatMap(id -> library.summary(id).stream())
                .map(article -> "“" + article.title() + "”")
                .toList();
        int more = ids.size() - titles.size();
        String last = more > 0 ? more == 1 ? "one other" : "one of " + more + " others" : titles.get(titles.size() - 1);
        List<String> first = more > 0 ? titles : titles.subList(0, titles.size() - 1);
        return Reply.chat(
                "Which article do you mean: " + String.join(", ", first) + " or " + last + "?",
                titles.stream().map(question).toList());
    }
}
