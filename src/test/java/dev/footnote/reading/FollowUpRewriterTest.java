package dev.footnote.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.answer.Turn;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowUpRewriterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What is the population of Turku?|180,000|And Vaasa?|What is the population of Vaasa?",
                "What is the population of Turku?|180,000|And of Vaasa?|What is the population of Vaasa?",
                "what is the population of turku?|180,000|and of vaasa?|what is the population of vaasa?",
                "When was Kim born?|1970|What about Berg?|When was Berg born?",
                "How many ships came in 1998?|12|And in 2004?|How many ships came in 2004?",
                "Who is the mayor of Turku?|Ida Holm|And the treasurer?|Who is the treasurer of Turku?",
                "How high is the tower?|90 metres|And the bridge?|How high is the bridge?",
                "Who is the mayor of Turku?|Ida Holm|How old is she?|How old is Ida Holm?",
                "Who is the mayor of Turku?|Ida Holm|What is her salary?|What is Ida Holm’s salary?",
                "What did Ida Holm found?|A bank|When did she found it?|(none)",
                "When was Ida Holm elected?|In May|What did she promise?|What did Ida Holm promise?",
                "How high is the tower?|90 metres|When was it built?|When was the tower built?",
                "Where was Kim born?|In Turku|How many people live there?|How many people live in Turku?",
                "Did the mayor resign?|The mayor resigned|Why?|Why did the mayor resign?",
                "When was Kim born?|1970|Where?|Where was Kim born?",
                "When was Kim born?|1970|And where?|Where was Kim born?",
                "Who won the cup?|Norway|When?|(none)",
                "Who is the mayor of Turku?|Ida Holm|When did the war end?|(none)",
            })
    void completes(String before, String said, String question, String expected) {
        assertThat(FollowUpRewriter.rewrite(question, List.of(new Turn(before, said, List.of())))
                        .orElse("(none)"))
                .isEqualTo(expected);
    }

    @Test
    void completesAlongSeveralTurns() {
        List<Turn> turns = new ArrayList<>();
        turns.add(new Turn("What is the population of Turku?", "180,000", List.of()));
        turns.add(new Turn("And Vaasa?", "67,000", List.of()));
        assertThat(FollowUpRewriter.rewrite("And Pori?", turns)).contains("What is the population of Pori?");
        assertThat(FollowUpRewriter.rewrite("Where is it?", turns)).contains("Where is Vaasa?");
    }

    @Test
    void saysNothingWithoutTurns() {
        assertThat(FollowUpRewriter.rewrite("And Pori?", List.of())).isEmpty();
    }
}
