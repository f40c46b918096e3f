package dev.footnote.cli;

import dev.footnote.answer.Answer;
import java.io.IOException;
import java.util.Map;

/** Where a command gets its answers: a server that runs, or the application in this process. */
interface AnswerSource {

    /**
     * Asks a question.
     *
     * @param conversationId ties it to those asked before it
     * @throws IOException if it is refused or nobody answers; the message says why
     */
    Answer ask(String question, String conversationId) throws IOException, InterruptedException;

    /** The text of an article; the exceptions are those of the other method. */
    String textOf(String articleId) throws IOException, InterruptedException;

    /** The titles of the articles by their ids, the oldest first; the exceptions are those of the other method. */
    Map<String, String> titles() throws IOException, InterruptedException;
}
