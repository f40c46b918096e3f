package dev.footnote.answer;

import dev.footnote.TownClock;
import java.util.ArrayList;
import java.util.List;

/** Answers that need no article. */
public final class Answers {

    /** The sentence that the answer stands on, which begins with it. */
    public static final String SENTENCE = TownClock.ANSWER + " repaired it.";

    /** The title of the article that has the sentence. */
    public static final String TITLE = "The clock";

    /** The address of the sentence. */
    public static final String ADDRESS = "/articles/" + TownClock.ID + "?cite=0-" + SENTENCE.length() + "&v=12345678";

    private static final int WORDS_END = TownClock.ANSWER.length();

    private Answers() {}

    /** {@link TownClock#NOTED_ANSWER}, with the ids and the question given. */
    public static Answer answer(String messageId, String conversationId, String question) {
        Citation citation = new Citation(
                1,
                TownClock.ID,
                TITLE,
                SENTENCE,
                0,
                SENTENCE.length(),
                0,
                WORDS_END,
                1,
                null,
                null,
                0,
                WORDS_END,
                0.9,
                Support.SUPPORTED,
                0.9,
                ADDRESS);
        return new Answer(
                messageId,
                conversationId,
                question,
                null,
                Kind.ANSWER,
                Form.WORDS,
                TownClock.NOTED_ANSWER,
                TownClock.ANSWER,
                true,
                null,
                Certainty.STATED,
                0.94,
                Answer.EXTRACTIVE,
                false,
                List.of(new Claim(0, WORDS_END, Support.SUPPORTED, 0.9, List.of(1))),
                List.of(citation),
                List.of("Who paid for it?"),
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
                    TownClock.ID,
                    TITLE,
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
                    "/articles/" + TownClock.ID + "?cite=" + start + "-" + text.length() + "&v=12345678"));
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
