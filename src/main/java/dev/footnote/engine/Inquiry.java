package dev.footnote.engine;

import dev.footnote.answer.Turn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be answered, and from where.
 *
 * @param question respelt, in English
 * @param turns the turns before it, the oldest first
 * @param articleIds where to look; empty means everywhere
 * @param topK how many passages are read; null means the configured number
 */
public record Inquiry(String question, List<Turn> turns, List<String> articleIds, @Nullable Integer topK) {

    public Inquiry {
        turns = List.copyOf(turns);
        articleIds = List.copyOf(articleIds);
    }
}
