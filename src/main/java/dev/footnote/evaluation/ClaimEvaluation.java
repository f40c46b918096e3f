package dev.footnote.evaluation;

import dev.footnote.answer.Support;
import dev.footnote.article.Library;
import dev.footnote.verification.Verdict;
import dev.footnote.verification.Verification;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Checks claims against their sentences and reports how well right and wrong ones were distinguished. */
@Singleton
public class ClaimEvaluation {

    private final Verification verification;
    private final Library library;

    ClaimEvaluation(Verification verification, Library library) {
        this.verification = verification;
        this.library = library;
    }

    /**
     * Weighs every claim of a file once; see {@link ClaimSet#read}.
     *
     * @param progress receives how many are done, of how many
     * @throws IOException if the file cannot be read or holds no claims
     */
    public ClaimReport run(Path file, BiConsumer<Integer, Integer> progress) throws IOException {
        ClaimSet set = ClaimSet.read(file, library);
        List<ClaimReport.ClaimOutcome> outcomes = new ArrayList<>();
        for (ClaimTrial trial : set.trials()) {
            Verdict verdict = verification.verify(trial.claim(), List.of(trial.evidence()));
            outcomes.add(new ClaimReport.ClaimOutcome(
                    trial, verdict.support() == Support.SUPPORTED, verdict.score(), verdict.instead()));
            progress.accept(outcomes.size(), set.trials().size());
        }
        return new ClaimReport(outcomes);
    }
}
