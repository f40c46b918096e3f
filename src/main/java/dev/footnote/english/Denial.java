package dev.footnote.english;

import java.util.ArrayList;
import java.util.List;

/**
 * What a text denies. A word that denies reaches the next word of meaning of its clause: "did not <i>sign</i> the
 * contract", "no <i>plan</i>", "failed to be <i>chosen</i>".
 */
public final class Denial {

    private static final int SHORTEST_ROOT = 4;

    private final List<Stated> stated = new ArrayList<>();
    private final boolean denies;

    /** A word of meaning, and whether it is denied. */
    private record Stated(String stem, boolean denied) {}

    public Denial(List<Word> words) {
        int reach = -1;
        boolean any = false;
        for (Word word : words) {
            boolean denying = Negation.denies(word);
            boolean holds = !word.isLight() && !Negation.isContracted(word);
            if (holds) {
                stated.add(new Stated(word.stem(), reach == word.clause()));
            }
            if (denying) {
                reach = word.clause();
                any = true;
            } else if (holds && !word.key().endsWith("ly")) {
                reach = -1;
            }
        }
        this.denies = any;
    }

    public boolean denies() {
        return denies;
    }

    /** Whether one text denies what the other says: a word that both have is denied in one and nowhere in the other. */
    public boolean contradicts(Denial other) {
        return stated.stream().anyMatch(other::turns) || other.stated.stream().anyMatch(this::turns);
    }

    /** Whether this text has the word, and always with the other sign. Words that are denied nowhere say nothing. */
    private boolean turns(Stated foreign) {
        List<Boolean> signs = new ArrayList<>();
        for (Stated each : stated) {
            if (Inflection.areAkin(each.stem(), foreign.stem())) {
                signs.add(each.denied());
            } else if (isContrary(each.stem(), foreign.stem())) {
                signs.add(!each.denied());
            }
        }
        return !signs.isEmpty() && signs.stream().noneMatch(sign -> sign == foreign.denied());
    }

    private static boolean isContrary(String some, String other) {
        return Opposites.PREFIXES.stream()
                .anyMatch(prefix -> some.length() >= SHORTEST_ROOT && other.equals(prefix + some)
                        || other.length() >= SHORTEST_ROOT && some.equals(prefix + other));
    }
}
