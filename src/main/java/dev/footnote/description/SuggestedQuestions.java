package dev.footnote.description;

import dev.footnote.article.Article;
import dev.footnote.article.Outline;
import dev.footnote.english.ProperNouns;
import dev.footnote.english.QuestionForm;
import dev.footnote.english.Sentence;
import dev.footnote.english.SentenceQuestions;
import dev.footnote.passage.ArticleSentences;
import dev.footnote.reading.ArticleWordsCache;
import dev.footnote.text.Span;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes questions that an article answers: what its sentences can be turned into, of which the reader decides what is
 * kept, only a question that it answers, surely, from the very sentence it was made of. Safe for use by several
 * threads.
 */
@Singleton
public class SuggestedQuestions {

    private static final int MOST_TRIED = 40;
    private static final int MOST_SENTENCES = 200;

    /** Somebody waits for an answer: only so many are read for, the nearest. */
    private static final int MOST_TRIED_NEARBY = 3;

    /** How far from a place, in sentences, a question still leads on from it. */
    private static final int NEARBY = 40;

    /** So many questions of a form are tried before another form has its turn. */
    private static final int TRIES_OF_A_FORM = 3;

    /** So long a question is read at a glance, and says what it is about. */
    private static final int BEST_LENGTH = 40;

    /** Two questions are alike where so many of their first words are the same. */
    private static final int MOST_WORDS_COMPARED = 3;

    private final ArticleWordsCache counted;

    public SuggestedQuestions(ArticleWordsCache counted) {
        this.counted = counted;
    }

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
        return spread(untried, new Kept(most, MOST_TRIED, judge));
    }

    /**
     * Questions that lead on from places of an article: made of the sentences around them, the nearest first, and at last of the
     * places themselves.
     *
     * @param places that were cited, in any order
     * @param isWanted whether a question may be among them
     */
    public List<String> near(Article article, List<Span> places, int most, Predicate<String> isWanted, Judge judge) {
        List<Suggestion> untried = new ArrayList<>();
        ProperNouns names = counted.of(article).properNouns();
        for (Sentence sentence : around(ArticleSentences.of(article), places)) {
            SentenceQuestions.of(words(article, sentence), names).values().stream()
                    .filter(isWanted)
                    .forEach(question -> untried.add(new Suggestion(question, sentence)));
        }
        return spread(untried, new Kept(most, MOST_TRIED_NEARBY, judge));
    }

    /** The sentences around places by how far they are, of two as far the later one; the places themselves come last. */
    private static List<Sentence> around(List<Sentence> sentences, List<Span> places) {
        List<Integer> cited = new ArrayList<>();
        for (int at = 0; at < sentences.size(); at++) {
            Span span = sentences.get(at).span();
            if (places.stream().anyMatch(span::overlaps)) {
                cited.add(at);
            }
        }
        Set<Integer> near = new LinkedHashSet<>();
        for (int far = 1; far <= NEARBY; far++) {
            for (int at : cited) {
                near.add(at + far);
                near.add(at - far);
            }
        }
        near.removeAll(cited);
        near.addAll(cited);
        return near.stream()
                .filter(at -> at >= 0 && at < sentences.size())
                .map(sentences::get)
                .toList();
    }

    private static List<String> spread(List<Suggestion> untried, Kept kept) {
        // Those that begin alike come only where nothing else is left.
        List<Suggestion> alike = untried;
        for (int words = 1; words <= MOST_WORDS_COMPARED; words++) {
            alike = kept.take(alike, words);
        }
        kept.take(alike, Integer.MAX_VALUE);
        return kept.questions;
    }

    /** Questions that have been kept so far. */
    private static final class Kept {

        private final int most;
        private final int mostTried;
        private final Judge judge;
        private final List<String> questions = new ArrayList<>();
        private final Set<Sentence> used = new HashSet<>();
        private int tried;

        Kept(int most, int mostTried, Judge judge) {
            this.most = most;
            this.mostTried = mostTried;
            this.judge = judge;
        }

        /** Keeps what is answered and begins with other words than those kept; returns those that begin with the same. */
        List<Suggestion> take(List<Suggestion> suggestions, int words) {
            List<Suggestion> alike = new ArrayList<>();
            for (Suggestion suggestion : suggestions) {
                if (questions.size() >= most || tried >= mostTried) {
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

    /** All that can be made, a few of each form in turn, of them first those of a good length. */
    private List<Suggestion> inTurn(Article article) {
        Map<QuestionForm, List<Suggestion>> forms = new EnumMap<>(QuestionForm.class);
        ProperNouns names = counted.of(article).properNouns();
        List<Sentence> sentences =
                ArticleSentences.of(article).stream().limit(MOST_SENTENCES).toList();
        for (int at = 0; at < sentences.size(); at++) {
            Sentence sentence = sentences.get(at);
            SentenceQuestions.of(words(article, sentence), names)
                    .forEach((form, question) -> forms.computeIfAbsent(form, any -> new ArrayList<>())
                            .add(new Suggestion(question, sentence)));
            if (at + 1 < sentences.size() && beginsParagraph(sentences, at)) {
                Sentence answer = sentences.get(at + 1);
                SentenceQuestions.own(words(article, sentence))
                        .ifPresent(question -> forms.computeIfAbsent(QuestionForm.OWN, any -> new ArrayList<>())
                                .add(new Suggestion(question, answer)));
            }
        }
        ofHeadings(article, names, sentences)
                .forEach(suggestion -> forms.computeIfAbsent(QuestionForm.SECTION, any -> new ArrayList<>())
                        .add(suggestion));
        forms.values()
                .forEach(form -> form.sort(Comparator.comparingInt(
                        suggestion -> Math.abs(suggestion.question().length() - BEST_LENGTH))));
        List<Suggestion> turns = new ArrayList<>();
        int longest = forms.values().stream().mapToInt(List::size).max().orElse(0);
        for (int turn = 0; turn < longest; turn += TRIES_OF_A_FORM) {
            for (List<Suggestion> form : forms.values()) {
                turns.addAll(form.subList(Math.min(turn, form.size()), Math.min(turn + TRIES_OF_A_FORM, form.size())));
            }
        }
        return turns;
    }

    /** What can be asked of the sections: of each the first sentence below its heading is to answer. */
    private static List<Suggestion> ofHeadings(Article article, ProperNouns names, List<Sentence> sentences) {
        List<Suggestion> made = new ArrayList<>();
        for (Outline.Entry heading : article.outline().entries()) {
            boolean isTitle = sentences.isEmpty()
                    || heading.span().start() <= sentences.get(0).span().start();
            if (heading.role() == Outline.Role.HEADING && !isTitle) {
                sentences.stream()
                        .filter(sentence ->
                                sentence.span().start() >= heading.span().end()
                                        && sentence.span().end() <= heading.reach())
                        .findFirst()
                        .ifPresent(below -> SentenceQuestions.ofHeading(
                                        heading.span().of(article.text()), names)
                                .ifPresent(question -> made.add(new Suggestion(question, below))));
            }
        }
        return made;
    }

    /** Whether a sentence begins its paragraph, as a heading and one of frequent questions do. */
    private static boolean beginsParagraph(List<Sentence> sentences, int at) {
        return at == 0 || sentences.get(at - 1).paragraph() != sentences.get(at).paragraph();
    }

    private static String words(Article article, Sentence sentence) {
        return sentence.span().of(article.text()).replace('\n', ' ');
    }

    private static String beginning(String question, int most) {
        String[] words = question.split("\\s+", -1);
        return String.join(" ", List.of(words).subList(0, Math.min(most, words.length)));
    }
}
