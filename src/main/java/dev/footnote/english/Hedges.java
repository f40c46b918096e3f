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

    /** Words that tell of something as somebody's word, belief or condition. */
    private static final Set<String> OF_SOMEBODY = WordClass.union(
            """
            according alleged supposed understood assumed presumed accepted rumour claim provided providing depends
            should can aims aim intends intend intended wants want wanted seeks seek sought due promised promises denied denies
            """
                    + String.join(" ", SpeechVerbs.doubtful()));

    private static final Set<String> AHEAD = WordClass.union("will would shall");

    /** "May" with a capital is a month or a name. */
    private static final Set<String> NAMES_WITH_CAPITAL = Set.of("may");

    private Hedges() {}

    /** Whether any of the words leaves something open. */
    public static boolean areIn(List<Word> words) {
        return words.stream().anyMatch(Hedges::hedges);
    }

    /** Whether a word leaves something open, or tells of it as somebody's word, belief or condition. */
    public static boolean unsettles(Word word) {
        return hedges(word) || OF_SOMEBODY.contains(word.key());
    }

    /** Whether some words speak of what is yet to come: "will", "is to be", "are going to". */
    public static boolean areAhead(List<Word> words) {
        for (int i = 0; i < words.size(); i++) {
            if (AHEAD.contains(words.get(i).key())) {
                return true;
            }
            boolean to = i + 1 < words.size() && words.get(i + 1).key().equals("to");
            if (to
                    && (words.get(i).key().equals("going")
                            || WordClass.BE.contains(words.get(i).key()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word leaves something open. */
    public static boolean hedges(Word word) {
        return WORDS.contains(word.key())
                && !(NAMES_WITH_CAPITAL.contains(word.key()) && word.isCapital() && !word.opens());
    }
}
