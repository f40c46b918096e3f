package dev.footnote.application;

import dev.footnote.answer.Citation;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is known of an article without a question.
 *
 * @param summary two of its sentences that stand for it, each a footnote to itself; empty until it is ready
 * @param suggestedQuestions questions it answers; empty until it is ready
 */
public record Description(List<Citation> summary, List<String> suggestedQuestions) {

    public Description {
        summary = List.copyOf(summary);
        suggestedQuestions = List.copyOf(suggestedQuestions);
    }

    /** The summary without its footnotes. */
    public String summaryText() {
        return summary.stream().map(Citation::citedText).collect(Collectors.joining(" "));
    }
}
