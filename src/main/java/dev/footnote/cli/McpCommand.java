package dev.footnote.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footnote.home.DataFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lets an assistant that starts its tools as processes use Footnote: one message of the protocol a line, in and out. */
@Command(
        name = "mcp",
        mixinStandardHelpOptions = true,
        description =
                "Speaks the Model Context Protocol over standard input and output, for an assistant that starts this"
                        + " command. Passes each message on to the running server, or to one of its own if there is none.")
class McpCommand implements Callable<Integer> {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Integer call() throws IOException, InterruptedException {
        // What else prints to the standard output would be taken for a message.
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        Optional<URI> server = DataFolder.runningServer(ConfiguredFolder.data());
        return server.isPresent()
                ? pass(server.get(), out)
                : InProcess.withItsServer(application -> pass(InProcess.ownServer(), out));
    }

    private static int pass(URI server, PrintStream out) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(LONGEST)
                .build();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (!line.isBlank()) {
                String answer = answer(client, server.resolve("/mcp"), line);
                if (!answer.isBlank()) {
                    out.println(answer);
                }
            }
        }
        return ExitCode.OK;
    }

    private static String answer(HttpClient client, URI address, String message) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(LONGEST)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(message))
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            return response.statusCode() < 300 || type.startsWith("application/json")
                    ? response.body()
                    : failure(message, "The running server at " + address + " answered " + response.statusCode() + ".");
        } catch (IOException e) {
            return failure(message, "The running server at " + address + " cannot be reached.");
        }
    }

    /** An error in the form of the protocol; empty where the message expects no answer. */
    private static String failure(String message, String why) {
        JsonNode id;
        try {
            id = JSON.readTree(message).get("id");
        } catch (JsonProcessingException e) {
            return "";
        }
        if (id == null) {
            return "";
        }
        ObjectNode answer = JSON.createObjectNode().put("jsonrpc", "2.0");
        answer.set("id", id);
        answer.putObject("error").put("code", -32_603).put("message", why);
        return answer.toString();
    }
}
