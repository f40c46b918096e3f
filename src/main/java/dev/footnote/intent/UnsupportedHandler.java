package dev.footnote.intent;

import dev.footnote.answer.Reason;
import dev.footnote.engine.Reply;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** "What is 3 times 4?", "write me a poem": what no article answers is refused as such, if nothing was found to it. */
@Singleton
public class UnsupportedHandler implements IntentHandler {

    private static final String UNSUPPORTED =
            "I only tell what the article says: no arithmetic, no opinions, nothing written to order.";

    @Override
    public Optional<Reply> whenNotFound(EncodedQuestion question) {
        return question.likeness(Intent.UNSUPPORTED) >= Thresholds.UNSUPPORTED
                ? Optional.of(Reply.refusal(Reason.UNSUPPORTED, UNSUPPORTED, null, 0.0, List.of()))
                : Optional.empty();
    }
}
