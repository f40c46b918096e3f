package dev.footnote.reading;

import dev.footnote.engine.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a question apart that asks for more than one thing. */
final class QuestionParts {

    /** More readings would keep others waiting. */
    private static final int MOST_NAMES = 8;

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

    private static final String LIST = "([^,:;?]{1,60}(?:, ?[^,:;?]{1,60})*?(?:,? (?:and|or|&) [^,:;?]{1,60})?)";

    private static final String ONE_OF_THEM = "(?:each(?: (?:of them|one))?|everyone|all of them)";

    /** "What did each say about the bridge: Ann, Ben and Cem?" */
    private static final Pattern NAMES_BEHIND = Pattern.compile(
            "(.*?)\\b" + ONE_OF_THEM + "\\b(.*?)\\s*(?::| [-–—])\\s+" + LIST + "[?.!]*", Pattern.CASE_INSENSITIVE);

    /** "Ann, Ben: what did each say about the bridge?" */
    private static final Pattern NAMES_BEFORE =
            Pattern.compile(LIST + ":\\s+(.*?)\\b(?:" + ONE_OF_THEM + "|they)\\b(.*?)[?.!]*", Pattern.CASE_INSENSITIVE);

    /** "What did Ann and Ben each say about the bridge?" */
    private static final Pattern NAMES_INSIDE = Pattern.compile(
            "(.*?\\b(?:did|do|does|has|have|had|was|were|is|are|would|will|can|could) )" + LIST
                    + "( each| both) (.*?)[?.!]*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BETWEEN_NAMES = Pattern.compile("\\s*,\\s*(?:(?:and|or|&)\\s+)?|\\s+(?:and|or|&)\\s+");

    private QuestionParts() {}

    /**
     * One of the questions that a question asks.
     *
     * @param question the part
     * @param name whom of several it is about, which is said before its answer; empty where it names none
     */
    record Part(String question, String name) {

        /** The answer's pieces, the first with the name before it. */
        List<Reply.Piece> label(List<Reply.Piece> pieces) {
            if (name.isEmpty() || pieces.isEmpty()) {
                return pieces;
            }
            List<Reply.Piece> labelled = new ArrayList<>(pieces);
            Reply.Piece first = pieces.get(0);
            labelled.set(0, new Reply.Piece(name + ": " + first.text(), first.evidence()));
            return labelled;
        }
    }

    /** The questions that one asks of several who are named, or in turn; the question itself if it is one. */
    static List<Part> named(String question) {
        String asked = question.strip();
        Matcher behind = NAMES_BEHIND.matcher(asked);
        if (behind.matches() && areSeveral(behind.group(3))) {
            return each(behind.group(3), behind.group(1), behind.group(2));
        }
        Matcher before = NAMES_BEFORE.matcher(asked);
        if (before.matches() && areSeveral(before.group(1))) {
            return each(before.group(1), before.group(2), before.group(3));
        }
        Matcher inside = NAMES_INSIDE.matcher(asked);
        if (inside.matches() && areSeveral(inside.group(2))) {
            return each(inside.group(2), inside.group(1), " " + inside.group(4));
        }
        return of(question).stream().map(part -> new Part(part, "")).toList();
    }

    private static boolean areSeveral(String names) {
        return BETWEEN_NAMES.matcher(names).find();
    }

    /** One question for each name, put between what stands around it. */
    private static List<Part> each(String names, String before, String behind) {
        return BETWEEN_NAMES
                .splitAsStream(names.strip())
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(MOST_NAMES)
                .map(name -> new Part(before + name + behind.stripTrailing() + "?", name))
                .toList();
    }

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
