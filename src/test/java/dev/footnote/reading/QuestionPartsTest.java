package dev.footnote.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionPartsTest {

    /** Counts how often a character is looked at. */
    private static final class Counting implements CharSequence {

        private final String text;
        private long looks;

        Counting(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            looks++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            looks += end - start;
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            looks += text.length();
            return text;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ben, ", "Ben and ", "and who ", "each: ", "? ", "hello ", "who and ", "; who x y z "})
    void workGrowsNoFasterThanTheQuestion(String unit) {
        Counting question = new Counting("Did Ann, " + unit.repeat(4000 / unit.length()) + "Cem vote?");
        QuestionParts.named(question);
        QuestionParts.asksForSeveral(question);
        assertThat(question.looks).isLessThan(40L * question.length());
    }

    @Test
    void asksOfEachOfManyNamesOnceAndOfNoMoreThanItCanRead() {
        assertThat(QuestionParts.named("Did Ann, Ben, Ben, Ben and Cem vote for the bridge?"))
                .containsExactly(
                        new QuestionParts.Part("Did Ann vote for the bridge?", "Ann"),
                        new QuestionParts.Part("Did Ben vote for the bridge?", "Ben"),
                        new QuestionParts.Part("Did Cem vote for the bridge?", "Cem"));
        assertThat(QuestionParts.named("Did Ann and Ben marry?")).hasSize(1);
    }

    @Test
    void readsTwoQuestions() {
        assertThat(QuestionParts.of("When and where is the public meeting?"))
                .containsExactly("When is the public meeting?", "Where is the public meeting?");
        assertThat(QuestionParts.of("How many boats are too long, and where do they land their fish?"))
                .containsExactly("How many boats are too long?", "where do they land their fish?");
        assertThat(QuestionParts.of("Who built it?\nWhat did it cost in the end?"))
                .containsExactly("Who built it?", "What did it cost in the end?");
        assertThat(QuestionParts.of("Who paid for the tower; who designed it for them?"))
                .hasSize(2);
    }

    @Test
    void dropsWhatIsSaidBeforeTheQuestion() {
        assertThat(QuestionParts.of("hello, which machines does this company make?"))
                .containsExactly("which machines does this company make?");
        assertThat(QuestionParts.of("Hi there! When does the pool open?")).containsExactly("When does the pool open?");
        assertThat(QuestionParts.of("I am new in town. When does the pool open?"))
                .containsExactly("When does the pool open?");
        assertThat(QuestionParts.of("My daughter is in year 3. Is she allowed to swim?"))
                .containsExactly("My daughter is in year 3. Is she allowed to swim?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who is Dr. Lee of St. Olaf's?",
                "pool opening hours",
                "What does the U.S. pay for oil and gas?",
                "Explain how the pump works.",
                "so what happened in the harbour?"
            })
    void leavesOneQuestionAsItIs(String question) {
        assertThat(QuestionParts.of(question)).hasSize(1);
        assertThat(question).endsWith(QuestionParts.of(question).get(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Which two towns lie on the river?",
                "list the rivers",
                "Which towns did it hit?",
                "Name three rivers"
            })
    void seesThatSeveralAreAskedFor(String question) {
        assertThat(QuestionParts.asksForSeveral(question)).isTrue();
        assertThat(List.of("Which town did it hit?", "Who is on the list?")).noneMatch(QuestionParts::asksForSeveral);
    }
}
