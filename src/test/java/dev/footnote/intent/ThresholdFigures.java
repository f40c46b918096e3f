package dev.footnote.intent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footnote.english.ContentWords;
import dev.footnote.english.FrequencyWords;
import dev.footnote.english.Position;
import dev.footnote.model.EncodedWords;
import dev.footnote.model.EncodedWords.EncodedWord;
import dev.footnote.model.Models;
import dev.footnote.model.Nearness;
import dev.footnote.model.Similarity;
import dev.footnote.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the thresholds of likeness were chosen on: how alike the questions of {@code src/test/resources} are to what each is
 * for. None of them wants a count, a speaker or mentions, so that all that cross a threshold cross it wrongly; what does want such a thing is shown by each example phrase's likeness to the others of its file. No part of the tests; run it
 * with {@code ./mvnw test -Dtest=ThresholdFigures}.
 */
class ThresholdFigures {

    private static final Path RESOURCES = Path.of("src/test/resources");

    /** So many of the examples have their words compared, evenly spread. */
    private static final int MOST_COMPARED = 800;

    private static final int MOST_SHOWN = 6;

    /** A question with a sentence that answers it, and another of the same set. */
    private record AnsweredExample(String question, String evidence, String other) {}

    /** A text and how alike it is to something. */
    private record Likened(String text, double likeness) {}

