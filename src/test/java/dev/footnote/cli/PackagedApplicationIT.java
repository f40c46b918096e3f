package dev.footnote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footnote.NodeProject;
import dev.footnote.TownClock;
import java.io.IOException;
import java.io.Writer;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged application as a newcomer runs it: processes of their own, {@code java -jar quarkus-run.jar …}, each in
 * a home folder made for it. One server runs for all cases that need one and leave it as it is.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackagedApplicationIT {

    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final Path JAR = PROJECT.resolve("target/quarkus-app/quarkus-run.jar");
    private static final Path SCRIPT = PROJECT.resolve("target/footnote");
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /** Only ends what hangs. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** The articles that the servers of these tests start with. */
    private static final Path SEEDS = PROJECT.resolve("src/test/resources/seeds");

    private static final String QUESTION = TownClock.QUESTION;

    private static final String LIGHTHOUSE =
            """
            The lighthouse of Marlow Point was built in 1871. Its first keeper was Edith Crane.

            In winter the road to the lighthouse is closed.
            """;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Path folder;
    private final Path home;
    private final Server server;

    PackagedApplicationIT(@TempDir Path folder) throws Exception {
        this.folder = folder;
        this.home = home(folder, "shared");
        this.server = Server.start(JAVA, home);
    }

    @AfterAll
    void stopServer() {
        server.close();
    }

    @Test
    void serverSaysWhereItIsAndAnswersThere() throws Exception {
        String url = server.address.toString();
        assertThat(server.out().strip().lines())
                .endsWith(
                        "Footnote is ready: " + url,
                        "  curl -s -H 'Accept: text/plain' '" + url + "/api/v1/ask?q=what+is+this+about'",
                        "Stop it with Ctrl+C.");
        assertThat(JSON.readTree(server.get("/q/health/ready")).path("status").asText())
                .isEqualTo("UP");
        assertThat(server.ask(Map.of("question", QUESTION)).path("answer").asText())
                .isEqualTo(TownClock.NOTED_ANSWER);
    }

    @Test
    void askUsesTheServerThatOwnsTheFolder() throws Exception {
        EndedProcess ended = run(home, "ask", QUESTION);
        assertThat(ended.err).isEmpty();
        assertThat(ended.code).isZero();
        assertThat(ended.out)
                .startsWith(TownClock.NOTED_ANSWER)
                .contains("[1] " + TownClock.ANSWER_SENTENCE)
                .doesNotContain("\u001b");
    }

    /** The server is asked by another process, which ends when nothing more is said to it. */
    @Test
    void anAssistantSpeaksToTheRunningServerLineByLine() throws Exception {
        Path out = folder.resolve("mcp-out.txt");
        Path err = folder.resolve("mcp-err.txt");
        Process process = new Command(home).start(out, err, "mcp");
        try {
            try (Writer in = process.outputWriter(StandardCharsets.UTF_8)) {
                in.write(
                        """
                        {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18"}}
                        {"jsonrpc":"2.0","method":"notifications/initialized"}

                        {
                        {"jsonrpc":"2.0","id":"two","method":"tools/call","params":{"name":"ask_article","arguments":{"question":"%s"}}}
                        """
                                .formatted(QUESTION));
            }
            assertThat(process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS))
                    .as(() -> "The command does not end.")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        List<String> said = Files.readAllLines(out);
        assertThat(said).as(Files.readString(err)).hasSize(3);
        assertThat(JSON.readTree(said.get(0)).at("/result/serverInfo/name").asText())
                .isEqualTo("footnote");
        assertThat(JSON.readTree(said.get(1)).at("/error/code").asInt()).isEqualTo(-32_700);
        JsonNode asked = JSON.readTree(said.get(2));
        assertThat(asked.get("id").asText()).isEqualTo("two");
        assertThat(asked.at("/result/structuredContent/answer").asText()).isEqualTo(TownClock.NOTED_ANSWER);
        assertThat(process.exitValue()).isZero();
        // It was the server that answered: it knows the conversation.
        assertThat(server.get("/api/v1/conversations/"
                        + asked.at("/result/structuredContent/conversation_id").asText()))
                .contains(TownClock.NOTED_ANSWER);
    }

    @Test
    void theOfficialClientStartsACommandThatBringsItsOwnServer() throws Exception {
        Path alone = home(folder, "assistant");
        JsonNode seen = JSON.readTree(NodeProject.run(
                "mcp.mjs",
                QUESTION,
                "stdio",
                JAVA.toString(),
                "-Dfootnote.home=" + alone,
                "-Dquarkus.http.port=0",
                "-jar",
                JAR.toString(),
                "mcp"));
        assertThat(seen.at("/server/name").asText()).isEqualTo("footnote");
        assertThat(seen.get("tools")).hasSize(3);
        assertThat(seen.get("asked").asText()).startsWith(TownClock.NOTED_ANSWER);
        assertThat(seen.get("passage").asText()).isEqualTo(seen.get("cited").asText());
    }

    @Test
    void whatTheArticleDoesNotSayEndsWith1() throws Exception {
        EndedProcess ended = run(home, "ask", "Who won the football match?");
        assertThat(ended.err).isEmpty();
        assertThat(ended.code).isEqualTo(1);
        assertThat(ended.out).startsWith("The article does not say.").doesNotContain("\u001b");
    }

    @Test
    void jsonIsTheAnswerOfTheApiAndItsOffsetsAreTrue() throws Exception {
        EndedProcess ended = run(home, "ask", "--json", QUESTION);
        assertThat(ended.code).isZero();
        JsonNode answer = JSON.readTree(ended.out);
        assertThat(answer.path("answer").asText()).isEqualTo(TownClock.NOTED_ANSWER);
        assertThat(fieldNames(answer)).containsExactlyElementsOf(fieldNames(server.ask(Map.of("question", QUESTION))));
        assertThat(answer.path("citations")).hasSize(1);
        for (JsonNode citation : answer.path("citations")) {
            String text = server.get(
                    "/api/v1/articles/" + citation.path("document_id").asText() + "/content");
            assertThat(between(text, citation, "start_char_index", "end_char_index"))
                    .isEqualTo(citation.path("cited_text").asText())
                    .isEqualTo(TownClock.ANSWER_SENTENCE);
            assertThat(between(text, citation, "answer_start_char_index", "answer_end_char_index"))
                    .isEqualTo(TownClock.ANSWER);
            assertThat(between(answer.path("answer_text").asText(), citation, "start_index", "end_index"))
                    .isEqualTo(TownClock.ANSWER);
        }
    }

    @Test
    void questionsFromAPipeGetALineOfJsonEach() throws Exception {
        String unanswered = "Who won the football match?";
        String input = QUESTION + "\n\n  " + unanswered + "\n";
        for (List<String> arguments : List.of(List.of("ask", "--json"), List.of("ask", "--json", "-"))) {
            EndedProcess ended = new Command(home).reading(input, arguments.toArray(String[]::new));
            assertThat(ended.err).isEmpty();
            assertThat(ended.code).as("not each is answered").isEqualTo(1);
            List<String> lines = ended.out.lines().toList();
            assertThat(lines).as(ended.out).hasSize(2);
            assertThat(JSON.readTree(lines.get(0)).path("question").asText()).isEqualTo(QUESTION);
            assertThat(JSON.readTree(lines.get(0)).path("answer").asText()).isEqualTo(TownClock.NOTED_ANSWER);
            assertThat(JSON.readTree(lines.get(1)).path("question").asText()).isEqualTo(unanswered);
            assertThat(JSON.readTree(lines.get(1)).path("kind").asText()).isEqualTo("refusal");
        }
        EndedProcess plain = new Command(home).reading(QUESTION, "ask", "-");
        assertThat(plain.code).isZero();
        assertThat(plain.out)
                .startsWith("? " + QUESTION)
                .contains(TownClock.NOTED_ANSWER, "[1] " + TownClock.ANSWER_SENTENCE);
    }

    @Test
    void aQuestionInAPipeThatIsTooLongIsNamedAndTheOthersAreAnswered() throws Exception {
        EndedProcess ended = new Command(home).reading("x".repeat(2001) + "\n" + QUESTION + "\n", "ask", "--json");
        assertThat(ended.err.strip().lines()).as(ended.err).hasSize(1);
        assertThat(ended.err).contains("2,000").doesNotContain("Exception");
        assertThat(ended.code).isEqualTo(2);
        assertThat(ended.out.lines()).as(ended.out).hasSize(1);
        assertThat(ended.out).contains(TownClock.ANSWER);
    }

    /** As it lies in {@code target/} of a checkout. */
    @Test
    void aLinkToTheScriptWorksFromAnotherFolder() throws Exception {
        assumeThatScriptsRun();
        Path own = home(folder, "linked");
        Path target = Files.createDirectories(own.resolve("target"));
        Files.copy(SCRIPT, target.resolve("footnote"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createSymbolicLink(target.resolve("quarkus-app"), JAR.resolveSibling(""));
        Path links = Files.createDirectories(folder.resolve("a folder with links"));
        Path first = Files.createSymbolicLink(links.resolve("first"), target.resolve("footnote"));
        Path second = Files.createSymbolicLink(links.resolve("footnote"), first.getFileName());
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));

        EndedProcess ended =
                script(second, elsewhere, Map.of(), "", "ask", "who", "designed", "the", "tower", "clock's", "hands");

        assertThat(ended.err).isEmpty();
        assertThat(ended.out).startsWith(TownClock.NOTED_ANSWER);
        assertThat(ended.code).isZero();
        try (Stream<Path> left = Files.list(elsewhere)) {
            assertThat(left).isEmpty();
        }
    }

    /** What the script keeps of one start serves the next ones; what does not fit is passed over without a word. */
    @Test
    void aPreparedStartAnswersTheSame() throws Exception {
        assumeThatScriptsRun();
        Path target = Files.createDirectories(home(folder, "prepared").resolve("target"));
        Path script = Files.copy(SCRIPT, target.resolve("footnote"), StandardCopyOption.COPY_ATTRIBUTES);
        Path application = Files.createDirectories(target.resolve("quarkus-app"));
        for (String part : List.of("app", "lib", "quarkus", "quarkus-run.jar")) {
            Files.createSymbolicLink(application.resolve(part), JAR.resolveSibling(part));
        }
        Path classes = application.resolve("classes.jsa");

        EndedProcess prepared = script(script, folder, Map.of(), "", "prepare");

        assertThat(prepared.code).as(prepared.toString()).isZero();
        assertThat(prepared.err).isEmpty();
        assertThat(classes).isNotEmptyFile();
        EndedProcess ended = script(script, folder, Map.of(), "", "ask", QUESTION);
        assertThat(ended.err).isEmpty();
        assertThat(ended.out).startsWith(TownClock.NOTED_ANSWER);

        Files.delete(classes);
        Files.writeString(classes, "Classes of another Java.");
        EndedProcess without = script(script, folder, Map.of(), "", "ask", QUESTION);
        assertThat(without.err).isEmpty();
        assertThat(without.out).isEqualTo(ended.out);
    }

    @Test
    void chatAnswersWhatIsPipedIntoIt() throws Exception {
        assumeThatScriptsRun();
        // The history of what was typed is not to be written into the home folder of whoever runs this.
        Path user = Files.createDirectories(folder.resolve("talker"));
        Map<String, String> environment =
                Map.of("FOOTNOTE_HOME", home.toString(), "JDK_JAVA_OPTIONS", "-Duser.home=" + user);

        EndedProcess ended = script(SCRIPT, folder, environment, QUESTION + "\n:cite 1\n:quit\n", "chat");

        assertThat(ended.code).as(ended.toString()).isZero();
        assertThat(ended.out)
                .contains(TownClock.NOTED_ANSWER, "paragraph 3:", "In her workshop in Dunmore")
                .doesNotContain("Exception");
    }

    /** How long it takes is printed beside what the same machine needs at that moment to start Java at all. */
    @Test
    void aFileOfFiveThousandCharactersIsAsked() throws Exception {
        assumeThatScriptsRun();
        String text = Files.readString(SEEDS.resolve("town-clock.txt")) + "\n"
                + Files.readString(PROJECT.resolve("src/test/resources/examples/carillon.txt"));
        Path file = Files.writeString(folder.resolve("five.txt"), text.substring(0, 5000));
        Map<String, String> environment =
                Map.of("FOOTNOTE_HOME", home(folder, "five").toString());
        long begin = System.nanoTime();
        EndedProcess version = script(SCRIPT, folder, environment, "", "--version");
        long started = System.nanoTime();
        EndedProcess ended = script(SCRIPT, folder, environment, "", "ask", "--article", file.toString(), QUESTION);
        long answered = System.nanoTime();

        System.out.printf(
                Locale.ROOT,
                "A file of 5,000 characters: answered %.1f s after the start of the command; --version took %.1f s.%n",
                (answered - started) / 1e9,
                (started - begin) / 1e9);
        assertThat(version.out).startsWith("Footnote ");
        assertThat(ended.err).isEmpty();
        assertThat(ended.out).startsWith(TownClock.NOTED_ANSWER);
    }

    @Test
    void wrongUsageEndsWith2AndSaysHowItIsUsed() throws Exception {
        EndedProcess option = run(home, "ask", "--colour", QUESTION);
        assertThat(option.code).isEqualTo(2);
        assertThat(option.err).contains("--colour").contains("Usage: footnote ask");
        EndedProcess command = run(home, "answer");
        assertThat(command.code).isEqualTo(2);
        assertThat(command.err).contains("'answer'").contains("Usage: footnote");
    }

    @Test
    void helpEndsWith0AndNamesEveryCommand() throws Exception {
        EndedProcess ended = run(home, "--help");
        assertThat(ended.code).isZero();
        assertThat(ended.err).isEmpty();
        assertThat(ended.out)
                .contains("Usage: footnote", "ask", "chat", "evaluate", "Exit codes")
                .doesNotContain("\u001b");
    }

    @Test
    void aFileIsAskedAloneAndNothingIsLeftBehind() throws Exception {
        Path own = home(folder, "file");
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Map<String, String> files =
                Map.of("lighthouse.txt", LIGHTHOUSE, "lighthouse.md", "# Marlow Point\n\n" + LIGHTHOUSE);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path article = Files.writeString(folder.resolve(file.getKey()), file.getValue());
            EndedProcess ended = new Command(own, "-Djava.io.tmpdir=" + temporary)
                    .run("ask", "--article", article.toString(), "Who was the first keeper?");
            assertThat(ended.err).isEmpty();
            assertThat(ended.code).isZero();
            assertThat(ended.out).startsWith("Edith Crane [1]").contains("Its first keeper was Edith Crane.");
        }
        // ONNX Runtime and Vert.x each leave an empty folder there.
        try (Stream<Path> left = Files.walk(temporary)) {
            assertThat(left.filter(each -> Files.isRegularFile(each)
                            || each.getFileName().toString().startsWith("footnote")))
                    .isEmpty();
        }
        assertThat(own.resolve("embeddings/data")).doesNotExist();
    }

    @Test
    void anArticleThatCannotBeReadIsNamedInOneSentence() throws Exception {
        assertFailed(run(home, "ask", "--article", "nowhere.txt", QUESTION), "nowhere.txt", "cannot be read");
        Path broken = Files.writeString(folder.resolve("broken.docx"), "no Word document");
        assertFailed(run(home, "ask", "--article", broken.toString(), QUESTION), "broken.docx");
    }

    @Test
    void evaluatePrintsTheFiguresOfAQuestionSet() throws Exception {
        Path set = folder.resolve("questions.json");
        JSON.writeValue(
                set.toFile(),
                List.of(Map.of(
                        "id",
                        "q1",
                        "kind",
                        "factoid",
                        "question",
                        QUESTION,
                        "answers",
                        List.of(TownClock.ANSWER),
                        "evidence",
                        List.of(TownClock.ANSWER_SENTENCE))));
        EndedProcess ended = run(home, "evaluate", set.toString());
        assertThat(ended.err).isEmpty();
        assertThat(ended.code).isZero();
        assertThat(ended.out)
                .containsPattern("kind +n +right +cited")
                .containsPattern("factoid +1 +100\\.0% +100\\.0%");
        assertFailed(run(home, "evaluate", "nowhere.json"), "nowhere.json", "cannot be read");
    }

    @Test
    void aFolderThatAnotherProcessOwnsIsRefusedByTheNameOfTheOwner() throws Exception {
        EndedProcess ended = new Command(home, "-Dquarkus.http.port=0").run();
        assertFailed(ended, "Another Footnote (process " + server.process.pid(), "footnote.data");
    }

    @Test
    void aPortThatIsTakenIsRefusedWithTheWayToChooseAnother() throws Exception {
        EndedProcess ended = new Command(home(folder, "port"), "-Dquarkus.http.port=" + server.address.getPort()).run();
        assertFailed(ended, "The port is used by another program", "-Dquarkus.http.port=8081");
    }

    @Test
    void aMissingReaderModelIsNamed() throws Exception {
        Path own = home(folder, "reader");
        Path model = own.resolve("embeddings/reader/reader.onnx");
        Files.delete(model);
        assertFailed(new Command(own, "-Dquarkus.http.port=0").run(), model.toString(), "footnote.home");
        assertFailed(run(own, "ask", QUESTION), model.toString(), "footnote.home");
    }

    @Test
    void aMissingHomeIsNamedAndNotMade() throws Exception {
        Path nowhere = folder.resolve("nowhere");
        EndedProcess ended = new Command(folder, "-Dfootnote.home=" + nowhere, "-Dquarkus.http.port=0").run();
        assertFailed(ended, nowhere.toString(), "footnote.home");
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void whatWasAcknowledgedOutlivesAKillAndAStopAndIsNotReadAgain() throws Exception {
        Path own = home(folder, "kill");
        String id;
        try (Server first = Server.start(JAVA, own)) {
            HttpResponse<String> added =
                    first.post("/api/v1/articles", Map.of("title", "Lighthouse", "text", LIGHTHOUSE));
            assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
            id = JSON.readTree(added.body()).path("id").asText();
            first.process.destroyForcibly();
            assertThat(first.process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        }
        try (Server second = Server.start(JAVA, own)) {
            assertKnowsTheLighthouse(second, id);
            stopWhileAsked(second);
            assertThat(second.process.exitValue()).isEqualTo(128 + 15);
            assertUnlocked(own.resolve("embeddings/data/footnote.lock"));
            assertUnlocked(own.resolve("embeddings/data/footnote.mv.db"));
            assertThat(own.resolve("embeddings/data/footnote.owner")).doesNotExist();
            try (Stream<Path> files = Files.list(own)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .as("nothing else, such as the report of a crash")
                        .containsExactlyInAnyOrder("seeds", "prompts", "embeddings", "out.txt", "err.txt");
            }
        }
        try (Server third = Server.start(JAVA, own)) {
            assertKnowsTheLighthouse(third, id);
        }
    }

    @Test
    void aStopAnswersWhatWasAskedAndSendsOthersAway() throws Exception {
        try (Server own = Server.start(JAVA, home(folder, "stopped"), "-Dfootnote.http.stop-within=5m");
                Socket asked = new Socket(own.address.getHost(), own.address.getPort())) {
            byte[] body = JSON.writeValueAsBytes(Map.of("question", QUESTION));
            asked.getOutputStream()
                    .write(("POST /api/v1/ask HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                    + "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            asked.getOutputStream().write(body, 0, 5);
            asked.getOutputStream().flush();
            // Answered after the beginning of the question was read: connections are served in turn.
            own.get("/q/health/live");

            own.process.destroy();
            HttpResponse<String> late = own.post("/api/v1/ask", Map.of("question", QUESTION));
            for (long begin = System.nanoTime();
                    late.statusCode() == 200 && System.nanoTime() - begin < LONGEST.toNanos(); ) {
                late = own.post("/api/v1/ask", Map.of("question", QUESTION)); // the signal is not there yet
            }
            assertThat(late.statusCode()).as(late.body()).isEqualTo(503);
            assertThat(late.headers().firstValue("Retry-After")).isPresent();
            assertThat(late.headers().firstValue("Content-Type")).contains("application/problem+json");

            asked.getOutputStream().write(body, 5, body.length - 5);
            asked.getOutputStream().flush();
            assertThat(new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200 ")
                    .contains(TownClock.NOTED_ANSWER);
            assertThat(own.process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertThat(own.process.exitValue()).isEqualTo(128 + 15);
        }
    }

    @Test
    void onnxRuntimeDoesNotReportItsUse() throws Exception {
        server.ask(Map.of("question", QUESTION));
        try (Stream<Path> traces = Files.list(user(home))) {
            assertThat(traces)
                    .as("what its reporting keeps: an id of the device, what is to be sent, a log")
                    .isEmpty();
        }
    }

    @Test
    void aNewerJavaRunsItToo() throws Exception {
        Optional<Path> newer = newerJava();
        if (newer.isEmpty()) {
            System.out.println("NOT RUN on a newer Java: there is no JDK 25 or newer; set JAVA25_HOME to one.");
        }
        Assumptions.assumeTrue(newer.isPresent(), "no JDK 25 or newer; set JAVA25_HOME to one");
        try (Server own = Server.start(newer.orElseThrow(), home(folder, "newer"))) {
            assertThat(own.ask(Map.of("question", QUESTION)).path("answer").asText())
                    .isEqualTo(TownClock.NOTED_ANSWER);
            assertThat(own.err()).isEmpty();
        }
    }

    private static void assumeThatScriptsRun() {
        Assumptions.assumeFalse(
                System.getProperty("os.name").startsWith("Windows"), "the script of Windows is not run here");
    }

    /** Runs the script in a folder, with nothing in the environment that would tell it where anything is. */
    private static EndedProcess script(
            Path script, Path in, Map<String, String> environment, String input, String... arguments)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(script.toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).directory(in.toFile());
        bare(builder.environment());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        return ended(builder, input, List.of(arguments));
    }

    /** What speaks on the error stream, or configures what is tested, is taken from an environment. */
    private static void bare(Map<String, String> environment) {
        environment
                .keySet()
                .removeIf(name -> name.equals("JAVA_TOOL_OPTIONS")
                        || name.equals("JDK_JAVA_OPTIONS")
                        || name.startsWith("QUARKUS_")
                        || name.startsWith("FOOTNOTE_")
                        || name.startsWith("ORT_"));
    }

    /** Runs a process that reads this until it ends by itself. */
    private static EndedProcess ended(ProcessBuilder builder, String input, List<String> arguments)
            throws IOException, InterruptedException {
        Path in = Files.writeString(Files.createTempFile("in", ".txt"), input);
        Path out = Files.createTempFile("out", ".txt");
        Path err = Files.createTempFile("err", ".txt");
        Process process = builder.redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            boolean ended = process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
            assertThat(ended)
                    .as("%s does not end: %s%s", arguments, Files.readString(out), Files.readString(err))
                    .isTrue();
            return new EndedProcess(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            process.destroyForcibly();
            Files.delete(in);
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static void assertKnowsTheLighthouse(Server server, String id) throws Exception {
        JsonNode answer = server.ask(Map.of("question", "Who was the first keeper?", "article_ids", List.of(id)));
        assertThat(answer.path("answer_text").asText()).isEqualTo("Edith Crane");
        assertThat(server.ask(Map.of("question", QUESTION)).path("answer").asText())
                .isEqualTo(TownClock.NOTED_ANSWER);
        assertThat(server.out())
                .doesNotContain("are not in the index")
                .doesNotContain("is made anew")
                .doesNotContain("Read ");
        assertThat(server.err()).isEmpty();
    }

    /** Ends the server while several clients ask it; an answer that was begun is finished. */
    private static void stopWhileAsked(Server server) throws InterruptedException {
        int clients = 4;
        Semaphore answered = new Semaphore(0);
        List<String> broken = new CopyOnWriteArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            for (int i = 0; i < clients; i++) {
                threads.execute(() -> {
                    while (server.process.isAlive()) {
                        try {
                            HttpResponse<String> response =
                                    server.post("/api/v1/ask", Map.of("question", QUESTION, "stream", true));
                            if (response.statusCode() == 200
                                    ? !response.body().contains("event: message_end")
                                    : response.statusCode() != 503
                                            || response.headers()
                                                    .firstValue("Retry-After")
                                                    .isEmpty()) {
                                broken.add(response.statusCode() + " " + response.body());
                            }
                            answered.release();
                        } catch (IOException e) {
                            if (String.valueOf(e.getMessage()).contains("chunked")) {
                                broken.add("an answer that was cut: " + e.getMessage());
                            }
                            return; // it is gone
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                            return;
                        }
                    }
                });
            }
            assertThat(answered.tryAcquire(clients, LONGEST.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            server.process.destroy();
            assertThat(server.process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertThat(broken).isEmpty();
        } finally {
            threads.shutdownNow();
        }
    }

    private static void assertUnlocked(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            assertThat(lock).as("lock of %s", file).isNotNull();
        }
    }

    /** Exit code 3, one sentence on the error stream, and a stack trace nowhere. */
    private static Path user(Path home) {
        return home.resolveSibling(home.getFileName() + "-user");
    }

    private static void assertFailed(EndedProcess ended, String... words) {
        assertThat(ended.code).as(ended.toString()).isEqualTo(3);
        assertThat(ended.err.strip().lines()).as(ended.err).hasSize(1);
        assertThat(ended.err).contains(words).doesNotContain("Exception");
        assertThat(ended.out).doesNotContainPattern("(?m)^\\s+at [\\w.$/]+\\(");
    }

    private static List<String> fieldNames(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String between(String text, JsonNode citation, String start, String end) {
        return text.substring(citation.path(start).asInt(), citation.path(end).asInt());
    }

    private static EndedProcess run(Path home, String... arguments) throws Exception {
        return new Command(home).run(arguments);
    }

    /** What a checkout has, with the articles of the tests, without what an earlier run kept in it. */
    private static Path home(Path folder, String name) throws IOException {
        Path made = folder.resolve(name);
        for (Path part : List.of(SEEDS, PROJECT.resolve("prompts"), PROJECT.resolve("embeddings"))) {
            Path below = part.resolveSibling("");
            try (Stream<Path> files = Files.walk(part)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (!file.startsWith(PROJECT.resolve("embeddings/data"))) {
                        Path to = made.resolve(below.relativize(file).toString());
                        Files.createDirectories(to.resolveSibling(""));
                        Files.copy(file, to);
                    }
                }
            }
        }
        return made;
    }

    private static Optional<Path> newerJava() throws IOException {
        List<Path> candidates = new ArrayList<>();
        String named = System.getenv("JAVA25_HOME");
        if (named != null) {
            candidates.add(Path.of(named));
        }
        Path installed = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(installed)) {
            try (Stream<Path> each = Files.list(installed)) {
                candidates.addAll(each.sorted().toList());
            }
        }
        for (Path candidate : candidates) {
            Path release = candidate.resolve("release");
            if (Files.isRegularFile(release)) {
                Matcher version = Pattern.compile("(?m)^JAVA_VERSION=\"(\\d+)").matcher(Files.readString(release));
                Path java = candidate.resolve("bin").resolve("java");
                if (version.find() && Integer.parseInt(version.group(1)) >= 25 && Files.isExecutable(java)) {
                    return Optional.of(java);
                }
            }
        }
        return Optional.empty();
    }

    /** How a process ended. */
    private record EndedProcess(int code, String out, String err) {}

    /** A process in a home folder. */
    private record Command(Path java, Path home, List<String> options) {

        Command(Path home, String... options) {
            this(JAVA, home, List.of(options));
        }

        private ProcessBuilder builder(String... arguments) throws IOException {
            List<String> line = new ArrayList<>(List.of(java.toString()));
            line.addAll(options);
            line.addAll(List.of("-jar", JAR.toString()));
            line.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(line).directory(home.toFile());
            bare(builder.environment());
            // Where native code would leave its traces; Java itself takes neither from the environment.
            Path user = Files.createDirectories(user(home));
            builder.environment().put("HOME", user.toString());
            builder.environment().put("TMPDIR", user.toString());
            return builder;
        }

        Process start(Path out, Path err, String... arguments) throws IOException {
            return builder(arguments)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
        }

        EndedProcess reading(String input, String... arguments) throws IOException, InterruptedException {
            return ended(builder(arguments), input, List.of(arguments));
        }

        EndedProcess run(String... arguments) throws IOException, InterruptedException {
            return reading("", arguments);
        }
    }

    /** A server that can be asked; killed when closed. */
    private static final class Server implements AutoCloseable {

        private static final Pattern READY =
                Pattern.compile("Footnote is ready: (\\S+)[\\s\\S]*Stop it with Ctrl.C\\.");

        private final Process process;
        private final Path home;
        private final URI address;

        private Server(Process process, Path home, URI address) {
            this.process = process;
            this.home = home;
            this.address = address;
        }

        /** Returns when it says that it is ready. */
        static Server start(Path java, Path home, String... options) throws Exception {
            Path out = home.resolve("out.txt");
            Path err = home.resolve("err.txt");
            List<String> all = new ArrayList<>(List.of("-Dquarkus.http.port=0"));
            all.addAll(List.of(options));
            Process process = new Command(java, home, all).start(out, err);
            long begin = System.nanoTime();
            while (process.isAlive() && System.nanoTime() - begin < LONGEST.toNanos()) {
                Matcher ready = READY.matcher(Files.readString(out));
                if (ready.find()) {
                    return new Server(process, home, URI.create(ready.group(1)));
                }
                Thread.sleep(100);
            }
            process.destroyForcibly();
            throw new AssertionError(
                    "The server did not become ready:\n" + Files.readString(out) + Files.readString(err));
        }

        String out() throws IOException {
            return Files.readString(home.resolve("out.txt"));
        }

        String err() throws IOException {
            return Files.readString(home.resolve("err.txt"));
        }

        String get(String path) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(address.resolve(path)).GET()).body();
        }

        HttpResponse<String> post(String path, Map<String, ?> body) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(address.resolve(path))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
        }

        JsonNode ask(Map<String, ?> request) throws IOException, InterruptedException {
            HttpResponse<String> response = post("/api/v1/ask", request);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return JSON.readTree(response.body());
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }

        private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
            return CLIENT.send(request.timeout(LONGEST).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
