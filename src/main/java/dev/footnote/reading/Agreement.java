package dev.footnote.reading;

import java.util.List;
import java.util.Set;

/**
 * Which candidates give the same answer: the words of one hold those of the other. A text that says a thing twice makes
 * two sentences rivals of each other, although each makes the other likelier.
 */
public final class Agreement {

    private final List<Set<String>> stems;

    Agreement(List<CandidateSentence> candidates) {
        this.stems = candidates.stream().map(CandidateSentence::saidStems).toList();
    }

    /** Whether two candidates, by their numbers, give the same answer; each agrees with itself. */
    boolean agree(int one, int other) {
        if (one == other) {
            return true;
        }
        Set<String> some = stems.get(one);
        Set<String> others = stems.get(other);
        return !some.isEmpty() && !others.isEmpty() && (some.containsAll(others) || others.containsAll(some));
    }
}
