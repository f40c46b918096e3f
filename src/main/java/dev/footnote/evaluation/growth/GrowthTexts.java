package dev.footnote.evaluation.growth;

import dev.footnote.article.Article;
import dev.footnote.article.ArticleReaders;
import dev.footnote.article.UnreadableArticleException;
import dev.footnote.evaluation.AskedItem;
import dev.footnote.evaluation.AskedSet;
import dev.footnote.model.Encoder;
import dev.footnote.passage.Passage;
import dev.footnote.passage.PassageSplitter;
import dev.footnote.retrieval.EmbeddedPassage;
import dev.footnote.retrieval.VectorKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads, cuts and embeds the texts of a measurement as the application does it. */
final class GrowthTexts {

    /** Texts encoded at once. */
    private static final int BATCH = 16;

    private final ArticleReaders readers;
    private final PassageSplitter splitter;
    private final Encoder encoder;
    private final Consumer<String> progress;

    /** Articles that questions ask about, and the questions. */
    record Planted(List<CutArticle> articles, List<PlantedQuestion> questions) {
        Planted {
            articles = List.copyOf(articles);
            questions = List.copyOf(questions);
        }
    }

    GrowthTexts(ArticleReaders readers, PassageSplitter splitter, Encoder encoder, Consumer<String> progress) {
        this.readers = readers;
        this.splitter = splitter;
        this.encoder = encoder;
        this.progress = progress;
    }

    /** The articles of the question sets in a folder, with what can be asked of them without a turn before it. */
    Planted planted(Path folder) throws IOException {
        List<CutArticle> articles = new ArrayList<>();
        List<PlantedQuestion> questions = new ArrayList<>();
        for (Path file : AskedSet.filesIn(folder)) {
            Path article = AskedSet.requiredArticleOf(file);
            AskedSet set = AskedSet.read(file, article);
            CutArticle cut;
            try {
                cut = cut("planted-" + set.name(), article);
            } catch (UnreadableArticleException e) {
                throw new IOException(
                        "The article " + article + " of a question set cannot be read: " + e.getMessage(), e);
            }
            articles.add(cut);
            for (AskedItem item : set.items()) {
                if (item.isAnswerable()
                        && item.turns().isEmpty()
                        && !item.evidence().isEmpty()) {
                    questions.add(new PlantedQuestion(item, cut.article().id()));
                }
            }
        }
        if (questions.isEmpty()) {
            throw new IOException("No question with its evidence is in " + folder
                    + ". Name a folder of asked-NAME.json and their articles with --questions.");
        }
        return new Planted(articles, questions);
    }

    /** The texts of a folder and of those in it in a seeded order, without those that are planted. */
    List<CutArticle> filling(Path folder, Set<String> plantedTexts, long seed) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = new ArrayList<>(all.filter(Files::isRegularFile)
                    .filter(GrowthTexts::isText)
                    .sorted()
                    .toList());
        }
        Collections.shuffle(files, new Random(seed));
        List<CutArticle> articles = new ArrayList<>();
        for (Path file : files) {
            try {
                CutArticle cut = cut("real-" + articles.size(), file);
                if (!plantedTexts.contains(cut.article().text())) {
                    articles.add(cut);
                }
            } catch (UnreadableArticleException e) {
                progress.accept("left out: " + e.getMessage());
            }
        }
        if (articles.isEmpty()) {
            throw new IOException("No text is in " + folder
                    + " besides those of the question sets. Name a folder with .txt or .md files.");
        }
        return articles;
    }

    private static boolean isText(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".txt") || name.endsWith(".md");
    }

    private CutArticle cut(String id, Path file) throws IOException, UnreadableArticleException {
        String name = file.getFileName().toString();
        Article article =
                Article.of(id, readers.read(name, Files.readAllBytes(file)), null, Instant.EPOCH, name, false);
        return new CutArticle(article, splitter.split(article.text()));
    }

    /** Embeds articles in their order until so many passages are, the last of them perhaps in part. */
    List<EmbeddedArticle> embed(List<CutArticle> articles, int most) {
        List<EmbeddedArticle> embedded = new ArrayList<>();
        int done = 0;
        for (CutArticle cut : articles) {
            if (done == most) {
                break;
            }
            List<Passage> passages =
                    cut.passages().subList(0, Math.min(cut.passages().size(), most - done));
            embedded.add(new EmbeddedArticle(cut.article(), embed(cut.article(), passages)));
            done += passages.size();
            progress.accept("embedded " + done + " passages");
        }
        return embedded;
    }

    private List<EmbeddedPassage> embed(Article article, List<Passage> passages) {
        List<EmbeddedPassage> embedded = new ArrayList<>();
        for (int from = 0; from < passages.size(); from += BATCH) {
            List<Passage> batch = passages.subList(from, Math.min(passages.size(), from + BATCH));
            List<String> texts = batch.stream()
                    .map(passage -> EmbeddedPassage.encodedText(passage, article))
                    .toList();
            List<float[]> vectors = encoder.encode(texts);
            for (int i = 0; i < batch.size(); i++) {
                embedded.add(new EmbeddedPassage(batch.get(i), VectorKey.of(Encoder.ID, texts.get(i)), vectors.get(i)));
            }
        }
        return embedded;
    }
}
