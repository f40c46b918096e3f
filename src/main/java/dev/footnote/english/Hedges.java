package dev.footnote.english;

import java.util.List;
import java.util.Set;

/** Words with which a sentence leaves open whether what it speaks of is so; in lower case. */
public final class Hedges {

    private static final Set<String> WORDS = WordClass.union(
            """
            whether unclear uncertain unknown unlikely likely possible possibly perhaps maybe probably reportedly allegedly
            supposedly apparently may might could would if unless until hardly scarcely disputed undecided unconfirmed
            rumour rumours rumor rumors rumoured rumored speculation doubt doubts
            suspected feared hopes hoped expects expected considering considers consider proposed proposes plans planned
            ask asks asked asking wonder wonders wondered wondering question questions questioned
            """);

    /** "May" with a capital is a month or a name. */
    private static final Set<String> NAMES_WITH_CAPITAL = Set.of("may");

    private Hedges() {}

    /** Whether any of the words leaves something open. */
    public static boolean areIn(List<Word> words) {
        return words.stream().anyMatch(Hedges::hedges);
    }

    /** Whether a word leaves something open. */
    public static boolean hedges(Word word) {
        return WORDS.contains(word.key())
                && !(NAMES_WITH_CAPITAL.contains(word.key()) && word.isCapital() && !word.opens());
    }
}
