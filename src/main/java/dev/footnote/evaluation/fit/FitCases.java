package dev.footnote.evaluation.fit;

import dev.footnote.answer.Turn;
import dev.footnote.article.Article;
import dev.footnote.article.UnreadableArticleException;
import dev.footnote.evaluation.AskedItem;
import dev.footnote.evaluation.AskedSet;
import dev.footnote.evaluation.QuestionSet;
import dev.footnote.reading.ArticleWords;
import dev.footnote.reading.AskedQuestion;
import dev.footnote.reading.QuestionParts;
import dev.footnote.reading.ReadPassage;
import dev.footnote.reading.SentenceReading;
import dev.footnote.retrieval.RetrievedPassage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the question sets of a folder, and reads for each question what the application would read for it. */
final class FitCases {

    private static final String SEED_SET = "questions-dev.json";
    private static final String OWN_TEXTS = "reading-dev.json";

    /** What a public question counts: there are many of them, and they are all factoids. */
    private static final double READING_WEIGHT = 0.3;

    /**
     * What the same question counts with its paragraph withheld. Of the questions that people ask about an article, it
     * does not answer about one in four; as many withheld as asked would teach that such questions are mostly refused.
     */
    private static final double WITHHELD_WEIGHT = 0.1;

    /** Texts of the public set are left out in so many groups. */
    private static final int READING_GROUPS = 5;

    /** Articles that are there to learn from are left out in so many groups, each of a few of them. */
    private static final int EXAMPLE_GROUPS = 20;

    private static final Set<String> NOT_ASKED = Set.of("overview", "chat");

    private static final Pattern LAST_QUESTION_MARK = Pattern.compile("(?<![?\\s])[?\\s]+$");
    private static final Pattern LAST_STOP = Pattern.compile("(?<![.\\s])[.\\s]+$");

    private final FitShelf shelf;
    private final SentenceReading reader;
    private final Map<String, ArticleWords> words = new HashMap<>();

    FitCases(FitShelf shelf, SentenceReading reader) {
        this.shelf = shelf;
        this.reader = reader;
    }

