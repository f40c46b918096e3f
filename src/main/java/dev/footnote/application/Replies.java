package dev.footnote.application;

import dev.footnote.answer.Question;
import dev.footnote.answer.Turn;
import dev.footnote.engine.Engine;
import dev.footnote.engine.Inquiry;
import dev.footnote.engine.Reply;
import dev.footnote.engine.Route;
import dev.footnote.home.Stage;
import dev.footnote.intent.IntentClassifier;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;

/** What is replied to a question: an engine's reply, or a refusal where no engine can have one. Safe for use by several threads. */
@Singleton
class Replies {

    private final IntentClassifier classifier;

    Replies(IntentClassifier classifier) {
        this.classifier = classifier;
    }

    /**
     * The reply to a question. A question that is not English, or for which there is no article, is refused without a
     * look at what it wants.
     *
     * @param wording the words of the question as they are read
     * @param asked the ids of the articles that are asked
     * @param before the turns before the question, the oldest first
     */
    Reply to(
            Question question,
            Wording wording,
            List<String> asked,
            Engine engine,
            List<Turn> before,
            AnswerProgress progress) {
        if (!wording.isEnglish() || asked.isEmpty()) {
            progress.found(List.of());
            return wording.isEnglish() ? AskedArticles.refusal() : EnglishOnly.refusal(question.text());
        }
        Inquiry inquiry = new Inquiry(wording.respelt().question(), before, question.articleIds(), question.topK());
        return engine.answer(inquiry, classify(inquiry), progress);
    }

    private Route classify(Inquiry inquiry) {
        try (Stage stage = Stage.begin("classify")) {
            Route route = classifier.classify(inquiry);
            stage.with("route", route.getClass().getSimpleName().toLowerCase(Locale.ROOT));
            return route;
        }
    }
}
