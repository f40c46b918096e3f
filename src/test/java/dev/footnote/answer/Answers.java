package dev.footnote.answer;

import java.util.List;

/** Answers that need no article. */
public final class Answers {

    private Answers() {}

    /** "Russia [1]", with the ids and the question given. */
    public static Answer answer(String messageId, String conversationId, String question) {
        Citation citation = new Citation(
                1,
                "seed",
                "Veto",
                "Russia vetoed it.",
                0,
                17,
                0,
                6,
                1,
                null,
                null,
                0,
                6,
                0.9,
                Support.SUPPORTED,
                0.9,
                "/articles/seed?cite=0-17&v=12345678");
        return new Answer(
                messageId,
                conversationId,
                question,
                null,
                Kind.ANSWER,
                Form.WORDS,
                "Russia [1]",
                "Russia",
                true,
                null,
                Certainty.STATED,
                0.94,
                Answer.EXTRACTIVE,
                false,
                List.of(new Claim(0, 6, Support.SUPPORTED, 0.9, List.of(1))),
                List.of(citation),
                List.of("Who abstained?"),
                List.of(),
                new Answer.Timings(1, 2, 3));
    }
}