    /**
     * All cases of the sets in some folders.
     *
     * @param folder that of the sets of which figures are published
     * @param examples that of the sets which are there to learn from; none if it is not there
     * @param progress told what is being read
     * @throws IOException if a set cannot be read, or if there is none; the message says which
     */
    List<FitCase> of(Path folder, Path examples, Consumer<String> progress)
            throws IOException, UnreadableArticleException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("There is no folder " + folder + ". Name the one that holds the question sets.");
        }
        List<FitCase> cases = new ArrayList<>();
        Path seedSet = folder.resolve(SEED_SET);
        if (Files.exists(seedSet) && !shelf.seeds().isEmpty()) {
            progress.accept(SEED_SET);
            AskedSet set = AskedSet.read(seedSet, Path.of(SEED_SET), "");
            Set<String> ids = shelf.seeds().stream().map(Article::id).collect(Collectors.toSet());
            for (AskedItem item : set.items()) {
                if (!NOT_ASKED.contains(item.kind())) {
                    addParts(SetFamily.SEED, set.name(), set.name(), item, ids, cases);
                }
            }
        }
        addTyped(SetFamily.ASKED, folder, cases, progress);
        if (Files.isDirectory(examples)) {
            addTyped(SetFamily.EXAMPLES, examples, cases, progress);
        }
        if (cases.isEmpty()) {
            throw new IOException(folder + " holds no question sets: neither asked-NAME.json nor " + SEED_SET + ".");
        }
        Path ownTexts = folder.resolve(OWN_TEXTS);
        if (Files.exists(ownTexts)) {
            progress.accept(OWN_TEXTS);
            addOwnTexts(QuestionSet.read(ownTexts), cases);
        }
        return cases;
    }

    private void addTyped(SetFamily family, Path folder, List<FitCase> cases, Consumer<String> progress)
            throws IOException, UnreadableArticleException {
        int number = 0;
        for (Path file : AskedSet.filesIn(folder)) {
            progress.accept(file.getFileName().toString());
            String group = family == SetFamily.EXAMPLES ? "examples-" + number++ % EXAMPLE_GROUPS : "";
            Path article = AskedSet.requiredArticleOf(file);
            AskedSet set = AskedSet.read(file, article);
            Article added = shelf.add(article.getFileName().toString(), Files.readAllBytes(article));
            for (AskedItem item : set.items()) {
                addParts(family, group.isEmpty() ? set.name() : group, set.name(), item, Set.of(added.id()), cases);
            }
        }
    }

    /** What the application reads for a question: the question, or its parts one after the other. */
    private void addParts(
            SetFamily family, String group, String set, AskedItem item, Set<String> articleIds, List<FitCase> cases) {
        List<String> parts = item.turns().isEmpty() ? QuestionParts.read(item.question()) : List.of(item.question());
        for (String part : parts) {
            cases.add(read(
                    group,
                    family,
                    set,
                    item,
                    parts.size() == 1 ? item : item.part(part),
                    articleIds,
                    1.0 / parts.size()));
        }
    }

    /** Each question as it is, and with its own paragraph withheld, so that nothing answers it. */
    private void addOwnTexts(QuestionSet set, List<FitCase> cases) throws IOException, UnreadableArticleException {
        Map<String, String> ids = new HashMap<>();
        List<String> names = set.articles().keySet().stream().sorted().toList();
        for (String name : names) {
            byte[] text = set.articles().getOrDefault(name, "").getBytes(StandardCharsets.UTF_8);
            ids.put(name, shelf.add(name + ".txt", text).id());
        }
        for (QuestionSet.OwnQuestion each : set.ownQuestions()) {
            String id = ids.getOrDefault(each.articleId(), "");
            String group = "reading-" + names.indexOf(each.articleId()) % READING_GROUPS;
            FitCase whole = read(
                    group,
                    SetFamily.READING,
                    SetFamily.READING.title(),
                    each.item(),
                    each.item(),
                    Set.of(id),
                    READING_WEIGHT);
            cases.add(whole);
            AskedItem withheld = new AskedItem(
                    each.item().id() + "-withheld",
                    AskedItem.UNANSWERABLE,
                    "withheld",
                    each.item().question(),
                    List.of(),
                    List.of(),
                    true,
                    List.of(),
                    List.of());
            List<ReadPassage> others = whole.read().stream()
                    .filter(passage -> !passage.passage().span().overlaps(each.paragraph()))
                    .toList();
            cases.add(new FitCase(
                    group,
                    SetFamily.READING,
                    SetFamily.READING.title(),
                    withheld,
                    withheld,
                    whole.question(),
                    others,
                    WITHHELD_WEIGHT));
        }
    }

    private FitCase read(
            String set,
            SetFamily family,
            String source,
            AskedItem whole,
            AskedItem item,
            Set<String> articleIds,
            double weight) {
        String context = context(item.turns());
        AskedQuestion question = new AskedQuestion(item.question(), context, shelf.vector(item.question()));
        List<RetrievedPassage> found = shelf.retrieve(question.inFull(), articleIds, 2 * shelf.usualLimit()).stream()
                .filter(each -> !words(each.article()).isHeading(each.passage()))
                .limit(shelf.usualLimit())
                .toList();
        List<ReadPassage> read = reader.read(question, found, this::words);
        return new FitCase(set, family, source, whole, item, question, read, weight);
    }

    private ArticleWords words(Article article) {
        return words.computeIfAbsent(article.id(), id -> new ArticleWords(article));
    }

    /** What the reader was trained to see before a question that leans on the turn before it. */
    private static String context(List<Turn> turns) {
        if (turns.isEmpty()) {
            return "";
        }
        Turn last = turns.get(turns.size() - 1);
        return LAST_QUESTION_MARK.matcher(last.question()).replaceAll("") + "? "
                + LAST_STOP.matcher(last.said()).replaceAll("") + ". ";
    }
}
