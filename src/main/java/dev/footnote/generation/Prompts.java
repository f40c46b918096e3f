package dev.footnote.generation;

import dev.footnote.answer.Turn;
import dev.footnote.home.Home;
import dev.langchain4j.data.message.ChatMessage;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The prompts that are sent to a language model, filled in. Safe for use by several threads. */
@Singleton
class Prompts {

    /** What a model writes where the sentences do not answer the question. */
    static final String REFUSAL = "NOT_IN_ARTICLE";

    private final PromptFile answer;
    private final PromptFile condense;
    private final PromptFile suggest;

    Prompts(Home home, Clock clock) {
        Path folder = home.prompts();
        answer = new PromptFile(
                folder, "answer", Set.of("sentences", "question"), Set.of("conversation", "code", "refusal"), clock);
        condense = new PromptFile(folder, "condense", Set.of("conversation", "question"), Set.of("code"), clock);
        suggest = new PromptFile(folder, "suggest", Set.of("sentences", "count"), Set.of("code"), clock);
    }

    List<ChatMessage> answer(String question, List<Turn> turns, NumberedSentences sources) {
        Fence fence = Fence.random();
        return answer.messages(Map.of(
                "sentences", fence.around("sentences", sources.lines()),
                "question", fence.around("question", Fence.line(question)),
                "conversation", turns.isEmpty() ? "" : fence.around("conversation", lines(turns)),
                "code", fence.code(),
                "refusal", REFUSAL));
    }

    List<ChatMessage> condense(String question, List<Turn> turns) {
        Fence fence = Fence.random();
        return condense.messages(Map.of(
                "conversation", fence.around("conversation", lines(turns)),
                "question", fence.around("question", Fence.line(question)),
                "code", fence.code()));
    }

    List<ChatMessage> suggest(int count, NumberedSentences sources) {
        Fence fence = Fence.random();
        return suggest.messages(Map.of(
                "sentences", fence.around("sentences", sources.lines()),
                "count", String.valueOf(count),
                "code", fence.code()));
    }

    private static String lines(List<Turn> turns) {
        StringBuilder lines = new StringBuilder();
        for (Turn turn : turns) {
            lines.append("Question: ").append(Fence.line(turn.question())).append('\n');
            if (!turn.said().isBlank()) {
                lines.append("Answer: ").append(Fence.line(turn.said())).append('\n');
            }
        }
        return lines.toString();
    }
}
