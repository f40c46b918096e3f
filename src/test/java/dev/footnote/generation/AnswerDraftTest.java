package dev.footnote.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.footnote.english.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerDraftTest {

    private static final SentenceSplitter SPLITTER = new SentenceSplitter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Russia vetoed it [1].                 | Russia vetoed it.  | 1
                    Russia vetoed it. [1]                 | Russia vetoed it.  | 1
                    Russia vetoed it.[1]                  | Russia vetoed it.  | 1
                    [1] Russia vetoed it.                 | Russia vetoed it.  | 1
                    Russia vetoed it [1][2].              | Russia vetoed it.  | 1 2
                    Russia vetoed it [1], [2] and [4].    | Russia vetoed it.  | 1 2 4
                    Russia vetoed it [1, 2].              | Russia vetoed it.  | 1 2
                    Russia vetoed it [1; 2 and 4].        | Russia vetoed it.  | 1 2 4
                    Russia vetoed it [1-3].               | Russia vetoed it.  | 1 2 3
                    Russia vetoed it [2–4, 7].            | Russia vetoed it.  | 2 3 4 7
                    Russia vetoed it 【1】.                | Russia vetoed it.  | 1
                    Russia vetoed it【3†source】.          | Russia vetoed it.  | 3
                    Russia vetoed it ［1］.                | Russia vetoed it.  | 1
                    Russia vetoed it [^1].                | Russia vetoed it.  | 1
                    Russia vetoed it \\[1\\].             | Russia vetoed it.  | 1
                    Russia vetoed it [ 1 ].               | Russia vetoed it.  | 1
                    Russia vetoed it [Sentence 4].        | Russia vetoed it.  | 4
                    Russia vetoed it [1](#1).             | Russia vetoed it.  | 1
                    Russia [1] vetoed it [2].             | Russia vetoed it.  | 1 2
                    Russia vetoed it [1] [1].             | Russia vetoed it.  | 1
                    Russia "vetoed [sic] it" [1].         | Russia "vetoed [sic] it". | 1
                    The U.S. fired 59 missiles [2].       | The U.S. fired 59 missiles. | 2
                    """)
    void markersOfAllShapesBecomeNumbers(String written, String text, String numbers) {
        List<DraftSentence> sentences = draft(written);

        assertThat(sentences).extracting(DraftSentence::text).containsExactly(text);
        assertThat(sentences.get(0).numbers())
                .containsExactlyElementsOf(List.of(numbers.split(" ")).stream()
                        .map(Integer::valueOf)
                        .toList());
    }

    @Test
    void markersBelongToTheSentenceTheyStandBehind() {
        assertThat(draft("Russia vetoed it. [1] China abstained. [2][3] Bolivia did not [4]."))
                .containsExactly(
                        new DraftSentence("", "Russia vetoed it.", List.of(1)),
                        new DraftSentence(" ", "China abstained.", List.of(2, 3)),
                        new DraftSentence(" ", "Bolivia did not.", List.of(4)));
    }

    @Test
    void markersBelongToTheSentenceTheyStandBeforeWhereTheLineBeginsWithOne() {
        assertThat(draft("[1] Russia vetoed it. [2] China abstained."))
                .extracting(DraftSentence::text, sentence -> sentence.numbers().get(0))
                .containsExactly(tuple("Russia vetoed it.", 1), tuple("China abstained.", 2));
    }

    @Test
    void aSentenceWithoutAMarkerHasNone() {
        assertThat(draft("Russia vetoed it. China abstained [2]."))
                .extracting(DraftSentence::numbers)
                .containsExactly(List.of(), List.of(2));
    }

    @Test
    void listsKeepTheirSignsBetweenTheSentences() {
        List<DraftSentence> sentences = draft(
                """
                They voted so [1]:

                - Russia vetoed it [2]
                - China abstained. [3]



                1. Bolivia was against it [4].
                2. Peru was not [5].
                """);

        assertThat(together(sentences))
                .isEqualTo(
                        """
                        They voted so:

                        - Russia vetoed it
                        - China abstained.

                        1. Bolivia was against it.
                        2. Peru was not.""");
        assertThat(sentences)
                .extracting(DraftSentence::numbers)
                .containsExactly(List.of(1), List.of(2), List.of(3), List.of(4), List.of(5));
    }

    @Test
    void fencesOfCodeAndEmptyLinesAreDropped() {
        assertThat(together(draft("\n\n```markdown\nRussia vetoed it [1].\n```\n\n")))
                .isEqualTo("Russia vetoed it.");
    }

    @Test
    void aBrokenLineIsOneSentenceWhereItGoesOnInLowerCase() {
        assertThat(draft("Russia vetoed\nthe resolution [1].\nChina abstained [2]."))
                .extracting(DraftSentence::plain)
                .containsExactly("Russia vetoed the resolution.", "China abstained.");
    }

    @Test
    void aMarkerOnALineOfItsOwnBelongsToTheLineBefore() {
        assertThat(draft("Russia vetoed it.\n[1]\n\nChina abstained.\n[2]"))
                .extracting(DraftSentence::text, sentence -> sentence.numbers().get(0))
                .containsExactly(tuple("Russia vetoed it.", 1), tuple("China abstained.", 2));
    }

    @Test
    void aListOfSourcesAtTheEndSaysNothing() {
        assertThat(draft("Russia vetoed it [1].\n\nSources: [1], [2]"))
                .extracting(DraftSentence::text)
                .containsExactly("Russia vetoed it.");
    }

    @Test
    void markdownIsNoPartOfTheClaim() {
        DraftSentence sentence = draft("**Russia** vetoed `it` on *7 April* in [New York](https://example.org) [1].")
                .get(0);

        assertThat(sentence.plain()).isEqualTo("Russia vetoed it on 7 April in New York.");
        assertThat(sentence.text())
                .isEqualTo("**Russia** vetoed `it` on *7 April* in [New York](https://example.org).");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<think>Who? [9]. Perhaps China.</think>Russia vetoed it [1].",
                "<think>\nWho? [9]\n</think>\n\nRussia vetoed it [1].",
                "Perhaps China. Perhaps not, who knows. [9]</think>Russia vetoed it [1].",
                "Russia vetoed it [1].<thinking>Was that right?</thinking>",
                "Russia vetoed it [1]. <think>Was that"
            })
    void whatIsThoughtIsNotSaid(String written) {
        assertThat(draft(written)).containsExactly(new DraftSentence("", "Russia vetoed it.", List.of(1)));
    }

    @Test
    void whatLooksLikeATagOnlyIsSaid() {
        assertThat(together(draft("It is <think and 3 < 4 [1]."))).isEqualTo("It is <think and 3 < 4.");
    }

    @Test
    void whereTheStreamIsCutMakesNoDifference() {
        Random random = new Random(7);
        List<String> texts = List.of(
                "Russia vetoed it [1]. China abstained. [2, 3] The U.S. fired 59 missiles 【4】.",
                "[1] Russia vetoed it. [2] China abstained.\n\n- Mr. Smith said \"No.\" [3]\n- Others, too [4-6].",
                "<think>Hm [1].</think>\n```\nRussia vetoed it.\n[1]\n```\n1. China abstained [2].\n2. At 5 p.m. he left [3].",
                "Hm. He thinks. So it is.</think>The \"veto\" came at 3 a.m. Moscow time [1]. It was \\[2\\] late 🙂 [3](#3).");
        for (String text : texts) {
            List<DraftSentence> whole = draft(text);
            assertThat(cut(text, 1, random)).isEqualTo(whole);
            for (int i = 0; i < 48; i++) {
                assertThat(cut(text, 1 + i % 12, random)).isEqualTo(whole);
            }
        }
    }

    @Test
    void aSentenceIsGivenOutAsSoonAsTheNextHasBegun() {
        AnswerDraft draft = new AnswerDraft(SPLITTER);

        assertThat(draft.add("Russia vetoed it [1]. ")).isEmpty();
        assertThat(draft.add("China ")).hasSize(1);
        assertThat(draft.add("abstained [2].\n")).isEmpty();
        assertThat(draft.add("\n")).hasSize(1);
    }

    @Test
    void markersAreSeenEvenWhereTheyNameNothingThatWasGiven() {
        AnswerDraft marked = new AnswerDraft(SPLITTER);
        marked.add("Russia vetoed it [999].");
        marked.finish();
        AnswerDraft unmarked = new AnswerDraft(SPLITTER);
        unmarked.add("Russia vetoed it [sic].");
        unmarked.finish();

        assertThat(marked.isMarked()).isTrue();
        assertThat(unmarked.isMarked()).isFalse();
    }

    private static List<DraftSentence> draft(String... parts) {
        AnswerDraft draft = new AnswerDraft(SPLITTER);
        List<DraftSentence> sentences = new ArrayList<>();
        for (String part : parts) {
            List<DraftSentence> finished = draft.add(part);
            if (draft.isRestarted()) {
                sentences.clear();
            }
            sentences.addAll(finished);
        }
        sentences.addAll(draft.finish());
        return sentences;
    }

    private static List<DraftSentence> cut(String text, int longest, Random random) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = Math.min(text.length(), at + 1 + random.nextInt(longest));
            parts.add(text.substring(at, end));
            at = end;
        }
        return draft(parts.toArray(String[]::new));
    }

    private static String together(List<DraftSentence> sentences) {
        StringBuilder text = new StringBuilder();
        sentences.forEach(sentence -> text.append(sentence.before()).append(sentence.text()));
        return text.toString();
    }
}
