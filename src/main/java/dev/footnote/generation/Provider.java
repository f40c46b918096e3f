package dev.footnote.generation;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whose protocol a model's server speaks. */
public enum Provider {
    NONE(null),
    /** OpenAI's chat completions, which most servers speak: llama.cpp, vLLM, LM Studio and others. */
    OPENAI("https://api.openai.com/v1"),
    OLLAMA("http://localhost:11434"),
    ANTHROPIC("https://api.anthropic.com/v1");

    private final @Nullable String address;

    Provider(@Nullable String address) {
        this.address = address;
    }

    /** The address of the provider's own server. */
    URI address() {
        if (address == null) {
            throw new IllegalStateException("No provider, no server");
        }
        return URI.create(address);
    }

    /** The name of this provider in the configuration. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
