package dev.footnote.answering;

import dev.footnote.answer.Answer;
import dev.footnote.answer.AnswerEvent;
import dev.footnote.answer.PassageHit;
import dev.footnote.answer.Question;
import dev.footnote.article.Article;
import dev.footnote.article.UnknownArticleException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;

/** The one use case. Every door translates into it and out of it. Safe for use by several threads. */
@Singleton
public class Assistant {

    /**
     * What is known of an article without a question.
     *
     * @param summary two or three of its sentences; empty until it is ready
     * @param suggestedQuestions questions it answers; empty until it is ready
     */
    public record Description(String summary, List<String> suggestedQuestions) {
        public Description {
            suggestedQuestions = List.copyOf(suggestedQuestions);
        }
    }

    /**
     * Answers a question.
     *
     * @throws UnknownArticleException if it names an article that is not there
     */
    public Answer ask(Question question) {
        return ask(question, event -> {});
    }

    /**
     * Answers a question and tells what happens on the way, on the calling thread.
     *
     * @throws UnknownArticleException before the first event, if it names an article that is not there
     */
    public Answer ask(Question question, Consumer<AnswerEvent> events) {
        throw new UnsupportedOperationException(question.text() + events);
    }

    /**
     * The passages that fit a query, the best first.
     *
     * @throws UnknownArticleException if it names an article that is not there
     */
    public List<PassageHit> search(String query, List<String> articleIds, int topK) {
        throw new UnsupportedOperationException(query + articleIds + topK);
    }

    /** What can be said of an article without a question. */
    public Description describe(Article article) {
        throw new UnsupportedOperationException(article.id());
    }
}
