package dev.footnote.answer;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a question was refused. */
public enum Reason {
    /** The article does not say. */
    @JsonProperty("not_found")
    NOT_FOUND,
    /** The article may say it, but not in so many words; the closest sentence is shown. */
    @JsonProperty("uncertain")
    UNCERTAIN,
    /** The question is not in English. */
    @JsonProperty("language")
    LANGUAGE,
    /** Arithmetic, opinions, orders: not a question about what the article says. */
    @JsonProperty("unsupported")
    UNSUPPORTED,
    /** A language model claimed what nothing in the article supports. */
    @JsonProperty("unverified")
    UNVERIFIED
}
