package dev.footnote.openai;

import dev.footnote.application.Articles;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Fills in what chat programs ask for themselves. Safe for use by several threads. */
@Singleton
class Housekeeping {

    private final Articles articles;

    Housekeeping(Articles articles) {
        this.articles = articles;
    }

    /** What such a message gets for an answer; empty if it is a question to the articles. */
    Optional<String> done(String message) {
        return HousekeepingRequest.in(message).map(request -> request.filled(questions()));
    }

    private List<String> questions() {
        return articles.all().stream()
                .flatMap(article -> articles.describeIfKnown(article).suggestedQuestions().stream())
                .toList();
    }
}
