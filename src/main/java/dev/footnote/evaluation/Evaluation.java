package dev.footnote.evaluation;

import dev.footnote.answer.Answer;
import dev.footnote.answer.Certainty;
import dev.footnote.answer.Citation;
import dev.footnote.answer.Form;
import dev.footnote.answer.Kind;
import dev.footnote.answer.Question;
import dev.footnote.answer.Turn;
import dev.footnote.application.Assistant;
import dev.footnote.article.Article;
import dev.footnote.article.Library;
import dev.footnote.article.UnreadableArticleException;
import dev.footnote.ingestion.Ingestion;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Asks a question set as any client would, and reports how well it was answered. */
@Singleton
public class Evaluation {

    private final Assistant assistant;
    private final Ingestion ingestion;
    private final Library library;

    Evaluation(Assistant assistant, Ingestion ingestion, Library library) {
        this.assistant = assistant;
        this.ingestion = ingestion;
        this.library = library;
    }

    /**
     * Asks every question once, after the set's own articles were added.
     *
     * @param afterAnother whether a question that stands alone is asked after another one of the set with its answer,
     *     from the other half of it: what came before should not matter to it
     * @param progress receives how many are done, of how many
     * @throws UnreadableArticleException if one of the set's own texts cannot be an article
     */
    public Report run(QuestionSet set, boolean afterAnother, BiConsumer<Integer, Integer> progress)
            throws UnreadableArticleException {
        Map<String, String> ids = set.addTo(ingestion);
        List<TrialOutcome> outcomes = new ArrayList<>();
        for (Trial trial : set.trials()) {
            List<Turn> turns = trial.turns().isEmpty() && afterAnother ? set.unrelatedTo(trial) : trial.turns();
            Answer answer = assistant.ask(Question.after(turns, trial.question()));
            outcomes.add(judge(trial, answer, ids.getOrDefault(trial.articleId(), "")));
            progress.accept(outcomes.size(), set.trials().size());
        }
        return new Report(outcomes);
    }

    private TrialOutcome judge(Trial trial, Answer answer, String articleId) {
        boolean said = answer.kind() == Kind.ANSWER || answer.kind() == Kind.SUMMARY;
        String text = said ? answer.answerText() : "";
        boolean right =
                switch (trial.kind()) {
                    case "overview" -> answer.kind() == Kind.SUMMARY;
                    case "chat" -> answer.kind() == Kind.CHAT;
                    default -> said && isRight(trial, answer.form(), text);
                };
        boolean met = answer.citations().stream()
                .anyMatch(citation ->
                        (articleId.isEmpty() || citation.documentId().equals(articleId))
                                && (trial.evidence().isEmpty()
                                        || Judgement.meetsEvidence(citation.citedText(), trial.evidence())));
        int offsetErrors = (int) answer.citations().stream()
                .filter(citation -> !isTrue(citation))
                .count();
        return new TrialOutcome(
                trial,
                answer,
                text,
                right,
                said && met,
                !said && met && trial.isAnswerable(),
                said ? Judgement.exactMatch(text, trial.answers()) : 0,
                said ? Judgement.f1(text, trial.answers()) : 0,
                offsetErrors);
    }

    private static boolean isRight(Trial trial, @Nullable Form form, String text) {
        return switch (trial.kind()) {
            case "multi" -> Judgement.hasAll(text, form, trial.answers());
            case "yesno" -> Judgement.beginsWith(text, trial.answers());
            default -> Judgement.isRight(text, form, trial.answers());
        };
    }

    private boolean isTrue(Citation citation) {
        return library.find(citation.documentId())
                .map(Article::text)
                .filter(text -> text.length() >= citation.endCharIndex()
                        && text.substring(citation.startCharIndex(), citation.endCharIndex())
                                .equals(citation.citedText()))
                .isPresent();
    }

    /**
     * What came of a question.
     *
     * @param trial the question
     * @param answer what was said
     * @param said its text; empty for a refusal
     * @param right whether that is right
     * @param cited whether a footnote meets the evidence, or the right article where there is no finer evidence
     * @param missed whether a refusal's closest sentence would have been the right footnote
     * @param exactMatch 1 or 0
     * @param f1 0 to 1
     * @param offsetErrors footnotes whose text is not what stands at their place
     */
    record TrialOutcome(
            Trial trial,
            Answer answer,
            String said,
            boolean right,
            boolean cited,
            boolean missed,
            double exactMatch,
            double f1,
            int offsetErrors) {

        boolean isRefused() {
            return answer.kind() == Kind.REFUSAL;
        }

        boolean isSummaryOrSmallTalk() {
            return answer.kind() == Kind.SUMMARY || answer.kind() == Kind.CHAT;
        }

        boolean isStated() {
            return answer.certainty() == Certainty.STATED;
        }

        /** Whether what was said is as it should be; a refusal should meet what the article does not say. */
        boolean isGood() {
            if (!trial.asksForAnswer()) {
                return right;
            }
            return trial.isAnswerable() ? right && cited : isRefused();
        }
    }
}
