package dev.footnote.intent;

import dev.footnote.engine.Reply;
import dev.footnote.english.ShortQuestion;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** "Hello", "thanks", "what can you do?": a friendly sentence, chosen with the phrase that is nearest. */
@Singleton
public class SmallTalkHandler implements IntentHandler {

    @Override
    public Optional<Reply> answer(EncodedQuestion question) {
        return !ShortQuestion.asksForMore(question.text())
                        && question.wants(
                                Intent.SMALL_TALK,
                                question.inquiry().turns().isEmpty()
                                        ? Thresholds.SURE
                                        : Thresholds.SMALL_TALK_IN_CONVERSATION)
                ? Optional.of(reply(question))
                : Optional.empty();
    }

    @Override
    public Optional<Reply> whenNotFound(EncodedQuestion question) {
        return !ShortQuestion.asksForMore(question.text())
                        && question.wants(Intent.SMALL_TALK, Thresholds.PERHAPS)
                        && question.ownWords(Intent.SMALL_TALK).isEmpty()
                ? Optional.of(reply(question))
                : Optional.empty();
    }

    private static Reply reply(EncodedQuestion question) {
        return Reply.chat(question.reply(Intent.SMALL_TALK), List.of());
    }
}
