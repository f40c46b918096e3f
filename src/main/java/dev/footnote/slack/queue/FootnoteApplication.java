package dev.footnote.slack.queue;

import dev.footnote.answer.Answer;
import dev.footnote.answer.AnswerEvent;
import dev.footnote.answer.InvalidQuestionException;
import dev.footnote.answer.Question;
import dev.footnote.article.Article;
import dev.footnote.article.Submission;
import dev.footnote.article.UnknownArticleException;
import dev.footnote.article.UnreadableArticleException;
import dev.footnote.slack.reply.block.HomeBlocks.Offer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The parts of the application that Slack uses. Safe for use by several threads. */
public interface FootnoteApplication {

    /**
     * Answers a question, and reports its progress on the calling thread.
     *
     * @throws UnknownArticleException if it names an article that is not there
     * @throws dev.footnote.answer.NotReadyException if the articles are still being read
     * @throws InvalidQuestionException if it is outside the limits
     */
    Answer ask(Question question, Consumer<AnswerEvent> events);

    /** An answer that was given and has not expired. */
    Optional<Answer> answer(String messageId);

    /** Keeps what someone thought of an answer. Returns whether there is such an answer. */
    boolean keepFeedback(String messageId, boolean positive);

    /** The articles, the oldest first, with what is known of them without any work. */
    List<Offer> offers();

    /**
     * Makes a file an article.
     *
     * @throws UnreadableArticleException if it cannot become one
     */
    Article add(Submission submission) throws UnreadableArticleException;
}
