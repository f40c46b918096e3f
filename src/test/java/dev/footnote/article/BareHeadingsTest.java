package dev.footnote.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Headings of texts that mark none. */
class BareHeadingsTest {

    private static List<String> headings(String text) {
        Outline outline = Article.outlineOf(text);
        return IntStream.range(0, text.length())
                .mapToObj(outline::at)
                .flatMap(Optional::stream)
                .filter(entry -> entry.role() == Outline.Role.HEADING)
                .map(entry -> entry.span().of(text))
                .toList();
    }

    @Test
    void aShortLineAboveProseIsOne() {
        assertThat(headings("The mill\n\nIt grinds oats.\n\nOpening hours\nWe open at nine."))
                .containsExactly("The mill", "Opening hours");
    }

    @Test
    void aTitleAndTheHeadingBelowItAreBothHeadings() {
        assertThat(headings("The mill\n\nHow it works\n\nIt grinds oats.")).containsExactly("The mill", "How it works");
    }

    @Test
    void aBylineIsNone() {
        assertThat(headings("The mill\n\nBy Ada Holm, miller\n\nIt grinds oats.\n\nBy the river\n\nIt floods."))
                .containsExactly("The mill", "By the river");
    }

    @Test
    void theLastLineOfATextNamesNothing() {
        assertThat(headings("The mill\n\nIt grinds oats.\n\nReported by Ada Holm"))
                .containsExactly("The mill");
    }

    @Test
    void linesOfATimelineAreRead() {
        String text =
                """
                What happened

                9 May

                08:10 Ada Holm opens the sluice
                08:25 The wheel stops
                08:40 Jon Berg calls the mill

                Thanks

                We thank all who helped.""";
        assertThat(headings(text)).containsExactly("What happened", "9 May", "Thanks");
    }

    @Test
    void linesBelowOneOfAnotherKindAreItsEntries() {
        assertThat(headings("Flour\n\nWe sell it.\n\nPrices\n3 crowns a bag\n20 crowns a sack\n\nCome by."))
                .containsExactly("Flour", "Prices");
    }

    @Test
    void linesThatBeginAlikeAreAllRead() {
        assertThat(headings("We met at the mill.\n\nAda Holm, miller\nJon Berg, carter\nIda Lund, baker"))
                .isEmpty();
    }

    @Test
    void ofManyLinesInARowTheFirstAndTheLastName() {
        assertThat(
                        headings(
                                "Friends of the mill\n\nHolm Bakery\n\nBerg Carriers\n\nLund and Sons\n\nHow to join\n\nWrite to us."))
                .containsExactly("Friends of the mill", "How to join");
    }

    @Test
    void aFileThatMarksHeadingsHasNoOthers() throws Exception {
        Manuscript read = OutlineTest.read("a.md", "# Mill\n\nOats\n\nIt grinds oats.");
        assertThat(read.outline().at(read.text().indexOf("Oats"))).isEmpty();
    }
}
