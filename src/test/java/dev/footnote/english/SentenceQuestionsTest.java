package dev.footnote.english;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceQuestionsTest {

    /** What else the article says: its names within a sentence. */
    private static final ProperNouns NAMES = ProperNouns.of("It was near Solmaris that Lund met Holm and Bo Ek.");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WHO | Lund University opened a new library after the fire. | Who opened a new library?",
                "WHO | Lund, a friend of the house, sold the ferry. | Who sold the ferry?",
                "WHO | The old bell was designed by Ann Berg. | Who designed the old bell?",
                "WHO | The hymn was written by Ann Berg. | Who was the hymn written by?",
                "WHEN | The Harbour Museum was founded by sailors in 1924. | When was the Harbour Museum founded by sailors?",
                "WHEN | Holm died on 19 October 1909. | When did Holm die?",
                "WHEN | In 1911 Holm married Ilse Berg, who died in 1919. | When did Holm marry Ilse Berg?",
                "WHEN | The market took over the hall only in 1911. | When did the market take over the hall?",
                "WHEN | Wild camping was forbidden in 2019 after a fire. | When was wild camping forbidden?",
                "WHERE | Holm was born on 3 May 1902 in Solmaris. | Where was Holm born?",
                "WHAT | Solmaris is a small island in the north of the bay. | What is Solmaris?",
                "WHAT | He wrote to the Meridian Institute, a body of twelve scholars, about it. | What is the Meridian Institute?",
                "WHY | The pier was closed to all boats because it had rotted. | Why was the pier closed to all boats?",
                "WHY | Holm left the club because of a quarrel. | Why did Holm leave the club?",
                "HOW_MANY | There were 58 passengers on board. | How many passengers were on board?",
                "HOW_MANY | The Harbour Inn has twelve small rooms. | How many small rooms does the Harbour Inn have?",
                "HOW_MANY | The flood killed about 61 people in the lower town. | How many people did the flood kill in the lower town?",
                "HOW_MANY | The company employs 40 people in the valley. | How many people does the company employ in the valley?",
                "HOW_MANY | Two clerks were drowned at the ford. | How many clerks were drowned at the ford?",
                "HOW_MANY | The police found two cases of slashed tyres. | How many cases of slashed tyres did the police find?",
                "HOW_MUCH | Repairs will cost 2.4 million crowns. | How much will repairs cost?",
                "HOW_MUCH | The city paid 3 million crowns for the old ferry. | How much did the city pay for the old ferry?",
                "HOW_LONG | The repair took three to five weeks. | How long did the repair take?",
                "HOW_LONG | The bridge is 340 metres long and has no rail. | How long is the bridge?",
                "WHO_IS | Ann Berg, a physicist from Turku, waited. | Who is Ann Berg?",
                "WHO_IS | Ann Berg was the first engineer of the town. | Who was Ann Berg?",
                "SAY | \"It is a start\", said Ann Berg. | What did Ann Berg say?",
                "SAY | \"It is a start\", says Ann Berg. | What does Ann Berg say?",
                "SAY | Ann Berg argues that it is a start. | What does Ann Berg say?",
                "SAY | Ann Berg said the new clinic was full. | What did Ann Berg say about the new clinic?",
                "SAY | \"The decision was mine\", said Ann Berg. | What did Ann Berg say about the decision?"
            })
    void aSentenceIsTurnedRound(QuestionForm form, String sentence, String question) {
        assertThat(SentenceQuestions.of(sentence, NAMES)).containsEntry(form, question);
    }

    @Test
    void aSentenceMayAnswerSeveral() {
        assertThat(SentenceQuestions.of("\"It is a start\", said Ann Berg, an engineer from Turku, on Monday.", NAMES))
                .containsEntry(QuestionForm.WHO_IS, "Who is Ann Berg?")
                .containsEntry(QuestionForm.SAY, "What did Ann Berg say?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It rained for most of the day.",
                "She is a teacher in the old town.",
                "There were 58 passengers.",
                "Work began in May 1866.",
                "Lamps made to order cannot be sent back.",
                "Others thought of an epidemic.",
                "Last year 212 cases were notified in Norway.",
                "The former sold 12 boats.",
                "Holm said nothing was lost, and Holm denied on Monday that he knew."
            })
    void whatPointsElsewhereOrSaysTooLittleIsLeft(String sentence) {
        assertThat(SentenceQuestions.of(sentence, ProperNouns.of(""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The Heron followed in the spring.",
                "Holm declined to comment.",
                "Holm called the plan \"a cure\".",
                "Tripods need a permit."
            })
    void whoIsAskedOfNothingThatHappensAndOfNoHalfThought(String sentence) {
        assertThat(SentenceQuestions.of(sentence, NAMES)).doesNotContainKey(QuestionForm.WHO);
    }

    @Test
    void whatAnArticleAsksItselfIsTakenAsItIs() {
        assertThat(SentenceQuestions.own("## How can I pay?")).contains("How can I pay?");
        assertThat(SentenceQuestions.own("3. **What does delivery cost?**")).contains("What does delivery cost?");
        assertThat(SentenceQuestions.own("Abara: Why was the light automated?"))
                .contains("Why was the light automated?");
        assertThat(SentenceQuestions.own("How long does it take?")).isEmpty();
        assertThat(SentenceQuestions.own("My lamp is broken. What now?")).isEmpty();
        assertThat(SentenceQuestions.own("How can I pay")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Working abroad,What does it say about working abroad?",
        "## Equipment And Costs ##,What does it say about equipment and costs?",
        "3. Visits to Turku,What does it say about visits to Turku?"
    })
    void aHeadingThatNamesSomethingIsAskedFor(String heading, String question) {
        assertThat(SentenceQuestions.ofHeading(heading, ProperNouns.of("We went to Turku in May.")))
                .contains(question);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who can work remotely",
                "If something goes wrong",
                "Can I pay by card?",
                "2.1.0 (2024-05-02)",
                "This and that",
                "Add the salt",
                "What everybody who has ever been there knows"
            })
    void otherHeadingsAreNot(String heading) {
        assertThat(SentenceQuestions.ofHeading(heading, ProperNouns.of(""))).isEmpty();
    }
}
