package dev.footnote.generation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes out of a stream of text what a model thinks aloud between {@code <think>} and {@code </think>}. */
final class Thoughts {

    private static final Pattern TAG =
            Pattern.compile("<(/?)(?:think|thinking|thought|reasoning)>", Pattern.CASE_INSENSITIVE);

    /** The beginning of a tag at the end of what has come. */
    private static final Pattern BEGUN = Pattern.compile("</?[a-zA-Z]{0,9}$");

    private final StringBuilder pending = new StringBuilder();
    private boolean thinking;
    private boolean voided;

    /** Takes the next part of what a model says, and returns what of it is meant for the reader and not the model's own thinking. */
    String add(String text) {
        pending.append(text);
        StringBuilder said = new StringBuilder();
        Matcher tag = TAG.matcher(pending);
        int from = 0;
        while (tag.find()) {
            boolean closes = !tag.group(1).isEmpty();
            if (!thinking && closes) {
                // Some servers swallow the opening tag: all of it was thought.
                said.setLength(0);
                voided = true;
            } else if (!thinking) {
                said.append(pending, from, tag.start());
            }
            thinking = !closes;
            from = tag.end();
        }
        pending.delete(0, from);
        Matcher begun = BEGUN.matcher(pending);
        int settled = begun.find() ? begun.start() : pending.length();
        if (!thinking) {
            said.append(pending, 0, settled);
        }
        pending.delete(0, settled);
        return said.toString();
    }

    /** Ends the text: returns what was held back because it might have become a tag. */
    String finish() {
        String rest = thinking ? "" : pending.toString();
        pending.setLength(0);
        return rest;
    }

    /** Whether all that was given out before the last {@link #add} turned out to be thought; asked once. */
    boolean isVoided() {
        boolean was = voided;
        voided = false;
        return was;
    }
}
