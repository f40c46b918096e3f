package dev.footnote.openai;

import io.vertx.core.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a chat program asks for itself, unseen by its user: a title for the conversation, tags, what could be asked next,
 * what to search for. Such a message is a form about the conversation, and no question to an article. It is known by its
 * build alone, whatever its words are: it quotes the conversation with its speakers, or it is a document with headings that
 * prescribes JSON to be filled in.
 *
 * @param text the message
 */
record HousekeepingRequest(String text) {

    private static final Pattern HEADING = Pattern.compile("(?m)^ {0,3}#{1,6} +\\S");

    /** A JSON object with one name and the beginning of its value; braces before it may hold anything else. */
    private static final Pattern PRESCRIBED =
            Pattern.compile("\\{\\s*\"([A-Za-z][\\w -]{0,40})\"\\s*:\\s*(\\[[^\\]]{0,400}|\"[^\"]{0,400}\")");

    private static final Pattern ASKER = Pattern.compile("(?im)^[ \\t]*+(?:user|human)[ \\t]*+:(.*)$");
    private static final Pattern REPLIER = Pattern.compile("(?im)^[ \\t]*+(?:assistant|ai|bot)[ \\t]*+:");

    private static final int LONGEST_TITLE = 60;

    /** The housekeeping in a message; empty if it is something to be answered. */
    static Optional<HousekeepingRequest> in(String message) {
        boolean quotes =
                ASKER.matcher(message).find() && REPLIER.matcher(message).find();
        boolean isForm = HEADING.matcher(message).results().limit(2).count() == 2
                && PRESCRIBED.matcher(message).find();
        return quotes || isForm ? Optional.of(new HousekeepingRequest(message)) : Optional.empty();
    }

    /**
     * The form as it comes back, filled in with what is known without a language model: a title is the first question of the
     * conversation; where questions are wanted, those that the articles answer; else nothing.
     *
     * @param questions questions that the articles answer
     */
    String filled(List<String> questions) {
        Matcher prescribed = PRESCRIBED.matcher(text);
        if (!prescribed.find()) {
            return topic();
        }
        String name = prescribed.group(1);
        String example = prescribed.group(2);
        if (example.startsWith("\"")) {
            return object(name, quoted(name.toLowerCase(Locale.ROOT).contains("title") ? topic() : ""));
        }
        boolean wantsQuestions = example.contains("?");
        List<String> values = questions.stream()
                .filter(question -> wantsQuestions && !text.contains(question))
                .limit(3)
                .map(HousekeepingRequest::quoted)
                .toList();
        return object(name, "[" + String.join(", ", values) + "]");
    }

    /** What the user said first in the conversation that is quoted, in at most {@value #LONGEST_TITLE} UTF-16 units. */
    private String topic() {
        Matcher asker = ASKER.matcher(text);
        String said = asker.find() ? asker.group(1).strip() : "";
        if (said.length() <= LONGEST_TITLE) {
            return said;
        }
        int space = said.lastIndexOf(' ', LONGEST_TITLE - 1);
        int end = space > 0 ? space : said.offsetByCodePoints(0, said.codePointCount(0, LONGEST_TITLE - 2));
        return said.substring(0, end) + "…";
    }

    private static String object(String name, String value) {
        return "{" + quoted(name) + ": " + value + "}";
    }

    private static String quoted(String text) {
        return Json.encode(text);
    }
}
