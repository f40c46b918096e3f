package dev.footnote.evaluation;

import dev.footnote.answer.Answer;
import dev.footnote.answer.Citation;
import dev.footnote.answer.Kind;
import dev.footnote.answer.Question;
import dev.footnote.application.Assistant;
import dev.footnote.article.Submission;
import dev.footnote.article.UnreadableArticleException;
import dev.footnote.ingestion.Ingestion;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Asks what people would ask of one article as any client would, and reports how well it was answered. */
@Singleton
public class AskedEvaluation {

    private final Assistant assistant;
    private final Ingestion ingestion;

    AskedEvaluation(Assistant assistant, Ingestion ingestion) {
        this.assistant = assistant;
        this.ingestion = ingestion;
    }

    /**
     * Asks every question once, of the set's article alone.
     *
     * @param progress receives how many are done, of how many
     * @throws IOException if the article's file cannot be read
     * @throws UnreadableArticleException if it cannot be an article
     */
    public AskedReport run(AskedSet set, BiConsumer<Integer, Integer> progress)
            throws IOException, UnreadableArticleException {
        String name = set.article().getFileName().toString();
        String id = ingestion
                .add(new Submission(name, Files.readAllBytes(set.article()), null))
                .article()
                .id();
        List<AskedReport.AskedOutcome> outcomes = new ArrayList<>();
        for (AskedItem item : set.items()) {
            Answer answer = assistant.ask(new Question(
                    item.question(), Question.newConversationId(), List.of(id), null, null, item.turns(), null));
            outcomes.add(judge(item, answer));
            progress.accept(outcomes.size(), set.items().size());
        }
        return new AskedReport(set.name(), outcomes);
    }

    private static AskedReport.AskedOutcome judge(AskedItem item, Answer answer) {
        List<String> citations =
                answer.citations().stream().map(Citation::citedText).toList();
        boolean answered = answer.kind() == Kind.ANSWER || answer.kind() == Kind.SUMMARY;
        AskedJudgement judged = answered
                ? AskedJudgement.of(item, answer.answerText(), citations)
                : new AskedJudgement(false, false, false);
        boolean closest = !answered && item.isAnswerable() && AskedJudgement.isCitedRight(item, citations);
        return new AskedReport.AskedOutcome(item, answer, answered, judged, closest);
    }
}
