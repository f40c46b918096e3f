package dev.footnote.description;

import dev.footnote.engine.Evidence;
import java.util.List;

/**
 * What is known of an article without a question.
 *
 * @param summary two of its sentences that stand for it
 * @param suggestedQuestions questions it answers
 */
public record ArticleDescription(List<Evidence> summary, List<String> suggestedQuestions) {

    /** The description of an article that cannot be asked yet. */
    public static final ArticleDescription NONE = new ArticleDescription(List.of(), List.of());

    public ArticleDescription {
        summary = List.copyOf(summary);
        suggestedQuestions = List.copyOf(suggestedQuestions);
    }
}
