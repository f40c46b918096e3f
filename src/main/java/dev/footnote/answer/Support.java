package dev.footnote.answer;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far the cited sentences carry what is said. */
public enum Support {
    @JsonProperty("supported")
    SUPPORTED,
    @JsonProperty("partial")
    PARTIAL,
    @JsonProperty("unsupported")
    UNSUPPORTED
}
