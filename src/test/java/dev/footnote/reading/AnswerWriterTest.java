package dev.footnote.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.answer.Form;
import dev.footnote.article.Article;
import dev.footnote.article.Metadata;
import dev.footnote.engine.Reply;
import dev.footnote.intent.Shelf;
import dev.footnote.model.Stance;
import dev.footnote.passage.PassageSplitter;
import dev.footnote.retrieval.RetrievedPassage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Over a reader made by hand, which likes one word; no model is needed. */
class AnswerWriterTest {

    private static final Article RULES = Shelf.article(
            "rules",
            "Rules of the hut",
            "May guests stay? No. The beds are few. Ask the warden.\n\nMay dogs stay? Yes, in the shed.",
            Metadata.NONE);

    @Test
    void aBareNoIsShownWithWhatFollowsIt() {
        PartAnswer answer = answer("May guests stay?", "No");

        assertThat(answer.form()).isEqualTo(Form.SENTENCES);
        assertThat(answer.pieces()).extracting(Reply.Piece::text).containsExactly("No.", "The beds are few.");
    }

    @Test
    void aSentenceThatSaysYesItselfIsShownAsItIs() {
        PartAnswer answer = answer("May dogs stay?", "shed");

        assertThat(answer.pieces()).extracting(Reply.Piece::text).contains("Yes, in the shed.");
    }

    private static PartAnswer answer(String question, String liked) {
        SentenceReading reader = (asked, surroundings, texts) -> texts.stream()
                .map(text -> AnswerPolicyTest.scores(text, liked, 6))
                .toList();
        PassageReading reading = new PassageReading(
                reader, new EncodedByHand(Map.of()), text -> false, AnswerPolicyTest.policy(), new ArticleWordsCache());
        List<RetrievedPassage> passages = new PassageSplitter(String::length, 60)
                .split(RULES.text()).stream()
                        .map(passage -> new RetrievedPassage(RULES, passage, 0.5, 0.6))
                        .toList();
        ReadingConfig config = GivenReadingConfig.refusing(true);
        return new AnswerWriter(reading, (claim, text) -> new Stance(1, 0, 0), (claim, sentence) -> 1, config)
                .write(reading.read(
                        new PartRetrieval(new AskedQuestion(question, "", new float[] {1, 0}), passages, null)));
    }
}
