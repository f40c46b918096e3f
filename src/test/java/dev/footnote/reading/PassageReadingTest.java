package dev.footnote.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.article.Article;
import dev.footnote.article.Metadata;
import dev.footnote.intent.Shelf;
import dev.footnote.passage.PassageSplitter;
import dev.footnote.retrieval.RetrievedPassage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Over a reader made by hand, which likes one word; no model is needed. */
class PassageReadingTest {

    private static final Article MILL = Shelf.article(
            "mill",
            "Old mill",
            "The mill was built in 1911.\n\nIts wheel is of oak.\n\nA flood came in June.\n\nThe miller moved away."
                    + "\n\nThe roof fell in.\n\nIt was sold for ninety crowns.",
            Metadata.NONE);

    private static final List<RetrievedPassage> PASSAGES = new PassageSplitter(text -> text.length(), 40)
            .split(MILL.text()).stream()
                    .map(passage -> new RetrievedPassage(MILL, passage, 0.5, 0.6))
                    .toList();

    private final List<String> read = new ArrayList<>();

    @Test
    void whatTheFirstPassagesSettleIsNotLookedForInTheOthers() {
        ReadPart part = read("When was the mill built?", "1911");

        assertThat(part.assessed().best().orElseThrow().text()).isEqualTo("The mill was built in 1911.");
        assertThat(read).contains("The miller moved away.").doesNotContain("The roof fell in.");
    }

    @Test
    void whatTheyDoNotSettleIsLookedForInAll() {
        ReadPart part = read("What was the mill sold for?", "ninety");

        assertThat(part.assessed().best().orElseThrow().text()).isEqualTo("It was sold for ninety crowns.");
        assertThat(read)
                .containsAll(PASSAGES.stream().map(RetrievedPassage::text).toList());
    }

    @Test
    void ofFewPassagesAllAreRead() {
        PassageReading reading = reading("nowhere");

        reading.read(new PartRetrieval(question("Who bought the mill?"), PASSAGES.subList(0, 2), null));

        assertThat(read).contains("The mill was built in 1911.", "Its wheel is of oak.");
    }

    private ReadPart read(String question, String liked) {
        assertThat(PASSAGES).hasSize(6);
        return reading(liked).read(new PartRetrieval(question(question), PASSAGES, null));
    }

    private static AskedQuestion question(String text) {
        return new AskedQuestion(text, "", new float[] {1, 0});
    }

    private PassageReading reading(String liked) {
        return new PassageReading(
                (question, surroundings, texts) -> {
                    read.addAll(texts);
                    return texts.stream()
                            .map(text -> AnswerPolicyTest.scores(text, liked, 6))
                            .toList();
                },
                new EncodedByHand(Map.of()),
                question -> false,
                AnswerPolicyTest.policy(),
                new ArticleWordsCache());
    }
}
