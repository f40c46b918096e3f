package dev.footnote.description;

import dev.footnote.article.Article;
import dev.footnote.english.Sentence;
import dev.footnote.english.SentenceQuestions;
import dev.footnote.passage.ArticleSentences;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes questions that an article answers: what its sentences can be turned into, of which the reader decides what is
 * kept, only a question that it answers, surely, from the very sentence it was made of. Safe for use by several
 * threads.
 */
@Singleton
public class SuggestedQuestions {

    private static final int MOST_TRIED = 40;
    private static final int MOST_SENTENCES = 200;

    /** A question and the sentence that it was made of. */
    public record Suggestion(String question, Sentence sentence) {}

    /** Decides whether a question is answered, surely, from its sentence. */
    public interface Judge {
        boolean answers(Suggestion suggestion);
    }

    /**
     * Questions that the article answers, at most so many and at most one a sentence, those of different kinds first.
     *
     * @param proposed by someone else; tried before those that are made here
     */
    public List<String> of(Article article, List<Suggestion> proposed, int most, Judge judge) {
        List<Suggestion> untried = new ArrayList<>(proposed);
        untried.addAll(inTurn(article));
        Kept kept = new Kept(most, judge);
        // Those that begin alike come only where nothing else is left.
        List<Suggestion> alike = kept.take(untried, 2);
        kept.take(kept.take(alike, 3), Integer.MAX_VALUE);
        return kept.questions;
    }

    /** Questions that have been kept so far. */
    private static final class Kept {

        private final int most;
        private final Judge judge;
        private final List<String> questions = new ArrayList<>();
        private final Set<Sentence> used = new HashSet<>();
        private int tried;

        Kept(int most, Judge judge) {
            this.most = most;
            this.judge = judge;
        }

        /** Keeps what is answered and begins with other words than those kept; returns those that begin with the same. */
        List<Suggestion> take(List<Suggestion> suggestions, int words) {
            List<Suggestion> alike = new ArrayList<>();
            for (Suggestion suggestion : suggestions) {
                if (questions.size() >= most || tried >= MOST_TRIED) {
                    break;
                }
                String beginning = beginning(suggestion.question(), words);
                if (used.contains(suggestion.sentence()) || questions.contains(suggestion.question())) {
                    continue;
                }
                if (questions.stream().anyMatch(each -> beginning(each, words).equals(beginning))) {
                    alike.add(suggestion);
                    continue;
                }
                tried++;
                if (judge.answers(suggestion)) {
                    questions.add(suggestion.question());
                    used.add(suggestion.sentence());
                }
            }
            return alike;
        }
    }

    /** All that can be made, one of each kind in turn, the short ones first. */
    private List<Suggestion> inTurn(Article article) {
        Map<String, List<Suggestion>> kinds = new LinkedHashMap<>();
        String text = article.text();
        ArticleSentences.of(article).stream().limit(MOST_SENTENCES).forEach(sentence -> SentenceQuestions.of(
                        sentence.span().of(text).replace('\n', ' '))
                .forEach((kind, question) ->
                        kinds.computeIfAbsent(kind, any -> new ArrayList<>()).add(new Suggestion(question, sentence))));
        List<Suggestion> turns = new ArrayList<>();
        kinds.values()
                .forEach(kind -> kind.sort(Comparator.comparingInt(
                        suggestion -> Math.abs(suggestion.question().length() - 40))));
        int longest = kinds.values().stream().mapToInt(List::size).max().orElse(0);
        for (int turn = 0; turn < longest; turn++) {
            for (List<Suggestion> kind : kinds.values()) {
                if (turn < kind.size()) {
                    turns.add(kind.get(turn));
                }
            }
        }
        return turns;
    }

    private static String beginning(String question, int most) {
        String[] words = question.split("\\s+", -1);
        return String.join(" ", List.of(words).subList(0, Math.min(most, words.length)));
    }
}
