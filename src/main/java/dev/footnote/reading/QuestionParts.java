package dev.footnote.reading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a question apart that asks for more than one thing. */
final class QuestionParts {

    private static final String ASKS = "(?:who|whom|whose|what|which|when|where|why|how)";

    /** ", and where was …" or "; who …": a second question with its own question word and enough words to stand alone. */
    private static final Pattern JOINT = Pattern.compile(
            "[,;]?\\s+and\\s+(?=(?:(?:in|on|at|to|from|by|for|with|of) )?" + ASKS + "\\b(?:\\W+\\w+){3})|[;?]\\s+(?="
                    + ASKS + "\\b(?:\\W+\\w+){3})",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ASKS_ANYTHING = Pattern.compile("\\b" + ASKS + "\\b", Pattern.CASE_INSENSITIVE);

    /** Words that ask for several items. */
    private static final Pattern SEVERAL = Pattern.compile(
            "\\b(?:which|what) (?:two|three|four|five|several|\\w+s) (?:are|were|have|do|did|will|can|could|would)\\b"
                    + "|\\b(?:which|what|name|list) (?:the )?(?:two|three|four|five|several)\\b|\\bwho (?:are|were) \\b|\\blist\\b"
                    + "|\\bname (?:all|some|the)\\b|\\b(?:and|both)\\b.*\\beach\\b|\\beach of\\b|\\bin (?:which|what) \\w+(?:ies|s) (?:did|do|does|was|were|are|is)\\b",
            Pattern.CASE_INSENSITIVE);

    private QuestionParts() {}

    /** The questions that one asks in turn; the question itself if it is one. */
    static List<String> of(String question) {
        Matcher joint = JOINT.matcher(question);
        if (joint.find()
                && ASKS_ANYTHING.matcher(question.substring(0, joint.start())).find()) {
            String first = question.substring(0, joint.start()).strip() + "?";
            String second = question.substring(joint.end()).strip();
            return List.of(first, second);
        }
        return List.of(question);
    }

    /** Whether it asks for several items, "which two leaders", "list the cities". */
    static boolean asksForSeveral(String question) {
        return SEVERAL.matcher(question).find();
    }
}
