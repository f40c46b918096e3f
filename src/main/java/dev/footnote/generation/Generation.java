package dev.footnote.generation;

import dev.footnote.answer.Answer;
import dev.footnote.answer.Engine;
import dev.footnote.answer.Turn;
import dev.footnote.article.Article;
import dev.footnote.english.Sentence;
import dev.footnote.english.SentenceSplitter;
import dev.footnote.home.CannotStartException;
import dev.footnote.passage.ArticleSentences;
import dev.footnote.retrieval.RetrievedPassage;
import dev.footnote.verification.Verification;
import dev.langchain4j.data.message.ChatMessage;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Answers by the language models that are configured, each sentence checked against what it cites. Safe for use by
 * several threads.
 */
@Singleton
public class Generation {

    /** The engine that is the base profile, {@code footnote.llm.…} itself. */
    public static final String BASE = "llm";

    private static final Logger LOG = Logger.getLogger(Generation.class);

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /** Of a longer article, so many sentences spread over it are given for suggestions. */
    private static final int MOST_SENTENCES = 40;

    private static final int LONGEST_SUGGESTION = 120;

    /** Somebody waits for a page that is complete without a model's questions. */
    private static final Duration LONGEST_PROPOSING = Duration.ofSeconds(15);

    private static final Pattern SUGGESTION =
            Pattern.compile("^[^\\w\\[]*+\\[\\s*+(\\d{1,3})\\s*+]\\W*+(\\w.*\\?)[^\\w?]*+");

    /** A question made whole is seldom much longer than what it was made of. */
    private static final int LONGEST_CONDENSED = 500;

    private final Map<String, LanguageModel> models = new LinkedHashMap<>();
    private final Prompts prompts;
    private final ClaimCheck check;
    private final SentenceSplitter splitter = new SentenceSplitter();

    /** @throws CannotStartException if a profile cannot be used as it is configured */
    @Inject
    Generation(
            LanguageModelConfig config, Prompts prompts, Verification verification, MeterRegistry meters, Clock clock) {
        this(
                config,
                prompts,
                (claim, sentences) -> verification.verify(claim, null, sentences),
                meters,
                clock,
                Generation::breaker);
    }

    /** Makes the circuit breaker of a profile. */
    interface Breakers {
        Guard of(String profile, LanguageModelConfig.CircuitBreaker config);
    }

