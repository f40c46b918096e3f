package dev.footnote.generation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** Which language models may answer; none unless configured. */
@ConfigMapping(prefix = "footnote.llm")
public interface LanguageModelConfig extends ProfileConfig {

    /** More models, by the name that a request chooses them with. */
    Map<String, ProfileConfig> profiles();

    CircuitBreaker circuitBreaker();

    /** When a model that fails is left alone. */
    interface CircuitBreaker {

        /** So many failures in a row open the circuit. */
        @WithDefault("3")
        int failures();

        /** How long it stays open before the model is tried again. */
        @WithDefault("30s")
        Duration delay();
    }
}
