package dev.footnote.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footnote.answer.Answer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Asks the server that owns the data folder, through the same API as everyone. */
class RunningServer {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI address;

    RunningServer(URI address) {
        this.address = address;
    }

    /**
     * Asks a question.
     *
     * @throws IOException if the server refuses it or cannot be reached; the message says why
     */
    Answer ask(String question) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/api/v1/ask"))
                .timeout(LONGEST)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("question", question))))
                .build();
        try {
            HttpResponse<String> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("The running server at " + address + " answered " + response.statusCode() + ": "
                        + JSON.readTree(response.body()).path("detail").asText(response.body()));
            }
            return JSON.readValue(response.body(), Answer.class);
        } catch (ConnectException e) {
            throw new IOException(
                    "The running server at " + address + " cannot be reached. Stop it or wait for it, then ask again.",
                    e);
        }
    }
}
