package dev.footnote.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.answer.Support;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VerificationTest {

    private static final String LONG =
            "In the winter of 1963, after the third flood in as many years, the council, which had until then refused to"
                    + " hear of it, voted (by nine to two) to move the library, its readers' garden and the weather"
                    + " station up the hill – “out of the river's reach”, as the mayor put it.";

    private final Verification verification;

    VerificationTest(Verification verification) {
        this.verification = verification;
    }

    @Test
    void whatASentenceSaysWordForWordIsSupported() {
        Verdict verdict = verification.verify(LONG.replace("–", "-"), List.of("It rained.", LONG));

        assertThat(verdict.support()).isEqualTo(Support.SUPPORTED);
        assertThat(verdict.score()).isEqualTo(1);
        assertThat(verdict.instead()).isNull();
    }

    @Test
    void encodingOfLettersMakesNoDifferenceButSignsDo() {
        String typeset = "The e\uFB03cient Cafe\u0301 Mar\u00ADston cost $5.";
        assertThat(verification
                        .verify("The efficient Caf\u00E9 Marston cost $5.", List.of(typeset))
                        .score())
                .isEqualTo(1);
        assertThat(verification
                        .verify("The efficient Caf\u00E9 Marston cost €5.", List.of(typeset))
                        .score())
                .isLessThan(1);
    }

    @Test
    void aPartOfASentenceIsWeighedForItMayNotBeWhatItSays() {
        Verdict verdict = verification.verify(
                "Nobody lives in the lighthouse.", List.of("The keeper denied that nobody lives in the lighthouse."));

        assertThat(verdict.score()).isLessThan(1);
    }

    @Test
    void withoutASentenceNothingIsSupported() {
        assertThat(verification.verify("The library moved.", List.of()).support())
                .isEqualTo(Support.UNSUPPORTED);
    }
}
