package dev.footnote.conversation;

import dev.footnote.answer.Answer;
import java.time.Instant;
import java.util.List;

/**
 * A conversation as it was when someone shared it.
 *
 * @param id cannot be guessed: whoever has it may read the share
 * @param sharedAt when
 * @param turns as they were, the oldest first
 */
public record Share(String id, Instant sharedAt, List<Answer> turns) {

    public Share {
        turns = List.copyOf(turns);
        if (turns.isEmpty()) {
            throw new IllegalArgumentException("A share holds at least one turn");
        }
    }
}
