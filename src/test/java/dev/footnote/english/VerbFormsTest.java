package dev.footnote.english;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerbFormsTest {

    @ParameterizedTest
    @CsvSource({
        "vote, votes, voted, voted, voting",
        "deny, denies, denied, denied, denying",
        "stay, stays, stayed, stayed, staying",
        "ban, bans, banned, banned, banning",
        "veto, vetoes, vetoed, vetoed, vetoing",
        "agree, agrees, agreed, agreed, agreeing",
        "rise, rises, rose, risen, rising",
        "cut, cuts, cut, cut, cutting",
        "attack, attacks, attacked, attacked, attacking",
        "stop, stops, stopped, stopped, stopping",
        "visit, visits, visited, visited, visiting",
        "occur, occurs, occurred, occurred, occurring",
        "fix, fixes, fixed, fixed, fixing",
        "snow, snows, snowed, snowed, snowing",
        "equip, equips, equipped, equipped, equipping",
        "quit, quits, quit, quit, quitting"
    })
    void aVerbHasFiveForms(String base, String third, String past, String participle, String gerund) {
        assertThat(VerbForms.of(base)).isEqualTo(new VerbForms(base, third, past, participle, gerund));
    }

    @ParameterizedTest
    @CsvSource({
        "rose, rise",
        "voted, vote",
        "denied, deny",
        "stopped, stop",
        "led, lead",
        "slid, slide",
        "referred, refer"
    })
    void aPastLeadsBackToItsVerb(String past, String base) {
        assertThat(BareVerbs.ofPast(past)).contains(base);
    }

    @ParameterizedTest
    @CsvSource({"was", "cut", "bed", "ship"})
    void whatIsNoPastOrLooksLikeThePresentDoesNot(String word) {
        assertThat(BareVerbs.ofPast(word)).isEmpty();
    }
}
