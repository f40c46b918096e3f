package dev.footnote.application;

import dev.footnote.english.QuestionWords;
import java.util.List;
import java.util.Set;

/**
 * What a conversation has had already, so that what is offered next is new.
 *
 * @param asked the questions, the last one included
 * @param offered the questions that were offered beside the answers
 */
record SaidBefore(List<String> asked, Set<String> offered) {

    SaidBefore {
        asked = List.copyOf(asked);
        offered = Set.copyOf(offered);
    }

    /** Whether a question would be asked again, in these words or in more or fewer of them. */
    boolean isAsked(String question) {
        return asked.stream().anyMatch(each -> isSame(each, question));
    }

    /** Whether a question was neither asked nor offered. */
    boolean isNew(String question) {
        return !offered.contains(question) && !isAsked(question);
    }

    /** "Who vetoed it?" and "Who vetoed the latest resolution?" ask the same if the words of one are all in the other. */
    private static boolean isSame(String one, String other) {
        Set<String> words = QuestionWords.withMeaning(one);
        Set<String> otherWords = QuestionWords.withMeaning(other);
        boolean areEqual = words.equals(otherWords);
        boolean isPart = words.containsAll(otherWords) || otherWords.containsAll(words);
        return (areEqual && !words.isEmpty())
                || one.strip().equalsIgnoreCase(other.strip())
                || (isPart
                        && !words.isEmpty()
                        && !otherWords.isEmpty()
                        && beginning(one).equals(beginning(other)));
    }

    private static String beginning(String question) {
        return QuestionWords.of(question).stream().findFirst().orElse("");
    }
}
