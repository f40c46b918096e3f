package dev.footnote.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footnote.text.Span;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutlineTest {

    private static final ArticleReaders READERS =
            new ArticleReaders(() -> new MemorySize(BigInteger.valueOf(1_000_000)));

    @Test
    void headingsNameWhatStandsBelowThemByTheirLevel() throws Exception {
        Manuscript read = read(
                "a.md",
                "# Boats\n\n## Heron\n\n### Length\nIt is nine metres long.\n\n## Tern\n\n### Length\nIt is six metres long.\n");

        assertThat(above(read, "It is nine")).containsExactly("Boats", "Heron", "Length");
        assertThat(above(read, "It is six")).containsExactly("Boats", "Tern", "Length");
        assertThat(read.outline().context(read.text().indexOf("It is six"), read.text()))
                .isEqualTo("Boats: Tern: Length");
    }

    @Test
    void theFirstRowNamesTheColumns() throws Exception {
        Manuscript read = read(
                "a.html",
                "<h1>Hours</h1><table><thead><tr><th>Day</th><th>Open</th></tr></thead>"
                        + "<tr><td>Monday</td><td>9 to 5</td></tr></table><p>The baths are closed in winter.</p>");

        assertThat(header(read, "Monday")).isEqualTo("Day | Open");
        assertThat(header(read, "The baths")).isEmpty();
        assertThat(above(read, "Monday")).containsExactly("Hours");
    }

    @Test
    void aTermNamesItsDescriptionsAlone() throws Exception {
        Manuscript read = read(
                "a.html",
                "<h1>Walk</h1><dl><dt>Fee</dt><dd>12 crowns</dd><dt>Start</dt><dt>Meeting point</dt><dd>The old gate</dd>"
                        + "<dd>At nine</dd></dl><p>The guide is Eva Holt.</p>");

        assertThat(above(read, "12 crowns")).containsExactly("Walk", "Fee");
        assertThat(above(read, "The old gate")).containsExactly("Walk", "Start", "Meeting point");
        assertThat(above(read, "At nine")).containsExactly("Walk", "Start", "Meeting point");
        assertThat(above(read, "The guide")).containsExactly("Walk");
    }

    /** As it is pasted from a web page or a spreadsheet. */
    @Test
    void linesWithTabsAreRowsOfATable() {
        String table = "Boat\tCrew\tBuilt\nAurora\t24\t1911\nNordlys\t31\t1926";
        String text = "All boats of the harbour are listed here.\n" + table + "\n\nThe list is not complete.";
        Outline outline = Outline.of(text, List.of());

        assertThat(outline.entries())
                .extracting(Outline.Entry::role)
                .containsExactly(Outline.Role.HEADER_ROW, Outline.Role.ROW, Outline.Role.ROW);
        assertThat(outline.headerOf(text.indexOf("Nordlys"))
                        .orElseThrow()
                        .span()
                        .of(text))
                .isEqualTo("Boat\tCrew\tBuilt");
        assertThat(outline.headerOf(text.indexOf("The list"))).isEmpty();
    }

    @Test
    void figuresOverFiguresNameNoColumns() {
        assertThat(Outline.of("120\t24\n126\t31\n130\t8", List.of()).entries())
                .extracting(Outline.Entry::role)
                .containsOnly(Outline.Role.ROW);
        assertThat(Outline.of("A line with a\ttab alone.", List.of()).entries()).isEmpty();
    }

    @Test
    void inPlainTextAShortLineOrAQuestionNamesWhatFollows() {
        String text =
                "Ferry notes\n\nHow often does it run?\n\nEvery hour, except on Sundays.\n\nPrices\n\nTwo crowns.";
        Outline outline = Outline.of(text, List.of());

        assertThat(outline.above(text.indexOf("Every hour")).stream()
                        .map(each -> each.span().of(text)))
                .containsExactly("How often does it run?");
        assertThat(outline.above(text.indexOf("Two crowns")).stream()
                        .map(each -> each.span().of(text)))
                .containsExactly("Prices");
        assertThat(outline.context(text.indexOf("Two crowns"), text)).isEmpty();
    }

    @Test
    void raisedMarksNeverJoinTheWordBefore() throws Exception {
        Manuscript read = read(
                "a.html",
                "<p>It opened in 1911<sup>3</sup> and cost £9<sup><a href=#n>[2]</a></sup> a day. The hall has 40 m<sup>2</sup>,"
                        + " the 2<sup>nd</sup> one 3 × 10<sup>4</sup> tiles. A note<sup>*</sup> says so.</p>");

        assertThat(read.text())
                .isEqualTo("It opened in 1911 and cost £9 a day. The hall has 40 m², the 2nd one 3 × 10⁴ tiles."
                        + " A note says so.");
    }

    @Test
    void entriesStandOneAfterAnother() {
        Outline.Entry one = new Outline.Entry(Outline.Role.ITEM, new Span(0, 5), 1, 5);

        assertThatThrownBy(() -> new Outline(List.of(one, one))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Outline.Entry(Outline.Role.ITEM, new Span(0, 5), 1, 4))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static Manuscript read(String name, String content) throws UnreadableArticleException {
        return READERS.read(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> above(Manuscript read, String words) {
        return read.outline().above(read.text().indexOf(words)).stream()
                .map(each -> each.span().of(read.text()))
                .toList();
    }

    private static String header(Manuscript read, String words) {
        return read.outline()
                .headerOf(read.text().indexOf(words))
                .map(row -> row.span().of(read.text()))
                .orElse("");
    }
}
