package dev.footnote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footnote.answer.Answer;
import dev.footnote.answer.Citation;
import dev.footnote.answer.Kind;
import dev.footnote.answer.Question;
import dev.footnote.application.Assistant;
import dev.footnote.article.Article;
import dev.footnote.article.Library;
import dev.footnote.ingestion.Ingestion;
import dev.footnote.model.Encoder;
import dev.footnote.model.Tokenizer;
import dev.footnote.passage.PassageSplitter;
import dev.langchain4j.data.document.Document;
import dev.langchain4j.data.document.splitter.DocumentSplitters;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.EmbeddingStoreIngestor;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * How long an answer takes and how often it shows the right sentence, beside what somebody would write in an afternoon: with
 * LangChain4j (its in-process embedding, its store in memory, no reader), and with transformers.js on the same ONNX files in
 * Node. By turns, question by question, in one run. No part of the tests; run it with
 * {@code ./mvnw test -Dtest=AnswerBenchmark}. Without Node or a registry of its packages the third is left out.
 */
@QuarkusTest
@TestProfile(SeedEvaluationTest.SeedOnly.class)
class AnswerBenchmark {

    private static final int ROUNDS = 3;
    private static final String TRANSFORMERS = "@huggingface/transformers@4.3.2";
    private static final Path FOLDER = Path.of("target", "transformers");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BERT = "{\"model_type\":\"bert\",\"hidden_size\":384,\"num_hidden_layers\":12,"
            + "\"num_attention_heads\":12,\"intermediate_size\":1536,\"vocab_size\":30522,\"max_position_embeddings\":512}";
    private static final String BERT_TOKENIZER = "{\"tokenizer_class\":\"BertTokenizer\",\"do_lower_case\":true,"
            + "\"model_max_length\":512,\"sep_token\":\"[SEP]\",\"cls_token\":\"[CLS]\",\"pad_token\":\"[PAD]\","
            + "\"unk_token\":\"[UNK]\",\"mask_token\":\"[MASK]\"}";

    private final Assistant assistant;
    private final Ingestion ingestion;
    private final Library library;
    private final Tokenizer tokenizer;

    AnswerBenchmark(Assistant assistant, Ingestion ingestion, Library library, Tokenizer tokenizer) {
        this.assistant = assistant;
        this.ingestion = ingestion;
        this.library = library;
        this.tokenizer = tokenizer;
    }

    /** Something that answers: what it shows for a question, empty for a refusal. */
    private interface Answering {
        String shown(String question) throws IOException;
    }

    @Test
    void answersBesideThoseOfAnAfternoon() throws Exception {
        ingestion.awaitReady();
        Article article = library.find(library.ids().get(0)).orElseThrow();
        List<Trial> trials = QuestionSet.read(Path.of("src/test/resources/questions-dev.json")).trials().stream()
                .filter(trial -> trial.asksForAnswer() && trial.turns().isEmpty())
                .toList();
        Map<String, Answering> all = new LinkedHashMap<>();
        all.put("Footnote", this::footnote);
        all.put("LangChain4j", langChain4j(article.text()));
        Process node = transformers(article.text());
        try {
            if (node != null) {
                all.put("transformers.js", lines(node));
            }
            measure(trials, all);
        } finally {
            if (node != null) {
                node.destroy();
                node.waitFor(10, TimeUnit.SECONDS);
            }
        }
    }

    private static void measure(List<Trial> trials, Map<String, Answering> all) throws IOException {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        Map<String, Integer> right = new LinkedHashMap<>();
        Map<String, Integer> refused = new LinkedHashMap<>();
        for (int round = 0; round <= ROUNDS; round++) {
            for (Trial trial : trials) {
                for (Map.Entry<String, Answering> each : all.entrySet()) {
                    long start = System.nanoTime();
                    String shown = each.getValue().shown(trial.question());
                    double millis = (System.nanoTime() - start) / 1e6;
                    if (round == 0) {
                        boolean isRight = trial.isAnswerable()
                                && !shown.isEmpty()
                                && Judgement.meetsEvidence(shown, trial.evidence());
                        right.merge(each.getKey(), isRight ? 1 : 0, Integer::sum);
                        refused.merge(each.getKey(), !trial.isAnswerable() && shown.isEmpty() ? 1 : 0, Integer::sum);
                    } else {
                        times.computeIfAbsent(each.getKey(), name -> new ArrayList<>())
                                .add(millis);
                    }
                }
            }
        }
        long answerable = trials.stream().filter(Trial::isAnswerable).count();
        times.forEach((name, millis) -> {
            Times took = Times.of(millis);
            System.out.printf(
                    Locale.ROOT,
                    "%-16s half below %6.1f ms, 95%% below %6.1f ms; right sentence shown for %d of %d, refused %d of %d%n",
                    name,
                    took.half(),
                    took.most(),
                    right.get(name),
                    answerable,
                    refused.get(name),
                    trials.size() - answerable);
        });
        assertThat(times).containsKey("Footnote");
    }

