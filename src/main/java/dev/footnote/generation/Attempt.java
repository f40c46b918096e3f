package dev.footnote.generation;

import dev.footnote.answer.Turn;
import dev.footnote.engine.Listener;
import dev.footnote.english.SentenceSplitter;
import dev.footnote.home.Stage;
import dev.footnote.retrieval.RetrievedPassage;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** What a language model does for one question; its timeout runs from the beginning. For one thread. */
final class Attempt {

    private static final Logger LOG = Logger.getLogger(Attempt.class);

    /** A question made whole is seldom much longer than what it was made of. */
    private static final int LONGEST_CONDENSED = 500;

    private final LanguageModel model;
    private final Prompts prompts;
    private final ClaimCheck check;
    private final SentenceSplitter splitter = new SentenceSplitter();
    private final Deadline deadline;

    private Attempt(LanguageModel model, Prompts prompts, ClaimCheck check) {
        this.model = model;
        this.prompts = prompts;
        this.check = check;
        this.deadline = Deadline.in(model.profile().timeout());
    }

    /** Begins: from now on the model's timeout runs. */
    static Attempt begin(LanguageModel model, Prompts prompts, ClaimCheck check) {
        return new Attempt(model, prompts, check);
    }

    /**
     * The question made whole, in at most half of the time.
     *
     * @return empty if it stands by itself, or if the model fails, which is logged
     */
    public Optional<String> condense(String question, List<Turn> turns) {
        if (turns.isEmpty()) {
            return Optional.empty();
        }
        try (Stage stage = Stage.begin("condense")) {
            stage.with("model", model.profile().name());
            String said = model.whole(prompts.condense(question, turns), deadline.halfWay());
            String line = said.strip().lines().reduce("", (first, last) -> last);
            String condensed = Fence.line(line).replaceAll("^[\"“'*_`]+|(?<![\"”'*_`])[\"”'*_`]+$", "");
            boolean differs = !condensed.isEmpty()
                    && condensed.length() <= LONGEST_CONDENSED
                    && !condensed.equalsIgnoreCase(question.strip());
            return differs ? Optional.of(condensed) : Optional.empty();
        } catch (ModelFailedException e) {
            failed(e.failure());
            return Optional.empty();
        }
    }

    /**
     * Answers.
     *
     * @param question as understood
     * @param turns the turns before it, the oldest first
     * @param passages what was found for it, the best first; at least one
     * @param listener receives each sentence once it is checked, on the calling thread; reset where the outcome is no answer
     */
    public Outcome answer(String question, List<Turn> turns, List<RetrievedPassage> passages, Listener listener) {
        NumberedSentences sources = NumberedSentences.of(passages);
        AnswerCheck answer = new AnswerCheck(sources, check, listener);
        AnswerDraft draft = new AnswerDraft(splitter);
        Outcome outcome;
        try (Stage stage = Stage.begin("generate")) {
            stage.with("model", model.profile().name()).with("passages", passages.size());
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
            failed(failed.failure());
        }
        return outcome;
    }

    private void failed(Failure failure) {
        model.meters().failed(failure);
        if (failure.isKnown()) {
            return;
        }
        LOG.warnf(
                "The language model \"%s\" at %s did not answer: %s. To mend it, %s.",
                model.profile().name(), model.profile().host(), failure.reason(), failure.remedy());
    }
}
