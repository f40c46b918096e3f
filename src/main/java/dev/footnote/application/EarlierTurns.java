package dev.footnote.application;

import dev.footnote.answer.Answer;
import dev.footnote.answer.Kind;
import dev.footnote.answer.Question;
import dev.footnote.answer.Turn;
import dev.footnote.conversation.Conversations;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What was said before a question. Safe for use by several threads. */
@Singleton
class EarlierTurns {

    /** A question means one of the last few turns. */
    private static final int MOST = 8;

    private final Conversations conversations;

    EarlierTurns(Conversations conversations) {
        this.conversations = conversations;
    }

    /**
     * A conversation up to a question.
     *
     * @param turns those before it, the oldest first, without those of small talk: nobody means "hello" with "it"
     * @param said what it has had already, the question itself included
     */
    record Earlier(List<Turn> turns, SaidBefore said) {

        Earlier {
            turns = List.copyOf(turns);
        }
    }

    /** What was said before a question; read once, for it may come from the database. */
    Earlier before(Question question) {
        List<Answer> answers = answersBefore(question);
        List<Turn> turns = !question.turns().isEmpty()
                ? question.turns()
                : answers.stream()
                        .filter(answer -> answer.kind() != Kind.CHAT)
                        .map(Turn::of)
                        .toList();
        List<String> asked = new ArrayList<>(List.of(question.text()));
        question.turns().forEach(turn -> asked.add(turn.question()));
        answers.forEach(answer -> asked.add(answer.question()));
        Set<String> offered = answers.stream()
                .flatMap(answer -> answer.suggestedQuestions().stream())
                .collect(Collectors.toSet());
        return new Earlier(turns, new SaidBefore(asked, offered));
    }

    /** Where an answer is given again, what was said after it is not what the question means. */
    private List<Answer> answersBefore(Question question) {
        if (question.replaces() == null) {
            return conversations.lastTurns(question.conversationId(), MOST);
        }
        List<Answer> turns = conversations.turns(question.conversationId());
        int end = 0;
        while (end < turns.size() && !turns.get(end).messageId().equals(question.replaces())) {
            end++;
        }
        return turns.subList(Math.max(0, end - MOST), end);
    }
}
