package dev.footnote.answer;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reply to a question, with its citations. Every door renders this one object.
 *
 * @param messageId names this answer, for feedback and for links
 * @param conversationId ties it to the turns before it
 * @param question as it was typed, trimmed
 * @param questionUnderstood the question as it was completed or respelt, where that differs from what was typed
 * @param kind what sort of thing is said
 * @param form how it is put; null for a refusal, for chat and for answers kept by earlier versions
 * @param answer {@code answerText} with a marker such as {@code  [1]} after each piece that a citation supports
 * @param answerText what is said, without markers
 * @param answerable whether the article answers: true for an answer and a summary
 * @param reason why not; null unless a refusal
 * @param certainty in a word; null for a summary and for chat
 * @param confidence the calibrated probability that the answer is right, in a refusal that something was missed; null
 *     for a summary, for chat and for an LLM's answer
 * @param engine which engine spoke: {@code extractive}, {@code llm} or a profile's name
 * @param degraded whether the engine asked for failed and the extractive one answered in its place
 * @param claims the parts of the answer that can be right or wrong by themselves
 * @param citations the footnotes, by index
 * @param suggestedQuestions what can be asked next; the articles answer each
 * @param warnings sentences that a reader should see beside the answer
 * @param timings where the time went
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Answer(
        String messageId,
        String conversationId,
        String question,
        @Nullable String questionUnderstood,
        Kind kind,
        @Nullable Form form,
        String answer,
        String answerText,
        boolean answerable,
        @Nullable Reason reason,
        @Nullable Certainty certainty,
        @Nullable Double confidence,
        String engine,
        boolean degraded,
        List<Claim> claims,
        List<Citation> citations,
        List<String> suggestedQuestions,
        List<String> warnings,
        @JsonProperty("timings_ms") Timings timings) {

    /** The name of the engine that answers without an LLM. */
    public static final String EXTRACTIVE = "extractive";

    public Answer {
        claims = List.copyOf(claims);
        citations = List.copyOf(citations);
        suggestedQuestions = List.copyOf(suggestedQuestions);
        warnings = List.copyOf(warnings);
        if ((kind == Kind.REFUSAL || kind == Kind.CHAT) && form != null) {
            throw new IllegalArgumentException("A refusal and talk have no form");
        }
        if ((kind == Kind.REFUSAL) != (reason != null)) {
            throw new IllegalArgumentException("A refusal, and nothing else, has a reason");
        }
    }

    /** The same with other citations. */
    public Answer citing(List<Citation> others) {
        return new Answer(
                messageId,
                conversationId,
                question,
                questionUnderstood,
                kind,
                form,
                answer,
                answerText,
                answerable,
                reason,
                certainty,
                confidence,
                engine,
                degraded,
                claims,
                others,
                suggestedQuestions,
                warnings,
                timings);
    }

    /**
     * Where the time went, in whole milliseconds.
     *
     * @param retrieve finding passages
     * @param read reading them
     * @param total from the question to the answer
     */
    public record Timings(long retrieve, long read, long total) {}
}
