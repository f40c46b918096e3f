package dev.footnote.application;

import dev.footnote.answer.Answer;
import dev.footnote.answer.AnswerEvent;
import dev.footnote.answer.InvalidQuestionException;
import dev.footnote.answer.NotReadyException;
import dev.footnote.answer.Question;
import dev.footnote.article.UnknownArticleException;
import dev.footnote.conversation.Conversations;
import dev.footnote.engine.Engine;
import dev.footnote.engine.Reply;
import dev.footnote.home.Stage;
import dev.footnote.retrieval.Spelling;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers questions. Every door translates into it and out of it. Safe for use by several threads. */
@Singleton
public class Assistant {

    private final Readiness readiness;
    private final Engines engines;
    private final AskedArticles articles;
    private final EarlierTurns earlier;
    private final Spelling spelling;
    private final Replies replies;
    private final NextQuestions next;
    private final Warnings warnings;
    private final Conversations conversations;
    private final Links links;
    private final QuestionOutcomes outcomes;

    Assistant(
            Readiness readiness,
            Engines engines,
            AskedArticles articles,
            EarlierTurns earlier,
            Spelling spelling,
            Replies replies,
            NextQuestions next,
            Warnings warnings,
            Conversations conversations,
            Links links,
            QuestionOutcomes outcomes) {
        this.readiness = readiness;
        this.engines = engines;
        this.articles = articles;
        this.earlier = earlier;
        this.spelling = spelling;
        this.replies = replies;
        this.next = next;
        this.warnings = warnings;
        this.conversations = conversations;
        this.links = links;
        this.outcomes = outcomes;
    }

    /** Answers a question of somebody who may have any engine answer; the exceptions are those of the other method. */
    public Answer ask(Question question) {
        return ask(question, Door.CLI, Caller.TRUSTED, event -> {});
    }

    /**
     * Answers a question by the articles' own words alone, and keeps nothing of it; the exceptions are those of the other method.
     */
    public Answer askInPassing(String text, List<String> articleIds) {
        Question question = new Question(text, Question.newConversationId(), articleIds, Answer.EXTRACTIVE, null);
        return ask(question, Door.API, Caller.STRANGER, event -> {}, false);
    }

    /**
     * Answers a question and sends events of what happens on the way, on the calling thread. The answer is kept before it is sent.
     * What is thrown is thrown before the first event.
     *
     * @throws NotReadyException if the articles are still being read after the configured time
     * @throws UnknownArticleException if it names an article that is not there
     * @throws InvalidQuestionException if it asks for an engine that is not there
     * @throws ModelNotAllowedException if a stranger asks for a language model
     */
    public Answer ask(Question question, Door door, Caller caller, Consumer<AnswerEvent> events) {
        return ask(question, door, caller, events, true);
    }

    private Answer ask(Question question, Door door, Caller caller, Consumer<AnswerEvent> events, boolean isKept) {
        try (Stage stage = Stage.begin("ask").with("door", door.tag())) {
            try {
                Answer answer = readiness.whenReady(() -> answer(question, caller, events, isKept));
                outcomes.answered(answer, door);
                stage.with("engine", answer.engine())
                        .with("kind", answer.kind().name().toLowerCase(Locale.ROOT))
                        .with("message_id", answer.messageId());
                return answer;
            } catch (RuntimeException e) {
                outcomes.failed(e, door);
                stage.failed(e);
                throw e;
            }
        }
    }

    private Answer answer(Question question, Caller caller, Consumer<AnswerEvent> events, boolean isKept) {
        Engine engine = engines.choose(question.engine(), caller);
        List<String> asked = articles.of(question.articleIds());
        String messageId = UUID.randomUUID().toString();
        events.accept(new AnswerEvent.Started(messageId, question.conversationId()));

        AnswerProgress progress = new AnswerProgress(links, events);
        Wording wording = Wording.of(question.text(), spelling);
        EarlierTurns.Earlier before = earlier.before(question);
        Reply said = replies.to(question, wording, asked, engine, before.turns(), progress);
        progress.replied(said);
        Reply reply = next.offer(said, asked, progress.nearest(), before.said());
        Answer answer = progress.answer(
                messageId,
                question,
                wording.respelt(),
                reply,
                warnings.of(reply, wording.respelt().replaced(), asked));
        keep(answer, question.replaces(), isKept);
        events.accept(new AnswerEvent.Finished(answer));
        return answer;
    }

    private void keep(Answer answer, @Nullable String replaced, boolean isKept) {
        try (Stage stage = Stage.begin("keep")) {
            stage.with("turn", replaced != null ? "replaced" : isKept ? "added" : "none");
            if (replaced == null && isKept) {
                conversations.keep(answer);
            } else if (replaced != null) {
                conversations.replace(replaced, answer);
            }
        }
    }
}
