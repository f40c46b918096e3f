package dev.footnote.intent;

import dev.footnote.article.Article;
import dev.footnote.english.Attribution;
import dev.footnote.english.QuestionWords;
import dev.footnote.english.Sentence;
import dev.footnote.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Somebody whom an article names as a speaker, with all sentences that name him so.
 *
 * @param name where the article first names him
 * @param fullName where it names him with the most words
 * @param sentences what he is said to have said, in the article's order; the first is the one of {@code name}
 */
public record QuotedSpeaker(Span name, Span fullName, List<Sentence> sentences) {

    public QuotedSpeaker {
        sentences = List.copyOf(sentences);
    }

    /** A speaker whose sentences are still being collected. */
    private static final class Collected {
        private final Span name;
        private Span fullName;
        private Set<String> words;
        private final List<Sentence> sentences = new ArrayList<>();

        Collected(Span name, Set<String> words) {
            this.name = name;
            this.fullName = name;
            this.words = words;
        }

        /** "Holm" and "Ida Holm" are one. */
        boolean isNamedBy(Set<String> others) {
            return words.containsAll(others) || others.containsAll(words);
        }

        void add(Sentence sentence, Span place, Set<String> others) {
            sentences.add(sentence);
            if (others.size() > words.size()) {
                words = others;
                fullName = place;
            }
        }
    }

    /** Those whom an article names, in the order in which they first speak. */
    public static List<QuotedSpeaker> in(Article article) {
        List<Collected> speakers = new ArrayList<>();
        for (Sentence sentence : Sentences.of(article)) {
            Attribution.of(article.text(), sentence.span()).ifPresent(place -> {
                Set<String> words = QuestionWords.withMeaning(place.of(article.text()));
                Collected speaker = speakers.stream()
                        .filter(each -> each.isNamedBy(words))
                        .findFirst()
                        .orElseGet(() -> {
                            Collected fresh = new Collected(place, words);
                            speakers.add(fresh);
                            return fresh;
                        });
                speaker.add(sentence, place, words);
            });
        }
        return speakers.stream()
                .map(each -> new QuotedSpeaker(each.name, each.fullName, each.sentences))
                .toList();
    }
}
