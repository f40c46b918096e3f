package dev.footnote.generation;

import dev.footnote.home.CannotStartException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A configured model.
 *
 * @param name chooses it in a request
 * @param provider whose protocol its server speaks
 * @param baseUrl its server
 * @param apiKey a secret; null if the server wants none
 * @param model its name at the server
 * @param temperature 0 to 2; null to let the provider decide
 * @param timeout the longest wait for a whole answer
 * @param maxTokens the most tokens of an answer
 */
record Profile(
        String name,
        Provider provider,
        URI baseUrl,
        @Nullable String apiKey,
        String model,
        @Nullable Double temperature,
        Duration timeout,
        int maxTokens) {

    /**
     * @param key what its settings begin with
     * @throws CannotStartException if a setting is missing or makes no sense; the message names it
     */
    static Profile of(String name, String key, ProfileConfig config) {
        Provider provider = config.provider();
        URI baseUrl = config.baseUrl().orElseGet(provider::address);
        String scheme = baseUrl.getScheme();
        check(
                baseUrl.getHost() != null && ("http".equals(scheme) || "https".equals(scheme)),
                key + ".base-url is not the address of a server. Set it to one such as http://localhost:8000/v1.");
        String apiKey = config.apiKey().filter(set -> !set.isBlank()).orElse(null);
        check(
                apiKey != null
                        || (config.baseUrl().isPresent() && provider != Provider.ANTHROPIC)
                        || provider == Provider.OLLAMA,
                key + ".api-key is missing. Set it in the environment, as "
                        + key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + "_API_KEY.");
        String model = config.model().filter(set -> !set.isBlank()).orElse("");
        check(!model.isEmpty(), key + ".model is missing. Set it to the name of a model that the server has.");
        Double temperature = config.temperature().orElse(null);
        check(
                temperature == null || (temperature >= 0 && temperature <= 2),
                key + ".temperature must be from 0 to 2, or empty.");
        check(
                !config.timeout().isNegative() && !config.timeout().isZero(),
                key + ".timeout must be longer than nothing, such as 60s.");
        check(config.maxTokens() > 0, key + ".max-tokens must be at least 1.");
        return new Profile(name, provider, baseUrl, apiKey, model, temperature, config.timeout(), config.maxTokens());
    }

    /** Whether text leaves this machine on its way to the model. */
    boolean isRemote() {
        String host = host();
        return !(host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("[::1]")
                || host.equals("::1")
                || host.matches("127(?:\\.\\d{1,3}){3}"));
    }

    String host() {
        return baseUrl.getHost().toLowerCase(Locale.ROOT);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new CannotStartException(otherwise);
        }
    }

    /** Without the key, which no log is to see; and without a name and password in the address. */
    @Override
    public String toString() {
        return "Profile[" + name + ": " + provider + " " + model + " at " + host() + ", apiKey="
                + (apiKey == null ? "none" : "***") + "]";
    }
}