    private String footnote(String question) {
        Answer answer = assistant.ask(Question.of(question));
        // A refusal shows the closest sentence, but not as an answer.
        return answer.kind() == Kind.REFUSAL
                ? ""
                : String.join(
                        "\n",
                        answer.citations().stream().map(Citation::citedText).toList());
    }

    private static Answering langChain4j(String text) {
        EmbeddingModel model = new BgeSmallEnV15QuantizedEmbeddingModel();
        InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
        EmbeddingStoreIngestor.builder()
                .documentSplitter(DocumentSplitters.recursive(500, 50))
                .embeddingModel(model)
                .embeddingStore(store)
                .build()
                .ingest(Document.from(text));
        return question -> {
            List<EmbeddingMatch<TextSegment>> matches = store.search(EmbeddingSearchRequest.builder()
                            .queryEmbedding(model.embed(question).content())
                            .maxResults(1)
                            .build())
                    .matches();
            return matches.isEmpty() ? "" : matches.get(0).embedded().text();
        };
    }

    private static Answering lines(Process node) {
        BufferedReader out = node.inputReader(StandardCharsets.UTF_8);
        BufferedWriter in = node.outputWriter(StandardCharsets.UTF_8);
        return question -> {
            in.write(JSON.writeValueAsString(question));
            in.newLine();
            in.flush();
            JsonNode answer = JSON.readTree(out.readLine());
            // The words alone may stand anywhere: the passage is what it shows them in.
            return answer.path("score").asDouble() > 0 ? answer.path("passage").asText() : "";
        };
    }

    /** The script with its packages and the models where it looks for them; null, with a line, where that cannot be had. */
    private @Nullable Process transformers(String text) throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        if (!Files.isDirectory(FOLDER.resolve("node_modules"))) {
            try {
                Process npm = new ProcessBuilder(
                                "npm", "install", "--ignore-scripts", "--no-save", "--silent", TRANSFORMERS)
                        .directory(FOLDER.toFile())
                        // Its input is not inherited: the fork's own carries commands from the build.
                        .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
                if (npm.waitFor() != 0) {
                    System.out.println("Left out: transformers.js, for npm cannot fetch it.");
                    return null;
                }
            } catch (IOException e) {
                System.out.println("Left out: transformers.js, for there is no npm.");
                return null;
            }
        }
        model("encoder", Encoder.class.getResourceAsStream("/bge-small-en-v1.5-q.onnx"));
        model("reader", Files.newInputStream(Path.of("embeddings/reader/reader.onnx")));
        List<String> passages = new PassageSplitter(tokenizer::count, PassageSplitter.DEFAULT_LIMIT)
                .split(text).stream().map(passage -> passage.span().of(text)).toList();
        JSON.writeValue(FOLDER.resolve("passages.json").toFile(), passages);
        Files.copy(
                Path.of("src/test/node/transformers.mjs"),
                FOLDER.resolve("transformers.mjs"),
                StandardCopyOption.REPLACE_EXISTING);
        Process node = new ProcessBuilder(
                        "node", "transformers.mjs", FOLDER.toAbsolutePath() + "/models", "passages.json")
                .directory(FOLDER.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String ready = node.inputReader(StandardCharsets.UTF_8).readLine();
        assertThat(ready).isEqualTo("ready");
        return node;
    }

    private static void model(String name, InputStream weights) throws IOException {
        Path folder = FOLDER.resolve("models").resolve(name);
        Files.createDirectories(folder.resolve("onnx"));
        Files.writeString(folder.resolve("config.json"), BERT);
        Files.writeString(folder.resolve("tokenizer_config.json"), BERT_TOKENIZER);
        try (InputStream words = Encoder.class.getResourceAsStream("/bge-small-en-v1.5-q-tokenizer.json");
                InputStream in = weights) {
            Files.copy(words, folder.resolve("tokenizer.json"), StandardCopyOption.REPLACE_EXISTING);
            Files.copy(in, folder.resolve("onnx/model_quantized.onnx"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
