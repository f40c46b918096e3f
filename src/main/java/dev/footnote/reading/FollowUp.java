package dev.footnote.reading;

import dev.footnote.answer.Turn;
import dev.footnote.english.QuestionGrammar;
import dev.footnote.english.QuestionWords;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * How far a question depends on the turns before it, as its own words tell: "And when?" says nothing by itself, "Who
 * won the cup?" says all.
 */
enum FollowUp {
    /** It can be read by itself. */
    STANDS_ALONE,
    /** It can be read by itself; where nothing answers it so, the turns before may tell what it means. */
    MAY_LEAN,
    /** It means nothing without the turns before it. */
    LEANS;

    /** No question means more turns than these at once. */
    private static final int MOST_TURNS = 3;

    /** The reader sees 64 word pieces; more of an earlier answer would crowd out what it answered. */
    private static final int MOST_WORDS_OF_AN_ANSWER = 25;

    /** With more words of its own than these, a question says something even where it also points back. */
    private static final int FEW = 2;

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}'’]+");

    static FollowUp of(String question) {
        String asked = QuestionGrammar.withoutExistentialThere(question);
        int own = 0;
        int possiblyMeant = 0;
        boolean points = false;
        String before = "";
        for (String word :
                BETWEEN_WORDS.splitAsStream(asked.toLowerCase(Locale.ROOT)).toList()) {
            if (QuestionWords.points(word)) {
                // After a name of its own the question may mean that one: "What did Holm say about her vote?"
                points |= possiblyMeant == 0;
            } else if (!word.isEmpty() && !QuestionWords.isEmpty(word)) {
                own++;
                // What follows "who" is done, not named: "Who told them?"
                possiblyMeant += before.equals("who") ? 0 : 1;
            }
            before = word;
        }
        boolean continues = QuestionGrammar.continues(asked);
        if (own == 0 || (points || continues) && own <= FEW) {
            return LEANS;
        }
        return points || continues || own == 1 ? MAY_LEAN : STANDS_ALONE;
    }

    /**
     * What a question that leans on turns is to be read after, as the reader was trained: "previous question? previous
     * answer." As long as the turn before leans itself, the one before that comes along. Empty if there are none.
     */
    static String context(List<Turn> turns) {
        return context(turns, Turn::said);
    }

    /** The same with what was said in a turn put in another way, for those turns alone that come along. */
    static String context(List<Turn> turns, Function<Turn, String> saying) {
        Deque<String> said = new ArrayDeque<>();
        for (int i = turns.size() - 1; i >= 0 && said.size() < MOST_TURNS; i--) {
            Turn turn = turns.get(i);
            said.addFirst(ended(turn.question(), '?') + ended(shortened(saying.apply(turn)), '.'));
            if (of(turn.question()) == STANDS_ALONE) {
                break;
            }
        }
        return String.join("", said);
    }

    private static String ended(String text, char end) {
        String words = text.strip();
        if (words.isEmpty()) {
            return "";
        }
        char last = words.charAt(words.length() - 1);
        return words + (".?!\"”".indexOf(last) >= 0 ? " " : end + " ");
    }

    private static String shortened(String answer) {
        List<String> words = SPACE.splitAsStream(answer.strip()).toList();
        return words.size() <= MOST_WORDS_OF_AN_ANSWER
                ? answer
                : String.join(" ", words.subList(0, MOST_WORDS_OF_AN_ANSWER));
    }
}
