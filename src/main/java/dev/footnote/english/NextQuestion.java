package dev.footnote.english;

import java.util.List;
import java.util.Set;

/** Questions for what follows in the text: "What next?", "And then?", "go on". They name nothing, so that they can be listed. */
public final class NextQuestion {

    /** What may stand before one, or behind it, and changes nothing. */
    private static final Set<String> BESIDE = Set.of("and", "so", "ok", "okay", "well", "please", "thanks", "now");

    private static final Set<String> WHOLE = Set.of(
            "next",
            "what next",
            "what's next",
            "whats next",
            "what is next",
            "what comes next",
            "what follows",
            "what happens next",
            "what happened next",
            "what happens then",
            "what happened then",
            "what happens after that",
            "what happened after that",
            "what comes after that",
            "what comes then",
            "what after that",
            "what then",
            "then what",
            "then",
            "after that",
            "go on",
            "continue",
            "read on",
            "keep going",
            "next step",
            "next sentence",
            "the next step",
            "the next sentence",
            "what is the next step",
            "what's the next step",
            "what is the next sentence",
            "what do i do next",
            "what do i do then",
            "what do i do after that",
            "what do we do next",
            "what should i do next",
            "what should i do then",
            "what should i do after that",
            "what must i do next",
            "what does it say next",
            "what does it say after that");

    private NextQuestion() {}

    /** Whether a text asks for nothing but what follows. */
    public static boolean asks(String text) {
        List<String> words = QuestionWords.of(text);
        int from = 0;
        while (from < words.size() && BESIDE.contains(words.get(from))) {
            from++;
        }
        int to = words.size();
        while (to > from && BESIDE.contains(words.get(to - 1))) {
            to--;
        }
        return WHOLE.contains(String.join(" ", words.subList(from, to)).replace('’', '\''));
    }
}
