package dev.footnote.retrieval;

/** How many passages are found and read, without configuration. */
public record PassageLimits(int candidates, int passages) implements RetrievalConfig {}
