package dev.footnote.intent;

import dev.footnote.engine.Reply;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** "Hello", "thanks", "what can you do?": a friendly sentence, chosen with the phrase that is nearest. */
@Singleton
public class Talk implements Strategy {

    /** After an answer a short question is rather one more question: "To do what?" is 0.77 like "What can you do?". */
    private static final double IN_CONVERSATION = 0.8;

    @Override
    public Optional<Reply> beforeReading(Asked asked) {
        return !ShortQuestion.asksForMore(asked.question())
                        && asked.wants(Wish.TALK, asked.inquiry().turns().isEmpty() ? Asked.SURE : IN_CONVERSATION)
                ? Optional.of(reply(asked))
                : Optional.empty();
    }

    @Override
    public Optional<Reply> whenNothingFound(Asked asked) {
        return !ShortQuestion.asksForMore(asked.question())
                        && asked.wants(Wish.TALK, Asked.PERHAPS)
                        && asked.ownWords(Wish.TALK).isEmpty()
                ? Optional.of(reply(asked))
                : Optional.empty();
    }

    private static Reply reply(Asked asked) {
        return Reply.chat(asked.reply(Wish.TALK), List.of());
    }
}
