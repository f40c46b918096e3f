package dev.footnote.answering;

import dev.footnote.answer.Answer;
import dev.footnote.answer.AnswerEvent;
import dev.footnote.answer.Certainty;
import dev.footnote.answer.Citation;
import dev.footnote.answer.Claim;
import dev.footnote.answer.Kind;
import dev.footnote.answer.PassageHit;
import dev.footnote.answer.Question;
import dev.footnote.answer.Support;
import dev.footnote.article.Article;
import dev.footnote.article.UnknownArticleException;
import dev.footnote.conversation.Messages;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Answers every question alike, so that tests of the doors see the doors only. */
@Alternative
@Priority(1)
@Singleton
public class FakeAssistant extends Assistant {

    /** A question at which it breaks off after its first event. */
    public static final String BREAKS_OFF = "break off";

    private final Messages messages;

    public FakeAssistant(Messages messages) {
        this.messages = messages;
    }

    public static Answer answer(String messageId, String conversationId, String question) {
        Citation citation = new Citation(
                1,
                "seed",
                "Veto",
                "Russia vetoed it.",
                0,
                17,
                0,
                6,
                1,
                null,
                0,
                6,
                0.9,
                Support.SUPPORTED,
                0.9,
                "/articles/seed?cite=0-17&v=12345678");
        return new Answer(
                messageId,
                conversationId,
                question,
                null,
                Kind.ANSWER,
                "Russia [1]",
                "Russia",
                true,
                null,
                Certainty.STATED,
                0.94,
                Answer.EXTRACTIVE,
                false,
                List.of(new Claim(0, 6, Support.SUPPORTED, 0.9, List.of(1))),
                List.of(citation),
                List.of("Who abstained?"),
                List.of(),
                new Answer.Timings(1, 2, 3));
    }

    @Override
    public Answer ask(Question question) {
        return ask(question, event -> {});
    }

    @Override
    public Answer ask(Question question, Consumer<AnswerEvent> events) {
        check(question.articleIds());
        String messageId = UUID.randomUUID().toString();
        Answer answer = answer(messageId, question.conversationId(), question.text());
        events.accept(new AnswerEvent.Started(messageId, question.conversationId()));
        if (question.text().equals(BREAKS_OFF)) {
            throw new IllegalStateException("as the test wants it");
        }
        events.accept(new AnswerEvent.Sources(List.of(hit())));
        events.accept(new AnswerEvent.Delta("Russia"));
        events.accept(new AnswerEvent.Delta(" [1]"));
        events.accept(new AnswerEvent.Cited(answer.citations().get(0)));
        messages.keep(answer);
        events.accept(new AnswerEvent.Finished(answer));
        return answer;
    }

    @Override
    public List<PassageHit> search(String query, List<String> articleIds, int topK) {
        check(articleIds);
        return List.of(hit());
    }

    @Override
    public Description describe(Article article) {
        return new Description("A summary.", List.of("A question?"));
    }

    private static PassageHit hit() {
        return new PassageHit("seed", "Veto", "Russia vetoed it.", 0, 17, 1, 0.5, "/articles/seed?cite=0-17");
    }

    private static void check(List<String> articleIds) {
        if (articleIds.contains("nowhere")) {
            throw new UnknownArticleException("nowhere");
        }
    }
}
