package dev.footnote.generation;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.util.List;
import java.util.Map;

/** Makes the client that a profile asks for. */
final class ChatModels {

    /** Ollama's own default is so short that it would cut the sentences off without a word. */
    private static final int OLLAMA_CONTEXT = 8_192;

    private ChatModels() {}

    static StreamingChatModel of(Profile profile, HttpClientBuilder http, ChatModelListener listener) {
        return switch (profile.provider()) {
            case NONE -> throw new IllegalArgumentException("The profile " + profile.name() + " has no provider");
            case OPENAI -> openAi(profile, http, listener);
            case OLLAMA ->
                OllamaStreamingChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(profile.baseUrl().toString())
                        .modelName(profile.model())
                        .temperature(profile.temperature())
                        .numPredict(profile.maxTokens())
                        .numCtx(OLLAMA_CONTEXT + profile.maxTokens())
                        .timeout(profile.timeout())
                        .customHeaders(
                                profile.apiKey() == null
                                        ? Map.of()
                                        : Map.of("Authorization", "Bearer " + profile.apiKey()))
                        .listeners(List.of(listener))
                        .build();
            case ANTHROPIC ->
                AnthropicStreamingChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(profile.baseUrl().toString())
                        .apiKey(profile.apiKey())
                        .modelName(profile.model())
                        .temperature(profile.temperature())
                        .maxTokens(profile.maxTokens())
                        .timeout(profile.timeout())
                        .listeners(List.of(listener))
                        .build();
        };
    }

    private static StreamingChatModel openAi(Profile profile, HttpClientBuilder http, ChatModelListener listener) {
        OpenAiStreamingChatModel.OpenAiStreamingChatModelBuilder builder = OpenAiStreamingChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(profile.baseUrl().toString())
                .apiKey(profile.apiKey())
                .modelName(profile.model())
                .temperature(profile.temperature())
                .timeout(profile.timeout())
                .listeners(List.of(listener));
        // OpenAI's newer models know only the new name of this setting, other servers only the old one.
        return profile.host().equals(Provider.OPENAI.address().getHost())
                ? builder.maxCompletionTokens(profile.maxTokens()).build()
                : builder.maxTokens(profile.maxTokens()).build();
    }
}
