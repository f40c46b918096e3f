package dev.footnote.evaluation.fit;

import dev.footnote.evaluation.AskedSet;
import dev.footnote.evaluation.ClaimSet;
import dev.footnote.evaluation.ClaimTrial;
import dev.footnote.evaluation.QuestionSet;
import dev.footnote.model.Judging;
import dev.footnote.model.PassageScores;
import dev.footnote.reading.SentenceReading;
import dev.footnote.reading.WordEncoding;
import dev.footnote.verification.ClaimSigns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Makes claims of the question sets of a folder, and reads each over its sentence. */
final class ClaimCases {

    private static final String OWN_TEXTS = "reading-dev.json";

    /** Of the claims over many texts every third is used: they are all of one kind. */
    private static final int ONE_OF = 3;

    /** Kinds of which there are few. */
    private static final Set<String> RARE = Set.of("passive", "role", "unit");

    private final SentenceReading reader;
    private final Judging judge;
    private final WordEncoding encoding;

    ClaimCases(SentenceReading reader, Judging judge, WordEncoding encoding) {
        this.reader = reader;
        this.judge = judge;
        this.encoding = encoding;
    }

    /**
     * The samples.
     *
     * @param folder that of the question sets
     * @param examples that of more of them; none if it is not there
     * @param written the file of claims that people wrote
     * @throws IOException if a set cannot be read; the message says which
     */
    List<ClaimFit.Sample> of(Path folder, Path examples, Path written, Consumer<String> progress) throws IOException {
        List<ClaimTrial> trials = new ArrayList<>();
        List<AskedSet> asked = new ArrayList<>();
        addAsked(folder, asked);
        if (Files.isDirectory(examples)) {
            addAsked(examples, asked);
        }
        trials.addAll(ClaimSet.made(asked).trials());
        Path ownTexts = folder.resolve(OWN_TEXTS);
        if (Files.exists(ownTexts)) {
            List<ClaimTrial> made = ClaimSet.made(QuestionSet.read(ownTexts)).trials();
            for (int i = 0; i < made.size(); i++) {
                if (i % ONE_OF == 0 || RARE.contains(made.get(i).kind())) {
                    trials.add(made.get(i));
                }
            }
        }
        progress.accept("reading " + trials.size() + " claims");
        List<ClaimFit.Sample> samples =
                new ArrayList<>(samples(withOthers(ClaimSet.written(written).trials()), true));
        samples.addAll(samples(trials, false));
        return samples;
    }

    private static void addAsked(Path folder, List<AskedSet> asked) throws IOException {
        for (Path file : AskedSet.filesIn(folder)) {
            asked.add(AskedSet.read(file, AskedSet.requiredArticleOf(file)));
        }
    }

    /** With each right claim over a sentence about something else, of its own article and of another. */
    private static List<ClaimTrial> withOthers(List<ClaimTrial> written) {
        List<ClaimTrial> all = new ArrayList<>(written);
        for (int i = 0; i < written.size(); i++) {
            ClaimTrial trial = written.get(i);
            if (trial.supported()) {
                for (boolean same : List.of(true, false)) {
                    int from = i + written.size() / 3;
                    Stream.iterate(from, each -> each + 1)
                            .limit(written.size())
                            .map(each -> written.get(each % written.size()))
                            .filter(other -> other.textId().equals(trial.textId()) == same
                                    && !other.evidence().equals(trial.evidence()))
                            .findFirst()
                            .ifPresent(other -> all.add(new ClaimTrial(
                                    trial.id() + (same ? "-elsewhere" : "-foreign"),
                                    same ? "elsewhere" : "foreign",
                                    trial.claim(),
                                    null,
                                    other.evidence(),
                                    false,
                                    trial.textId())));
                }
            }
        }
        return all;
    }

    /** The signs of claims, each with what is right. */
    List<ClaimFit.Sample> samples(List<ClaimTrial> trials, boolean written) {
        List<ClaimFit.Sample> samples = new ArrayList<>();
        for (ClaimTrial trial : trials) {
            PassageScores scores = reader.score(trial.claim(), List.of(""), List.of(trial.evidence()))
                    .get(0);
            if (scores.size() > 0) {
                samples.add(new ClaimFit.Sample(
                        trial,
                        ClaimSigns.of(
                                trial.claim(),
                                trial.evidence(),
                                scores,
                                judge.judge(trial.claim(), trial.evidence()),
                                encoding.encodeWords(List.of(trial.claim(), trial.evidence()))),
                        written));
            }
        }
        return samples;
    }
}
