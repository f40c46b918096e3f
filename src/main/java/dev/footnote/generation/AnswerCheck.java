package dev.footnote.generation;

import dev.footnote.answer.Certainty;
import dev.footnote.answer.Support;
import dev.footnote.engine.CheckedSentence;
import dev.footnote.engine.Evidence;
import dev.footnote.engine.Listener;
import dev.footnote.english.AbsenceStatement;
import dev.footnote.home.Stage;
import dev.footnote.verification.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Checks the sentences of one answer as they come. Sentences are held back until the first one that is supported, so
 * that an answer of which nothing is supported, or only in part, is never shown. For one thread.
 */
final class AnswerCheck {

    /** A model that cites more for one sentence does not choose. */
    private static final int MOST_CITED = 5;

    private static final Pattern REFUSAL = Pattern.compile("\\bNOT[ _\\\\]{1,2}IN[ _\\\\]{1,2}ARTICLE\\b");

    private final NumberedSentences sources;
    private final ClaimCheck check;
    private final Listener listener;

    private final List<CheckedSentence> held = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private boolean saying;
    private boolean allSupported = true;
    private boolean allRefuse = true;
    private int sentences;
    private boolean refused;

    AnswerCheck(NumberedSentences sources, ClaimCheck check, Listener listener) {
        this.sources = sources;
        this.check = check;
        this.listener = listener;
    }

    /** Whether there is nothing more to hear: the model began by saying that there is no answer. */
    boolean isSettled() {
        return refused && !saying;
    }

    void add(DraftSentence draft) {
        if (isSettled()) {
            return;
        }
        if (REFUSAL.matcher(draft.text()).find()) {
            refused = true;
            return;
        }
        sentences++;
        CheckedSentence checked = checked(draft);
        allSupported &= checked.support() == Support.SUPPORTED;
        allRefuse &= AbsenceStatement.isOne(draft.plain());
        if (saying) {
            listener.say(checked);
        } else if (checked.support() == Support.SUPPORTED) {
            saying = true;
            held.forEach(listener::say);
            listener.say(checked);
        } else {
            held.add(checked);
        }
    }

    /** Voids what was passed on so far, since it was no answer. */
    void restart() {
        if (saying) {
            listener.reset();
        }
        held.clear();
        warnings.clear();
        saying = false;
        allSupported = true;
        allRefuse = true;
        sentences = 0;
        refused = false;
    }

    /** @param marked whether the model marked anything at all */
    Outcome outcome(boolean marked) {
        if (saying) {
            if (refused) {
                warnings.add("The language model found no answer to a part of the question.");
            }
            return new Outcome.Answered(allSupported ? Certainty.STATED : Certainty.LIKELY, warnings);
        }
        if (refused || (sentences > 0 && allRefuse)) {
            return new Outcome.NotFound();
        }
        if (sentences == 0) {
            return new Outcome.Failed(Failure.EMPTY);
        }
        return marked ? new Outcome.Unverified() : new Outcome.Failed(Failure.NO_CITATIONS);
    }

    private CheckedSentence checked(DraftSentence draft) {
        List<Integer> given = draft.numbers().stream()
                .filter(number -> sources.find(number).isPresent())
                .limit(MOST_CITED)
                .toList();
        if (given.isEmpty()) {
            return new CheckedSentence(draft.before(), draft.text(), Support.UNSUPPORTED, 0, List.of());
        }
        String claim = draft.plain();
        Verdict together = verify(claim, given.stream().sorted().toList());
        List<Evidence> evidence = given.stream()
                .map(number -> evidence(number, given.size() == 1 ? together : verify(claim, List.of(number))))
                .toList();
        if (together.support() == Support.UNSUPPORTED) {
            warnings.add(unsupported(claim, together));
        }
        return new CheckedSentence(draft.before(), draft.text(), together.support(), together.score(), evidence);
    }

    private Verdict verify(String claim, List<Integer> numbers) {
        try (Stage stage = Stage.begin("verify")) {
            stage.with("sentences", numbers.size());
            return check.verify(
                    claim,
                    numbers.stream()
                            .flatMap(number -> sources.find(number).stream())
                            .map(NumberedSentence::text)
                            .toList());
        }
    }

    private Evidence evidence(int number, Verdict verdict) {
        NumberedSentence source = sources.find(number).orElseThrow();
        return new Evidence(
                source.article(),
                source.sentence().span(),
                null,
                source.sentence().paragraph(),
                verdict.score(),
                verdict.support(),
                verdict.score());
    }

    private static String unsupported(String claim, Verdict verdict) {
        String instead = verdict.instead();
        return "What it cites does not support: \"" + claim + "\""
                + (instead == null
                        ? ""
                        : " It says: \"" + instead.replaceAll("\\s+", " ").strip() + "\"");
    }
}
