package dev.footnote.answer;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How sure an answer is, in the one word that every surface shows. */
public enum Certainty {
    /** Right in at least 95 of 100 cases on the development questions, unanswerable ones included. */
    @JsonProperty("stated")
    STATED,
    /** More likely right than not; look at the citation. */
    @JsonProperty("likely")
    LIKELY,
    /** A refusal. */
    @JsonProperty("none")
    NONE
}
