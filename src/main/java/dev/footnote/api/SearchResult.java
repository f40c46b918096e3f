package dev.footnote.api;

import dev.footnote.answer.FoundPassage;
import java.util.List;

/** Passages that were found, the best first. */
record SearchResult(List<FoundPassage> passages) {}
