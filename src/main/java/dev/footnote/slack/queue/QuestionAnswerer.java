package dev.footnote.slack.queue;

import dev.footnote.answer.Answer;
import dev.footnote.answer.InvalidQuestionException;
import dev.footnote.answer.NotReadyException;
import dev.footnote.answer.Question;
import dev.footnote.article.UnknownArticleException;
import dev.footnote.home.StoreUnavailableException;
import dev.footnote.slack.client.SlackSettings;
import dev.footnote.slack.question.SlackQuestion;
import dev.footnote.slack.reply.SlackReply;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Finds out what to reply to a question: asks the application, adds files, or explains why there is no answer. */
final class QuestionAnswerer {

    private static final Logger LOG = Logger.getLogger(QuestionAnswerer.class);

    private final FootnoteApplication footnote;
    private final SlackStores workspace;
    private final ConversationIds conversations;
    private final Uploads uploads;
    private final Notices notices;
    private final SlackSettings settings;
    private final Clock clock;

    QuestionAnswerer(
            FootnoteApplication footnote,
            SlackStores workspace,
            ConversationIds conversations,
            Uploads uploads,
            Notices notices,
            SlackSettings settings,
            Clock clock) {
        this.footnote = footnote;
        this.workspace = workspace;
        this.conversations = conversations;
        this.uploads = uploads;
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Returns what to reply. An unexpected failure is logged and becomes a sentence.
     *
     * @param reply hears of the answer while it is made
     * @throws NotReadyException if the question must be asked again later, without its files
     */
    SlackOutcome answer(SlackQuestion question, SlackReply reply) {
        try {
            return work(question, reply);
        } catch (NotReadyException e) {
            throw e;
        } catch (StoreUnavailableException e) {
            LOG.warn(e.getMessage());
            throw NotReadyException.storeOutOfReach();
        } catch (SlackReply.AnswerStoppedException e) {
            return SlackOutcome.sentence("stopped", "Stopped.");
        } catch (RuntimeException e) {
            String reference = SlackOutcome.newReference();
            LOG.error("A question from Slack could not be answered (reference " + reference + ")", e);
            return SlackOutcome.failed(reference);
        }
    }

    private SlackOutcome work(SlackQuestion question, SlackReply reply) {
        if (question.external() && !settings.allowExternal()) {
            return SlackOutcome.sentence(
                    "external", "This conversation is shared with another organisation, so I don't answer here.");
        }
        if (!question.files().isEmpty()) {
            String result = settings.uploaders().orElse(List.of()).contains(question.user())
                    ? question.files().stream().map(uploads::add).collect(Collectors.joining("\n"))
                    : "I don't take files from you. An administrator can let you add articles with"
                            + " footnote.slack.uploaders.";
            if (question.text().isBlank()) {
                return SlackOutcome.sentence("file", result);
            }
            notices.tell(question, result);
        }
        if (question.text().isBlank()) {
            return SlackOutcome.sentence(
                    "help", "Ask me a question about the article, and I show the sentences that answer it.");
        }
        return ask(question, reply);
    }

    private SlackOutcome ask(SlackQuestion question, SlackReply reply) {
        String conversation = conversations.of(question.lane());
        List<String> articles = workspace.channels().of(question.team(), question.channel());
        try {
            Answer answer = footnote.ask(new Question(question.text(), conversation, articles, null, null), reply);
            workspace
                    .asked()
                    .keep(new AskedQuestions.AnsweredQuestion(
                            answer.messageId(),
                            conversation,
                            question.team(),
                            question.channel(),
                            question.user(),
                            clock.instant()));
            return SlackOutcome.answered(answer);
        } catch (UnknownArticleException e) {
            return SlackOutcome.sentence(
                    "refused",
                    e.getMessage() + " This channel is bound to it; an administrator can bind it anew with "
                            + settings.command() + "-settings use.");
        } catch (InvalidQuestionException e) {
            return SlackOutcome.sentence("refused", String.valueOf(e.getMessage()));
        }
    }
}
