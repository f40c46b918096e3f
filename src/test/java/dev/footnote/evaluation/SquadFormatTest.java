package dev.footnote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Question sets in the format of SQuAD. */
class SquadFormatTest {

    private static final String SET =
            """
            {"version": "v2.0", "data": [
              {"title": "Lighthouses", "paragraphs": [
                {"context": "The lamp was lit in 1811. ", "qas": [
                  {"id": "lit", "question": " When was the lamp lit? ", "is_impossible": false,
                   "answers": [{"text": "1811", "answer_start": 20}, {"text": "in 1811", "answer_start": 17},
                               {"text": "1811", "answer_start": 20}]}]},
                {"context": "Its keeper lived ashore.", "qas": [
                  {"id": "name", "question": "What was the keeper called?", "is_impossible": true, "answers": [],
                   "plausible_answers": [{"text": "ashore", "answer_start": 17}]}]}]},
              {"title": "Ferries", "paragraphs": [
                {"context": "The ferry runs hourly.", "qas": [
                  {"id": "often", "question": "How often does it run?", "answers": [{"text": "hourly"}]}]}]}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void eachEntryIsAnArticleOfItsParagraphs() throws IOException {
        QuestionSet set = read(SET);

        assertThat(set.articles())
                .containsEntry("text-1", "The lamp was lit in 1811.\n\nIts keeper lived ashore.")
                .containsEntry("text-2", "The ferry runs hourly.")
                .hasSize(2);
        assertThat(set.trials()).extracting(Trial::id).containsExactly("lit", "name", "often");
        assertThat(set.trials()).extracting(Trial::articleId).containsExactly("text-1", "text-1", "text-2");
        assertThat(set.paragraphs().get("name").of(set.articles().get("text-1")))
                .isEqualTo("Its keeper lived ashore.");
    }

    @Test
    void differentAnswersAreAllRight() throws IOException {
        Trial trial = read(SET).trials().get(0);

        assertThat(trial.question()).isEqualTo("When was the lamp lit?");
        assertThat(trial.answers()).containsExactly("1811", "in 1811");
        assertThat(trial.kind()).isEqualTo("reading");
    }

    @Test
    void anImpossibleQuestionShouldBeRefused() throws IOException {
        Trial trial = read(SET).trials().get(1);

        assertThat(trial.isAnswerable()).isFalse();
        assertThat(trial.kind()).isEqualTo("unanswerable");
    }

    @Test
    void otherJsonIsRefusedByName() {
        assertThatThrownBy(() -> read("{\"data\": []}"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("set.json is no question set");
    }

    private QuestionSet read(String json) throws IOException {
        return QuestionSet.read(Files.writeString(folder.resolve("set.json"), json));
    }
}
