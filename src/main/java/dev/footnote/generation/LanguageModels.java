package dev.footnote.generation;

import dev.footnote.answer.Answer;
import dev.footnote.answer.EngineDescription;
import dev.footnote.home.CannotStartException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** The language models that are configured, by the names that choose them. Safe for use by several threads. */
@Singleton
public class LanguageModels {

    /** The engine that is the base profile, {@code footnote.llm.…} itself. */
    public static final String BASE = "llm";

    private static final Logger LOG = Logger.getLogger(LanguageModels.class);

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final Map<String, LanguageModel> models = new LinkedHashMap<>();

    /** @throws CannotStartException if a profile cannot be used as it is configured */
    @Inject
    LanguageModels(LanguageModelConfig config, MeterRegistry meters, Clock clock) {
        this(config, meters, clock, LanguageModels::breaker);
    }

    /** Makes the circuit breaker of a profile. */
    interface Breakers {
        Guard of(String profile, LanguageModelConfig.CircuitBreaker config);
    }

    LanguageModels(LanguageModelConfig config, MeterRegistry meters, Clock clock, Breakers breakers) {
        Map<String, Profile> profiles = profiles(config);
        if (profiles.isEmpty()) {
            return; // a client is ready only after it has read which certificates are trusted
        }
        // Servers of models seldom speak HTTP/2 without TLS, and some stumble over the offer.
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
        profiles.forEach((name, profile) -> {
            Guard breaker = breakers.of(name, config.circuitBreaker());
            models.put(name, new LanguageModel(profile, http, breaker, new ModelMeters(meters, name), clock));
        });
    }

    private static Map<String, Profile> profiles(LanguageModelConfig config) {
        Map<String, Profile> profiles = new LinkedHashMap<>();
        if (config.provider() != Provider.NONE) {
            profiles.put(BASE, Profile.of(BASE, "footnote.llm", config));
        }
        config.profiles().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(entry -> entry.getValue().provider() != Provider.NONE)
                .forEach(entry -> {
                    String name = entry.getKey();
                    if (!NAME.matcher(name).matches() || name.equals(BASE) || name.equals(Answer.EXTRACTIVE)) {
                        throw new CannotStartException("A profile of a language model cannot be called \"" + name
                                + "\". Take 1 to 64 of A-Z, a-z, 0-9, '.', '_' and '-', but not \"" + BASE + "\" or \""
                                + Answer.EXTRACTIVE + "\".");
                    }
                    profiles.put(name, Profile.of(name, "footnote.llm.profiles." + name, entry.getValue()));
                });
        return profiles;
    }

    private static Guard breaker(String profile, LanguageModelConfig.CircuitBreaker config) {
        return Guard.create()
                .withDescription("language model " + profile)
                .withCircuitBreaker()
                .requestVolumeThreshold(config.failures())
                .failureRatio(1)
                .delay(config.delay().toMillis(), ChronoUnit.MILLIS)
                .when(thrown -> thrown instanceof ModelFailedException failed
                        && failed.failure().opensCircuit())
                .onStateChange(state -> told(profile, state))
                .done()
                .build();
    }

    private static void told(String profile, CircuitBreakerState state) {
        switch (state) {
            case OPEN -> LOG.warnf("The language model \"%s\" is left alone for a while.", profile);
            case HALF_OPEN -> LOG.infof("The language model \"%s\" is tried again.", profile);
            case CLOSED -> LOG.infof("The language model \"%s\" answers again.", profile);
        }
    }

    /** Makes this bean at start, so that a wrong setting is reported then. */
    void start(@Observes StartupEvent event) {
        for (LanguageModel model : models.values()) {
            Profile profile = model.profile();
            LOG.infof(
                    "The engine \"%s\" is %s at %s; %s.",
                    profile.name(),
                    profile.model(),
                    profile.host(),
                    profile.isRemote()
                            ? "questions to it, and sentences of the articles, leave this machine"
                            : "nothing leaves this machine");
        }
    }

    /** The engine that answers where a request names none. */
    public String defaultEngine() {
        return models.containsKey(BASE) ? BASE : Answer.EXTRACTIVE;
    }

    /** Whether there is a language model of that name. */
    public boolean has(String engine) {
        return models.containsKey(engine);
    }

    /** All engines that can answer, the extractive one first. */
    public List<EngineDescription> engines() {
        List<EngineDescription> engines = new ArrayList<>();
        engines.add(new EngineDescription(
                Answer.EXTRACTIVE, null, null, null, false, defaultEngine().equals(Answer.EXTRACTIVE)));
        models.forEach((name, model) -> {
            Profile profile = model.profile();
            engines.add(new EngineDescription(
                    name,
                    profile.provider().toString(),
                    profile.model(),
                    profile.host(),
                    profile.isRemote(),
                    name.equals(defaultEngine())));
        });
        return engines;
    }

    /** The language model of that name; empty if there is none. */
    Optional<LanguageModel> find(String engine) {
        return Optional.ofNullable(models.get(engine));
    }

    /** The language models by their profile's name, the base profile first. */
    Map<String, LanguageModel> all() {
        return Collections.unmodifiableMap(models);
    }
}
