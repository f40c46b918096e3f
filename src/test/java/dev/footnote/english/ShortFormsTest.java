package dev.footnote.english;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortFormsTest {

    private static final ShortForms CLUB = ShortForms.of(
            """
            Northgate Rowing Club and the Ministry of Inland Waters signed a lease. The club hopes that the Fair Water \
            Alliance joins. In May the FWA asked the EBA for money, and the U.K. Rowing Trust paid.""");

    @Test
    void aShortFormIsSpelledOutAsTheTextWritesTheName() {
        assertThat(CLUB.spelledOut("Who runs the NRC?")).isEqualTo("Who runs the Northgate Rowing Club?");
        assertThat(CLUB.spelledOut("What did the F.W.A. ask for?"))
                .isEqualTo("What did the Fair Water Alliance ask for?");
    }

    @Test
    void smallWordsOfANameMayHaveTheirLetterOrNot() {
        assertThat(CLUB.spelledOut("Did the MIW sign?")).isEqualTo("Did the Ministry of Inland Waters sign?");
        assertThat(CLUB.spelledOut("Did the MOIW sign?")).isEqualTo("Did the Ministry of Inland Waters sign?");
    }

    @Test
    void partOfALongerNameHasAShortFormToo() {
        assertThat(CLUB.spelledOut("Is the RC open?")).isEqualTo("Is the Rowing Club open?");
    }

    @Test
    void peopleTypeThemWithoutCapitals() {
        assertThat(CLUB.spelledOut("who runs the nrc")).isEqualTo("who runs the Northgate Rowing Club");
        assertThat(CLUB.spelledOut("WHO RUNS THE NRC")).isEqualTo("WHO RUNS THE Northgate Rowing Club");
    }

    @Test
    void aWordOfTheLanguageIsNoShortForm() {
        ShortForms text = ShortForms.of("The World Harvest Organisation met. In Tuva it rained. Old Nora slept on.");
        assertThat(text.spelledOut("who met in tuva")).isEqualTo("who met in tuva");
        assertThat(text.spelledOut("WHO MET")).isEqualTo("WHO MET");
        assertThat(text.spelledOut("what did WHO do")).isEqualTo("what did World Harvest Organisation do");
        assertThat(text.spelledOut("did nora sleep on")).isEqualTo("did nora sleep on");
    }

    @Test
    void aNameIsShortenedWhereTheTextHasOnlyItsShortForm() {
        assertThat(CLUB.shortened("What was the European Boat Association asked for?"))
                .isEqualTo("What was the EBA asked for?");
        assertThat(CLUB.shortened("what was the european boat association asked for"))
                .isEqualTo("what was the EBA asked for");
        assertThat(CLUB.shortened("Did the Fair Water Alliance ask?")).isEqualTo("Did the Fair Water Alliance ask?");
        assertThat(CLUB.shortened("Did Eve buy apples?")).isEqualTo("Did Eve buy apples?");
    }

    @Test
    void aQuestionIsReadInTheWordsOfThePassage() {
        String question = "Who asked the FWA?";
        assertThat(CLUB.inWordsOf("In May the FWA asked.", question)).isEqualTo(question);
        assertThat(CLUB.inWordsOf("It hopes that the Fair Water Alliance joins.", question))
                .isEqualTo("Who asked the Fair Water Alliance?");
        assertThat(CLUB.inWordsOf("It rained.", question)).isEqualTo(question);
    }

    @Test
    void namesDoNotRunOnFromOneSentenceIntoTheNext() {
        ShortForms text = ShortForms.of("They met Ann. Bo came. Cy, Di and Ed left.");
        assertThat(text.spelledOut("AB, CD or ABC?")).isEqualTo("AB, CD or ABC?");
        assertThat(text.spelledOut("What about DE?")).isEqualTo("What about Di and Ed?");
    }

    @Test
    void theCommonestNameOfSeveralIsMeant() {
        ShortForms text = ShortForms.of("Park Lane is long. Post Laws changed. The Post Laws were old.");
        assertThat(text.spelledOut("What is PL?")).isEqualTo("What is Post Laws?");
    }
}
