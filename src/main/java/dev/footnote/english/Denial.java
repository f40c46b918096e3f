package dev.footnote.english;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a text denies. A word that denies reaches the next word of meaning of its clause: "did not <i>veto</i> the
 * resolution", "no <i>mandate</i>", "failed to be <i>adopted</i>".
 */
public final class Denial {

    /** Prefixes that turn a word into its contrary. */
    private static final List<String> CONTRARY = List.of("un", "non", "dis", "in", "im", "ir");

    /** Common words that cannot both be true of one thing. */
    private static final Map<String, Set<String>> OPPOSITES =
            opposites("same/different more/fewer,less most/least increase/decrease,reduce rise/fall,drop grow/shrink"
                    + " win/lose accept/reject support/oppose allow/ban,forbid,prohibit high/low begin,start/end,finish"
                    + " alive/dead,die open/close true/false guilty/innocent agree/disagree buy/sell love/hate"
                    + " succeed/fail strengthen/weaken remember/forget always/never easy/difficult"
                    + " cheap/expensive safe/dangerous public/private major/minor majority/minority success/failure");

    private static final int SHORTEST_ROOT = 4;

    private final List<Stated> stated = new ArrayList<>();
    private final Set<String> stems = new HashSet<>();
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
            stems.add(word.stem());
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
        return stated.stream().anyMatch(other::turns)
                || other.stated.stream().anyMatch(this::turns)
                || stems.stream().anyMatch(stem -> !other.stems.contains(stem) && opposes(stem, other.stems));
    }

    private boolean opposes(String stem, Set<String> others) {
        return OPPOSITES.getOrDefault(stem, Set.of()).stream()
                .anyMatch(opposite -> others.contains(opposite) && !stems.contains(opposite));
    }

    private static Map<String, Set<String>> opposites(String pairs) {
        Map<String, Set<String>> opposites = new HashMap<>();
        for (String pair : pairs.split(" ", -1)) {
            String[] sides = pair.split("/", -1);
            for (String some : sides[0].split(",", -1)) {
                for (String other : sides[1].split(",", -1)) {
                    opposites
                            .computeIfAbsent(Inflection.stem(some), absent -> new HashSet<>())
                            .add(Inflection.stem(other));
                    opposites
                            .computeIfAbsent(Inflection.stem(other), absent -> new HashSet<>())
                            .add(Inflection.stem(some));
                }
            }
        }
        return Map.copyOf(opposites);
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
        return CONTRARY.stream()
                .anyMatch(prefix -> some.length() >= SHORTEST_ROOT && other.equals(prefix + some)
                        || other.length() >= SHORTEST_ROOT && some.equals(prefix + other));
    }
}
