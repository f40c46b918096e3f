package dev.footnote.generation;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The settings of one language model: whose it is, where its server is, how it is called. */
interface ProfileConfig {

    /** Whose protocol the server speaks; {@code none} for no model. */
    @WithDefault("none")
    Provider provider();

    /** The server; the provider's own unless given. */
    Optional<URI> baseUrl();

    /** A secret; it belongs into the environment. */
    Optional<String> apiKey();

    /** The model's name, as the server knows it. */
    Optional<String> model();

    /** How freely it writes, from 0 to 2; given empty, the provider decides. */
    @WithDefault("0")
    Optional<Double> temperature();

    /** The longest wait for a whole answer. */
    @WithDefault("60s")
    Duration timeout();

    /** The most tokens of an answer, those of its thinking included. */
    @WithDefault("1024")
    int maxTokens();
}
