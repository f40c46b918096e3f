package dev.footnote.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footnote.answer.Answer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Asks the server that owns the data folder, through the same API as everyone. */
class RunningServer implements AnswerSource {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;

    RunningServer(URI address) {
        this.address = address;
    }

    @Override
    public Answer ask(String question, String conversationId) throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(Map.of("question", question, "conversation_id", conversationId));
        return JSON.readValue(
                send(request("/api/v1/ask")
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))),
                Answer.class);
    }

    @Override
    public String textOf(String articleId) throws IOException, InterruptedException {
        return send(request("/api/v1/articles/" + articleId + "/content"));
    }

    @Override
    public Map<String, String> titles() throws IOException, InterruptedException {
        Map<String, String> titles = new LinkedHashMap<>();
        for (JsonNode article : JSON.readTree(send(request("/api/v1/articles"))).path("articles")) {
            titles.put(article.path("id").asText(), article.path("title").asText());
        }
        return titles;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(LONGEST);
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("The running server at " + address + " answered " + response.statusCode() + ": "
                        + JSON.readTree(response.body()).path("detail").asText(response.body()));
            }
            return response.body();
        } catch (ConnectException e) {
            throw new IOException(
                    "The running server at " + address + " cannot be reached. Stop it or wait for it, then ask again.",
                    e);
        }
    }
}
