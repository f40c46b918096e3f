package dev.footnote.web;

import dev.footnote.answer.Answer;
import java.util.List;

/**
 * A conversation as a page without a script shows it; with one, the page reads it over the API.
 *
 * @param id as the address has it
 * @param turns its answers, the oldest first; empty where it has expired or never was
 */
record ConversationView(String id, List<Answer> turns) {

    ConversationView {
        turns = List.copyOf(turns);
    }
}
