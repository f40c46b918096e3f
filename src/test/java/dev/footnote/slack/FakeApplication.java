package dev.footnote.slack;

import dev.footnote.TownClock;
import dev.footnote.answer.Answer;
import dev.footnote.answer.AnswerEvent;
import dev.footnote.answer.Answers;
import dev.footnote.answer.Question;
import dev.footnote.article.Article;
import dev.footnote.article.Metadata;
import dev.footnote.article.Submission;
import dev.footnote.article.UnreadableArticleException;
import dev.footnote.slack.queue.FootnoteApplication;
import dev.footnote.slack.reply.block.HomeBlocks.Offer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The application, without models: answers {@link TownClock#NOTED_ANSWER} unless told otherwise. */
final class FakeApplication implements FootnoteApplication {

    /** How a question is answered. */
    interface FakeEngine {
        Answer ask(Question question, Consumer<AnswerEvent> events);
    }

    final List<Question> asked = new CopyOnWriteArrayList<>();
    final Map<String, Boolean> feedback = new ConcurrentHashMap<>();
    final List<Submission> added = new CopyOnWriteArrayList<>();
    final Map<String, Answer> answers = new ConcurrentHashMap<>();
    volatile FakeEngine engine = FakeApplication::extract;

    /** As the engine without a language model: all its words at once. */
    static Answer extract(Question question, Consumer<AnswerEvent> events) {
        Answer answer = Answers.answer(UUID.randomUUID().toString(), question.conversationId(), question.text());
        events.accept(new AnswerEvent.Started(answer.messageId(), answer.conversationId()));
        events.accept(new AnswerEvent.Delta(TownClock.ANSWER));
        events.accept(new AnswerEvent.Delta(" [1]"));
        events.accept(new AnswerEvent.Finished(answer));
        return answer;
    }

    @Override
    public Answer ask(Question question, Consumer<AnswerEvent> events) {
        asked.add(question);
        Answer answer = engine.ask(question, events);
        answers.put(answer.messageId(), answer);
        return answer;
    }

    @Override
    public Optional<Answer> answer(String messageId) {
        return Optional.ofNullable(answers.get(messageId));
    }

    @Override
    public boolean keepFeedback(String messageId, boolean positive) {
        if (!answers.containsKey(messageId)) {
            return false;
        }
        feedback.put(messageId, positive);
        return true;
    }

    @Override
    public List<Offer> offers() {
        return List.of(
                new Offer(
                        "un-vote", "The vote", "https://ask.example.org/articles/un-vote", List.of("Who paid for it?")),
                new Offer("report", "A report", null, List.of()));
    }

    @Override
    public Article add(Submission submission) throws UnreadableArticleException {
        added.add(submission);
        String text = new String(submission.content(), StandardCharsets.UTF_8);
        return new Article(
                "sent",
                "What was sent",
                text,
                "text/plain",
                new Metadata(null, null, null),
                List.of(),
                Instant.EPOCH,
                submission.fileName(),
                false,
                List.of(),
                Article.revisionOf(text));
    }
}
