package dev.footnote.reading;

import dev.footnote.retrieval.RetrievedPassage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found for one part of a question, in one of the ways in which it can be understood.
 *
 * @param question the part, as it is read
 * @param passages to be read, the best first
 * @param understood the part as it was completed; null if it is read as it was asked
 */
record PartRetrieval(AskedQuestion question, List<RetrievedPassage> passages, @Nullable String understood) {

    PartRetrieval {
        passages = List.copyOf(passages);
    }
}
