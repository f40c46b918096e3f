package dev.footnote.web;

import dev.footnote.application.SpokenSentences;
import dev.footnote.article.Article;
import java.util.List;

/**
 * Who says what in an article, as its page shows it.
 *
 * @param id of the article
 * @param title of the article
 * @param speakers in the order in which they first speak; empty where nobody is named as one
 */
record SpeakersPage(String id, String title, List<SpokenSentences> speakers) {

    SpeakersPage {
        speakers = List.copyOf(speakers);
    }

    static SpeakersPage of(Article article, List<SpokenSentences> speakers) {
        return new SpeakersPage(article.id(), article.title(), speakers);
    }

    /** How many they are, in words. */
    public String counted() {
        int sentences = speakers.stream()
                .mapToInt(speaker -> speaker.sentences().size())
                .sum();
        return counted(speakers.size(), "speaker") + ", " + counted(sentences, "sentence");
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
