package dev.footnote.answer;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of reply this is. */
public enum Kind {
    /** An answer to the question, with citations. */
    @JsonProperty("answer")
    ANSWER,
    /** Some sentences of an article that stand for it, each cited. */
    @JsonProperty("summary")
    SUMMARY,
    /** Why there is no answer, with the closest sentence where there is one. */
    @JsonProperty("refusal")
    REFUSAL,
    /** A friendly sentence: a greeting, or a question back. */
    @JsonProperty("chat")
    CHAT
}