    @Test
    void phrasesOfEachFileAreLikeTheOthersOfIt() throws IOException {
        for (Intent intent : List.of(Intent.COUNT, Intent.QUOTATION, Intent.MENTIONS, Intent.PLACE)) {
            List<String> phrases = Files.readAllLines(Path.of("prompts", intent.file())).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith(">"))
                    .toList();
            List<float[]> vectors = Models.ENCODER.encode(phrases);
            List<Likened> each = IntStream.range(0, phrases.size())
                    .mapToObj(i -> new Likened(
                            phrases.get(i),
                            IntStream.range(0, phrases.size())
                                    .filter(j -> j != i)
                                    .mapToObj(j -> Similarity.cosine(vectors.get(i), vectors.get(j)))
                                    .sorted(Comparator.reverseOrder())
                                    .limit(2)
                                    .mapToDouble(Double::doubleValue)
                                    .average()
                                    .orElse(0)))
                    .sorted(Comparator.comparingDouble(Likened::likeness))
                    .toList();
            System.out.printf(Locale.ROOT, "%n%s: %d phrases, each to the others: ", intent, each.size());
            quantiles(each.stream().map(Likened::likeness).toList());
            each.stream().limit(3).forEach(ThresholdFigures::show);
            assertThat(each).isNotEmpty();
        }
    }

    @Test
    void questionsThatCountOneWordOrAnother() throws IOException {
        List<Likened> likened = new ArrayList<>();
        for (String phrase : Files.readAllLines(Path.of("prompts", Intent.COUNT.file()))) {
            for (String word : List.of("the ferry", "Crane", "oil", "the Ministry of Defence", "climate change")) {
                if (phrase.contains(" it") && !phrase.startsWith("#")) {
                    String asked = phrase.replaceFirst(" it\\b", " " + word);
                    likened.add(new Likened(asked, Phrases.question(asked).likeness(Intent.COUNT)));
                }
            }
        }
        likened.sort(Comparator.comparingDouble(Likened::likeness));
        System.out.print("\nCOUNT with a word in the gap: ");
        quantiles(likened.stream().map(Likened::likeness).toList());
        likened.stream().limit(MOST_SHOWN).forEach(ThresholdFigures::show);
        assertThat(likened).isNotEmpty();
    }

    @Test
    void questionsForSomethingElse() throws IOException {
        List<Likened> count = new ArrayList<>();
        List<Likened> countGap = new ArrayList<>();
        List<Likened> countQuoted = new ArrayList<>();
        List<Likened> quotation = new ArrayList<>();
        List<Likened> mentions = new ArrayList<>();
        List<Likened> place = new ArrayList<>();
        List<String> questions = sets().stream()
                .flatMap(set -> set.stream().map(each -> each.get("question").asText()))
                .distinct()
                .toList();
        for (String text : questions) {
            EncodedQuestion question = Phrases.question(text);
            count.add(new Likened(text, question.likeness(Intent.COUNT)));
            Matcher quoted = QuotationHandler.QUOTED.matcher(text);
            boolean quotes = quoted.find();
            if (quotes) {
                String frame = quoted.replaceFirst("this");
                quotation.add(new Likened(text, question.likeness(Intent.QUOTATION, frame)));
                mentions.add(new Likened(text, question.likeness(Intent.MENTIONS, frame)));
            }
            Optional<Span> gap =
                    CountHandler.gap(question).filter(each -> question.sharesWord(Intent.COUNT, FrequencyWords.ALL));
            if (gap.isPresent()) {
                String frame = text.substring(0, gap.get().start()) + "it"
                        + text.substring(gap.get().end());
                (quotes ? countQuoted : countGap).add(new Likened(text, question.likeness(Intent.COUNT, frame)));
            }
            if (Position.in(text).isPresent()) {
                place.add(new Likened(text, question.likeness(Intent.PLACE)));
            }
        }
        System.out.printf("%n%d questions%n", questions.size());
        show("COUNT as asked", count, Thresholds.COUNT_PLAUSIBLE);
        show("COUNT with a gap", countGap, Thresholds.COUNT);
        show("COUNT of quoted", countQuoted, Thresholds.COUNT_OF_QUOTED);
        show("QUOTATION", quotation, Thresholds.QUOTATION);
        show("MENTIONS", mentions, Thresholds.MENTIONS);
        show("PLACE", place, Thresholds.PLACE);
        assertThat(count).hasSizeGreaterThan(1000);
    }

    @Test
    void wordsThatMeanNearlyTheSame() throws IOException {
        List<AnsweredExample> examples = answered();
        int step = Math.max(1, examples.size() / MOST_COMPARED);
        Map<String, List<Double>> nearest = new TreeMap<>();
        List<Double> evidence = new ArrayList<>();
        List<Double> other = new ArrayList<>();
        for (int i = 0; i < examples.size(); i += step) {
            AnsweredExample example = examples.get(i);
            float[] question = Models.ENCODER.encodeQuestion(example.question());
            List<float[]> vectors = Models.ENCODER.encode(List.of(example.evidence(), example.other()));
            evidence.add(Similarity.cosine(question, vectors.get(0)));
            other.add(Similarity.cosine(question, vectors.get(1)));
            compare(example.question(), example.evidence(), "question: sentence that answers", nearest);
            compare(example.question(), example.other(), "question: another sentence", nearest);
        }
        System.out.print("\nquestion and sentence that answers: ");
        quantiles(evidence);
        System.out.print("question and another sentence: ");
        quantiles(other);
        for (JsonNode claim : read(RESOURCES.resolve("claims-dev.json"))) {
            if (claim.hasNonNull("evidence")) {
                String kind = claim.get("supported").asBoolean() ? "claim: supported" : "claim: unsupported";
                compare(claim.get("claim").asText(), claim.get("evidence").asText(), kind, nearest);
            }
        }
        nearest.forEach((name, all) -> {
            System.out.print(name + ": ");
            quantiles(all);
        });
        assertThat(nearest).isNotEmpty();
    }

    /** The likeness of each word of a text to the nearest of another, those apart that the other has. */
    private static void compare(String text, String other, String name, Map<String, List<Double>> nearest) {
        List<EncodedWords> encoded = Models.ENCODER.encodeWords(List.of(text, other));
        Set<String> stems = new HashSet<>(ContentWords.of(other));
        for (EncodedWord word : encoded.get(0).words()) {
            List<String> stem = ContentWords.of(word.text());
            if (!stem.isEmpty()) {
                String key = name + (stems.contains(stem.get(0)) ? ", word there" : ", word not there");
                nearest.computeIfAbsent(key, absent -> new ArrayList<>())
                        .add(encoded.get(1).nearest(word));
            }
        }
    }

    private static List<AnsweredExample> answered() throws IOException {
        List<AnsweredExample> examples = new ArrayList<>();
        for (List<JsonNode> set : sets()) {
            List<JsonNode> with = set.stream()
                    .filter(each -> each.hasNonNull("evidence")
                            && each.get("evidence").size() > 0
                            && !"followup".equals(each.path("kind").asText()))
                    .toList();
            for (int i = 0; i < with.size(); i++) {
                String evidence = with.get(i).get("evidence").get(0).asText();
                String other = with.get((i + with.size() / 2) % with.size())
                        .get("evidence")
                        .get(0)
                        .asText();
                if (!other.equals(evidence)) {
                    examples.add(new AnsweredExample(with.get(i).get("question").asText(), evidence, other));
                }
            }
        }
        return examples;
    }

    private static List<List<JsonNode>> sets() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(RESOURCES)) {
            files = all.filter(file -> file.getFileName().toString().matches("(?:asked-.*|questions-dev)\\.json"))
                    .sorted()
                    .toList();
        }
        List<List<JsonNode>> sets = new ArrayList<>();
        for (Path file : files) {
            sets.add(read(file));
        }
        return sets;
    }

    private static List<JsonNode> read(Path file) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        new ObjectMapper().readTree(file.toFile()).forEach(all::add);
        return all;
    }

    private static void show(String name, List<Likened> all, double threshold) {
        List<Likened> sorted = all.stream()
                .sorted(Comparator.comparingDouble(Likened::likeness).reversed())
                .toList();
        System.out.printf(
                Locale.ROOT,
                "%n%s: %d, of them %d from %.2f on%n",
                name,
                all.size(),
                all.stream().filter(each -> each.likeness() >= threshold).count(),
                threshold);
        sorted.stream().limit(MOST_SHOWN).forEach(ThresholdFigures::show);
    }

    private static void show(Likened each) {
        System.out.printf(Locale.ROOT, "  %.2f %s%n", each.likeness(), each.text());
    }

    private static void quantiles(List<Double> all) {
        List<Double> sorted = all.stream().sorted().toList();
        String shown = Stream.of(0.0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 1.0)
                .map(share -> String.format(Locale.ROOT, "%.0f%% %.2f", share * 100, sorted.get((int)
                        Math.round(share * (sorted.size() - 1)))))
                .collect(Collectors.joining(", "));
        long near = sorted.stream()
                .filter(each -> each >= Nearness.WORD_OF_QUESTION)
                .count();
        long nearer =
                sorted.stream().filter(each -> each >= Nearness.WORD_OF_CLAIM).count();
        System.out.printf(
                Locale.ROOT,
                "%s; %d, %.0f %% from 0.8 on, %.0f %% from 0.85 on%n",
                shown,
                sorted.size(),
                100.0 * near / sorted.size(),
                100.0 * nearer / sorted.size());
    }
}