    Generation(
            LanguageModelConfig config,
            Prompts prompts,
            ClaimCheck check,
            MeterRegistry meters,
            Clock clock,
            Breakers breakers) {
        this.prompts = prompts;
        this.check = check;
        // Servers of models seldom speak HTTP/2 without TLS, and some stumble over the offer.
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
        profiles(config).forEach((name, profile) -> {
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

    /** Makes this bean at start, so that a setting that cannot be is told of then. */
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

    /** All that can answer, the one without a language model first. */
    public List<Engine> engines() {
        List<Engine> engines = new ArrayList<>();
        engines.add(new Engine(
                Answer.EXTRACTIVE, null, null, null, false, defaultEngine().equals(Answer.EXTRACTIVE)));
        models.forEach((name, model) -> {
            Profile profile = model.profile();
            engines.add(new Engine(
                    name,
                    profile.provider().toString(),
                    profile.model(),
                    profile.host(),
                    profile.isRemote(),
                    name.equals(defaultEngine())));
        });
        return engines;
    }

    /**
     * Begins to answer a question: from now on the model's timeout runs.
     *
     * @param engine for which {@link #has} holds
     */
    public Attempt begin(String engine) {
        LanguageModel model = models.get(engine);
        if (model == null) {
            throw new IllegalArgumentException("There is no language model \"" + engine + "\"");
        }
        return new Attempt(model);
    }

    /** What a model does for one question. For one thread. */
    public final class Attempt {

        private final LanguageModel model;
        private final Deadline deadline;

        private Attempt(LanguageModel model) {
            this.model = model;
            this.deadline = Deadline.in(model.profile().timeout());
        }

        /**
         * The question made whole, in at most half of the time.
         *
         * @return empty if it stands by itself, or if the model fails, of which the log tells
         */
        public Optional<String> condense(String question, List<Turn> turns) {
            if (turns.isEmpty()) {
                return Optional.empty();
            }
            try {
                String said = whole(model, prompts.condense(question, turns), deadline.halfWay());
                String line = said.strip().lines().reduce("", (first, last) -> last);
                String condensed = Fence.line(line).replaceAll("^[\"“'*_`]+|(?<![\"”'*_`])[\"”'*_`]+$", "");
                boolean differs = !condensed.isEmpty()
                        && condensed.length() <= LONGEST_CONDENSED
                        && !condensed.equalsIgnoreCase(question.strip());
                return differs ? Optional.of(condensed) : Optional.empty();
            } catch (ModelFailedException e) {
                failed(model, e.failure());
                return Optional.empty();
            }
        }

        /**
         * Answers.
         *
         * @param question as understood
         * @param turns the turns before it, the oldest first
         * @param passages what was found for it, the best first; at least one
         * @param sink told each sentence once it is checked, on the calling thread; reset where the outcome is no answer
         */
        public Outcome answer(String question, List<Turn> turns, List<RetrievedPassage> passages, AnswerSink sink) {
            Sources sources = Sources.of(passages);
            AnswerCheck answer = new AnswerCheck(sources, check, sink);
            Draft draft = new Draft(splitter);
            Outcome outcome;
            try {
                model.ask(prompts.answer(question, turns, sources), deadline, text -> {
                    List<DraftSentence> finished = draft.add(text);
                    if (draft.isRestarted()) {
                        answer.restart();
                    }
                    finished.forEach(answer::add);
                });
                draft.finish().forEach(answer::add);
                outcome = answer.outcome(draft.isMarked());
            } catch (ModelFailedException e) {
                outcome = new Outcome.Failed(e.failure());
            }
            if (outcome instanceof Outcome.Failed failed) {
                answer.restart();
                failed(model, failed.failure());
            }
            return outcome;
        }
    }

    /**
     * Questions that the default model proposes for an article; none if it is not configured or fails, of which only the
     * metrics tell.
     *
     * @param most how many are wanted
     */
    public List<Proposal> propose(Article article, int most) {
        LanguageModel model = models.get(BASE);
        if (model == null) {
            return List.of();
        }
        List<Sentence> sentences = spread(ArticleSentences.of(article));
        try {
            // More than wanted: not all of them will stand the test.
            List<ChatMessage> messages = prompts.suggest(2 * most, Sources.of(article, sentences));
            Duration timeout = model.profile().timeout();
            Duration wait = timeout.compareTo(LONGEST_PROPOSING) < 0 ? timeout : LONGEST_PROPOSING;
            String said = whole(model, messages, Deadline.in(wait));
            return said.lines()
                    .map(SUGGESTION::matcher)
                    .filter(Matcher::matches)
                    .flatMap(line -> proposal(line, sentences).stream())
                    .limit(4L * most)
                    .toList();
        } catch (ModelFailedException e) {
            model.meters().failed(e.failure());
            LOG.debugf(
                    "The language model \"%s\" suggests no questions: %s",
                    model.profile().name(), e.failure());
            return List.of();
        }
    }

    private static Optional<Proposal> proposal(Matcher line, List<Sentence> sentences) {
        int number = Integer.parseInt(line.group(1));
        String question = Fence.line(line.group(2)).replaceAll("[*_`]+", "");
        return number >= 1 && number <= sentences.size() && question.length() <= LONGEST_SUGGESTION
                ? Optional.of(new Proposal(question, sentences.get(number - 1)))
                : Optional.empty();
    }

    private static List<Sentence> spread(List<Sentence> sentences) {
        if (sentences.size() <= MOST_SENTENCES) {
            return sentences;
        }
        List<Sentence> spread = new ArrayList<>();
        for (int i = 0; i < MOST_SENTENCES; i++) {
            spread.add(sentences.get((int) ((long) i * sentences.size() / MOST_SENTENCES)));
        }
        return spread;
    }

    /** All that a model says, without what it thinks. */
    private static String whole(LanguageModel model, List<ChatMessage> messages, Deadline deadline)
            throws ModelFailedException {
        Thoughts thoughts = new Thoughts();
        StringBuilder said = new StringBuilder();
        Consumer<String> listener = text -> {
            String visible = thoughts.add(text);
            if (thoughts.isVoided()) {
                said.setLength(0);
            }
            said.append(visible);
        };
        model.ask(messages, deadline, listener);
        return said.append(thoughts.finish()).toString();
    }

    private static void failed(LanguageModel model, Failure failure) {
        model.meters().failed(failure);
        if (failure.isKnown()) {
            return;
        }
        LOG.warnf(
                "The language model \"%s\" at %s did not answer: %s. To mend it, %s.",
                model.profile().name(), model.profile().host(), failure.reason(), failure.remedy());
    }
}
