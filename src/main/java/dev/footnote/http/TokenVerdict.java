package dev.footnote.http;

/** What comes of looking at a token. */
sealed interface TokenVerdict {

    /** It is good. */
    record Accepted(BearerToken token) implements TokenVerdict {}

    /**
     * It is not.
     *
     * @param why in a sentence
     */
    record Refused(String why) implements TokenVerdict {}

    /** Nobody can say: there are no keys to check it with. */
    record Unchecked() implements TokenVerdict {}
}
