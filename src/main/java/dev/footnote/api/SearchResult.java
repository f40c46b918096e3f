package dev.footnote.api;

import dev.footnote.answer.PassageHit;
import java.util.List;

/** Passages that were found, the best first. */
record SearchResult(List<PassageHit> passages) {}
