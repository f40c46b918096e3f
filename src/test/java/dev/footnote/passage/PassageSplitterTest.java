package dev.footnote.passage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.english.Sentence;
import dev.footnote.model.Tokenizer;
import dev.footnote.text.Span;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PassageSplitterTest {

    private static final int LIMIT = 20;
    private static final Tokenizer TOKENIZER = new Tokenizer();

    private final PassageSplitter splitter = new PassageSplitter(TOKENIZER::count, LIMIT);

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "Russia vetoed the resolution",
                "U.S. ",
                "Dr. ",
                ". ",
                "! ",
                "?\" ",
                ", ",
                "; ",
                "\n",
                "\n\n",
                " \n \t\n",
                "\u00a0",
                "\u2028",
                "🚀👩‍🚀",
                "東京は日本の首都です。",
                "e\u0301\u200b",
                "- item",
                "## Heading",
                "x".repeat(120),
                "many words stand here one after another without any end of a sentence or even of a clause ",
                "“quoted”",
                "...",
                "1. ",
                "مرحبا");
        return pieces.list().ofMaxSize(30).map(list -> String.join("", list));
    }

    @Property(tries = 200)
    void sentencesCoverEveryVisibleCharacterOnce(@ForAll("texts") String text) {
        BitSet covered = new BitSet();
        int last = 0;
        for (Sentence sentence : splitter.sentences(text)) {
            Span span = sentence.span();
            assertThat(span.start()).isGreaterThanOrEqualTo(last);
            assertThat(span.end()).isLessThanOrEqualTo(text.length());
            assertThat(span.length()).isPositive();
            assertThat(span.trimmed(text)).isEqualTo(span);
            covered.set(span.start(), span.end());
            last = span.end();
        }
        for (int i = 0; i < text.length(); i++) {
            boolean visible = new Span(i, i + 1).trimmed(text).length() == 1;
            assertThat(covered.get(i) || !visible)
                    .as("character %d of %s", i, text)
                    .isTrue();
        }
    }

    @Property(tries = 200)
    void passagesAreRunsOfNeighbouringSentencesOfOneParagraph(@ForAll("texts") String text) {
        List<Sentence> sentences = splitter.sentences(text);
        List<Passage> passages = splitter.split(text);
        int next = 0;
        for (Passage passage : passages) {
            int first = sentences.indexOf(passage.sentences().get(0));
            assertThat(first).isBetween(Math.max(0, next - 1), next);
            assertThat(passage.sentences())
                    .isEqualTo(
                            sentences.subList(first, first + passage.sentences().size()))
                    .allMatch(sentence -> sentence.paragraph() == passage.paragraph());
            assertThat(first + passage.sentences().size()).isGreaterThan(next);
            next = first + passage.sentences().size();
        }
        assertThat(next).isEqualTo(sentences.size());
    }

    @Property(tries = 200)
    void passagesKeepTheLimit(@ForAll("texts") String text) {
        for (Passage passage : splitter.split(text)) {
            int sum = passage.sentences().stream()
                    .mapToInt(sentence -> TOKENIZER.count(sentence.span().of(text)))
                    .sum();
            // A single word may have more tokens than the limit; it is never cut in two.
            boolean oneWord = passage.sentences().size() == 1
                    && passage.span().of(text).strip().split("\\s+").length == 1;
            assertThat(sum <= LIMIT || oneWord)
                    .as("%d tokens in %s", sum, passage.span().of(text))
                    .isTrue();
        }
    }

    @Test
    void aLongParagraphSharesOneSentenceBetweenNeighbours() {
        String text = "Ann met Ben in the old town hall. Carl met Dora in the new one. Eve met Finn at the lake.";

        List<Passage> passages = new PassageSplitter(TOKENIZER::count, 18).split(text);

        assertThat(passages.stream().map(passage -> passage.span().of(text)))
                .containsExactly(
                        "Ann met Ben in the old town hall. Carl met Dora in the new one.",
                        "Carl met Dora in the new one. Eve met Finn at the lake.");
    }

    @Test
    void shortParagraphsStayAlone() {
        String text = "First.\n\nSecond.";

        assertThat(splitter.split(text)).hasSize(2);
    }

    @Test
    void aLongSentenceIsCutAtTheEndOfAClause() {
        String text = "When the long and tiring winter was over at last, the people of the village came out of their"
                + " houses and danced.";

        List<Passage> passages = splitter.split(text);

        assertThat(passages.get(0).span().of(text)).isEqualTo("When the long and tiring winter was over at last,");
    }

    @Test
    void aLineWithoutAnEndIsCut() {
        String words = "word ".repeat(5_000);
        String none = "x".repeat(20_000);

        assertThat(splitter.split(words)).hasSizeGreaterThan(200);
        assertThat(splitter.split(none))
                .hasSizeGreaterThan(13)
                .allMatch(passage -> passage.span().length() <= 1_500);
    }
}
