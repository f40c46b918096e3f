package dev.footnote.english;

import java.util.regex.Pattern;

/**
 * Recognises sentences that say that something is not known or not to be found, as language models word it in many
 * ways.
 */
public final class AbsenceStatement {

    private static final Pattern WORDS = Pattern.compile(
            "(?i)\\b(?:(?:do|does|did|is|are|was|were|has|have|can|could)(?:\\s+not|n['’]t)|cannot|no|not|unable|without)\\b"
                    + ".{0,80}\\b(?:know|mention|say|state|specif\\w+|contain|provide|include|indicate|discuss|describe"
                    + "|address|answer|find|found|information|reference|determine|tell|given|available)");

    private AbsenceStatement() {}

    /** Whether a text reads like one; many that deny something else do too. */
    public static boolean isOne(CharSequence text) {
        return WORDS.matcher(text).find();
    }
}
