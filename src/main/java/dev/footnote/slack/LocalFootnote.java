package dev.footnote.slack;

import dev.footnote.answer.Answer;
import dev.footnote.answer.AnswerEvent;
import dev.footnote.answer.Question;
import dev.footnote.application.Articles;
import dev.footnote.application.Assistant;
import dev.footnote.application.Caller;
import dev.footnote.application.Door;
import dev.footnote.application.FeedbackDesk;
import dev.footnote.article.Article;
import dev.footnote.article.ArticleSummary;
import dev.footnote.article.Submission;
import dev.footnote.article.UnreadableArticleException;
import dev.footnote.conversation.Feedback;
import dev.footnote.home.Address;
import dev.footnote.home.AuditLog;
import dev.footnote.http.SignedLinks;
import dev.footnote.slack.queue.FootnoteApplication;
import dev.footnote.slack.reply.block.HomeBlocks.Offer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The application in this process. */
@Singleton
class LocalFootnote implements FootnoteApplication {

    private final Assistant assistant;
    private final Articles articles;
    private final FeedbackDesk feedback;
    private final Address address;
    private final SignedLinks links;
    private final Clock clock;

    LocalFootnote(
            Assistant assistant,
            Articles articles,
            FeedbackDesk feedback,
            Address address,
            SignedLinks links,
            Clock clock) {
        this.assistant = assistant;
        this.articles = articles;
        this.feedback = feedback;
        this.address = address;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public Answer ask(Question question, Consumer<AnswerEvent> events) {
        return signed(assistant.ask(question, Door.SLACK, Caller.TRUSTED, events));
    }

    @Override
    public Optional<Answer> answer(String messageId) {
        return feedback.answer(messageId).map(this::signed);
    }

    @Override
    public boolean keepFeedback(String messageId, boolean positive) {
        return feedback.give(new Feedback(messageId, positive, List.of(), null, clock.instant()));
    }

    @Override
    public List<Offer> offers() {
        return articles.all().stream().map(this::offer).toList();
    }

    @Override
    public Article add(Submission submission) throws UnreadableArticleException {
        return articles.add(submission, AuditLog.SLACK).article();
    }

    /** The same with links that open from Slack, where nobody can show a key. */
    private Answer signed(Answer answer) {
        return answer.citing(answer.citations().stream()
                .map(citation -> citation.at(links.sign(citation.url())))
                .toList());
    }

    private Offer offer(ArticleSummary article) {
        String url = address.publicUrl()
                .map(base -> base.toString().replaceFirst("(?<!/)/+$", "") + "/articles/" + article.id())
                .orElse(null);
        return new Offer(
                article.id(),
                article.title(),
                url,
                articles.describeIfKnown(article).suggestedQuestions());
    }
}
