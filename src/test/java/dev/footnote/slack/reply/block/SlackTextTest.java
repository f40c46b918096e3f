package dev.footnote.slack.reply.block;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = "→",
            textBlock =
                    """
            <@UBOT> Who repaired it? → Who repaired it?
            <@UBOT>: who? → who?
            Who, <@UBOT|footnote>? → Who, ?
            Is <@U2|ann> in <#C1|general>? → Is @ann in #general?
            See <https://example.org|this page> please → See this page please
            See <https://example.org> please → See https://example.org please
            Tell <!here|here> &lt;b&gt; R&amp;D → Tell here <b> R&D
            Is &amp;lt; an entity? → Is &lt; an entity?
            a < b and c > d? → a < b and c > d?
            Mail <mailto:a@b.example|a@b.example> now → Mail a@b.example now
            """)
    void questionIsWhatThePersonMeant(String typed, String question) {
        assertThat(SlackText.question(typed, "UBOT")).isEqualTo(question);
    }

    @Test
    void mentionAtTheBeginningIsOursWhereWeDoNotKnowOurName() {
        assertThat(SlackText.question("<@U7> who?\n\tand why", null)).isEqualTo("who? and why");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "→",
            textBlock =
                    """
            <!channel> & <@U1> → &lt;!channel&gt; &amp; &lt;@U1&gt;
            <https://evil.example|click> → &lt;https:\u2060//evil.example|click&gt;
            http://evil.example → http:\u2060//evil.example
            www.evil.example → www\u2060.evil.example
            a@evil.example → a\u2060@evil.example
            MAILTO:a → MAILTO:\u2060a
            """)
    void nothingInMrkdwnPingsOrLinks(String text, String escaped) {
        assertThat(SlackText.mrkdwn(text)).isEqualTo(escaped);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "→",
            quoteCharacter = '~',
            textBlock =
                    """
            <!everyone> R&D → &lt;!everyone&gt; R&D
            [click](https://x.example) → [click]\u2060(https:\u2060//x.example)
            [click][1] → [click]\u2060[1]
            [1]: https://x.example → [1]\u2060: https:\u2060//x.example
            Ines Falk [1] → Ines Falk [1]
            **bold** `code` # head → \\*\\*bold\\*\\* \\`code\\` \\# head
            """)
    void nothingInMarkdownPingsLinksOrFormats(String text, String escaped) {
        assertThat(SlackText.markdown(text)).isEqualTo(escaped);
    }

    @Test
    void shorteningCutsNoCharacterInTwo() {
        assertThat(SlackText.shortened("abc", 3)).isEqualTo("abc");
        assertThat(SlackText.shortened("abcd", 3)).isEqualTo("ab…");
        assertThat(SlackText.shortened("a😀b😀", 4)).isEqualTo("a😀…");
        assertThat(SlackText.shortened("a😀b😀", 3)).isEqualTo("a…");
        assertThat(SlackText.shortened("e\u0301e\u0301e\u0301", 4)).isEqualTo("e\u0301…");
    }

    @Property
    void shorteningKeepsItsLimit(@ForAll String text, @ForAll @IntRange(min = 1, max = 50) int most) {
        assertThat(SlackText.shortened(text, most).length()).isLessThanOrEqualTo(Math.max(most, 1));
    }
}
