package dev.footnote.intent;

import java.util.List;

/**
 * All strategies.
 *
 * @param inOrder the first that has something to say is heard
 */
public record Strategies(List<Strategy> inOrder) {

    public Strategies {
        inOrder = List.copyOf(inOrder);
    }
}
