package dev.footnote.answer;

import java.util.ArrayList;
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

    /** Items that a citation each stands on; its own words there are the first word of the item. */
    public static Answer list(Form form, String between, String... items) {
        StringBuilder text = new StringBuilder();
        StringBuilder marked = new StringBuilder();
        List<Claim> claims = new ArrayList<>();
        List<Citation> citations = new ArrayList<>();
        for (String item : items) {
            int index = citations.size() + 1;
            int start = text.length() + (index == 1 ? 0 : between.length());
            text.append(index == 1 ? "" : between).append(item);
            marked.append(index == 1 ? "" : between)
                    .append(item)
                    .append(" [")
                    .append(index)
                    .append(']');
            int word = (item + " ").indexOf(' ');
            claims.add(new Claim(start, text.length(), Support.SUPPORTED, 0.9, List.of(index)));
            citations.add(new Citation(
                    index,
                    "seed",
                    "Veto",
                    item,
                    start,
                    text.length(),
                    start,
                    start + word,
                    index,
                    null,
                    null,
                    start,
                    text.length(),
                    0.9,
                    Support.SUPPORTED,
                    0.9,
                    "/articles/seed?cite=" + start + "-" + text.length() + "&v=12345678"));
        }
        return new Answer(
                "m",
                "c",
                "What is there?",
                null,
                Kind.ANSWER,
                form,
                marked.toString(),
                text.toString(),
                true,
                null,
                Certainty.STATED,
                0.94,
                Answer.EXTRACTIVE,
                false,
                claims,
                citations,
                List.of(),
                List.of(),
                new Answer.Timings(1, 2, 3));
    }
}
