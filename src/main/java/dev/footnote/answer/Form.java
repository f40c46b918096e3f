package dev.footnote.answer;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an answer is put; doors render by it. */
public enum Form {
    /** An article's own words that stand by themselves. */
    @JsonProperty("words")
    WORDS,
    /** One to three whole sentences of an article. */
    @JsonProperty("sentences")
    SENTENCES,
    /** A sentence with "Yes" or "No" before it. */
    @JsonProperty("verdict")
    VERDICT,
    /** Several items of one kind. */
    @JsonProperty("list")
    LIST,
    /** Sentences with their dates, the earliest first. */
    @JsonProperty("timeline")
    TIMELINE,
    /** A language model's own text. */
    @JsonProperty("text")
    TEXT
}
