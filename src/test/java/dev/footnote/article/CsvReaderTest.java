package dev.footnote.article;

import static dev.footnote.article.Formats.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.article.Outline.Role;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {

    private final ArticleReaders readers = new ArticleReaders(() -> new MemorySize(BigInteger.valueOf(1 << 20)));

    private Manuscript read(String name, String content) throws UnreadableArticleException {
        return readers.read(name, utf8(content));
    }

    private static List<Role> roles(Manuscript manuscript) {
        return manuscript.outline().entries().stream().map(Outline.Entry::role).toList();
    }

    @Test
    void rowsAreWrittenAsThoseOfAWebPage() throws Exception {
        Manuscript table = read(
                "Ferry times.csv",
                "\uFEFFDay,From,Price\r\nMonday,\"Marrow Point, pier 2\",\"$4.50\"\r\n\r\nTuesday,\"The \"\"Old\"\"\r\nQuay\","
                        + "\r\n,Island,3\r\n");
        Manuscript page = read(
                "a.html",
                "<table><tr><th>Day</th><th>From</th><th>Price</th></tr><tr><td>Monday</td><td>Marrow Point, pier 2</td>"
                        + "<td>$4.50</td></tr><tr><td>Tuesday</td><td>The \"Old\"<br>Quay</td><td></td></tr>"
                        + "<tr><td></td><td>Island</td><td>3</td></tr></table>");
        assertThat(table.text())
                .isEqualTo(
                        "Day | From | Price\n\nMonday | Marrow Point, pier 2 | $4.50\n\nTuesday | The \"Old\" Quay |\n\n"
                                + "| Island | 3");
        assertThat(table.text()).isEqualTo(page.text());
        assertThat(table.outline()).isEqualTo(page.outline());
        assertThat(table.title()).isEqualTo("Ferry times");
        assertThat(table.mediaType()).isEqualTo("text/csv");
        assertThat(table.warnings()).isEmpty();
        assertThat(table.outline().context(table.text().indexOf("Monday"), table.text()))
                .isEqualTo("Day | From | Price");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "|", "\t"})
    void whatPartsTheCellsIsFoundOut(String separator) throws Exception {
        String text = "Name,Height,Note\nMill,\"12\",stone - old\nTower,30,\"tall, and thin\"\nBarn,9,red"
                .replaceAll(",(?! )", "\0")
                .replace("\0", separator);
        assertThat(read("a.csv", text).text())
                .isEqualTo(
                        "Name | Height | Note\n\nMill | 12 | stone - old\n\nTower | 30 | tall, and thin\n\nBarn | 9 | red");
    }

    @Test
    void decimalCommasAndWhatExcelSaysAreHeeded() throws Exception {
        assertThat(read("a.csv", "Name;Weight\nRye;1,5\nOats;2,5").text())
                .isEqualTo("Name | Weight\n\nRye | 1,5\n\nOats | 2,5");
        assertThat(read("a.csv", "sep=^\nName^Weight\nRye^1").text()).isEqualTo("Name | Weight\n\nRye | 1");
        Manuscript tabs = read("a.tsv", "Name\tNote\nRye\tgood, cheap\nOats\tdear");
        assertThat(tabs.text()).isEqualTo("Name | Note\n\nRye | good, cheap\n\nOats | dear");
        assertThat(tabs.mediaType()).isEqualTo("text/tab-separated-values");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            textBlock =
                    """
            Name,Age\\nAda,36\\nBela,40 ! HEADER_ROW
            Country,2019,2020\\nChad,1.2,1.3\\nMali,2.1,2.2 ! HEADER_ROW
            Name,City\\nAda,London\\nBela,Riga ! HEADER_ROW
            Ada,36,1.80\\nBela,40,1.72\\nCora,29,1.65 ! ROW
            red,red,blue\\ngreen,red,blue ! ROW
            """)
    void firstRowNamesTheColumnsUnlessItLooksLikeTheOthers(String text, Role first) throws Exception {
        assertThat(roles(read("a.csv", text.replace("\\n", "\n"))).get(0)).isEqualTo(first);
    }

    @Test
    void titleAboveTheTableIsItsTitle() throws Exception {
        Manuscript table = read("export 7.csv", "Sacks of rye by year,,\n,,\nYear,Sacks,Price\n1871,40,3\n1872,41,3");
        assertThat(table.text()).startsWith("Sacks of rye by year\n\nYear | Sacks | Price\n\n1871");
        assertThat(table.title()).isEqualTo("Sacks of rye by year");
        assertThat(roles(table)).containsExactly(Role.HEADING, Role.HEADER_ROW, Role.ROW, Role.ROW);
    }

    @Test
    void oneColumnIsAList() throws Exception {
        assertThat(roles(read("a.csv", "Grain\nRye\nOats\nWheat"))).containsOnly(Role.ITEM);
    }

    @Test
    void unclosedQuotationCostsNoRows() throws Exception {
        Manuscript table = read("a.csv", "Name,Size\nPlank,\"12\nBeam,14\nPost,15");
        assertThat(table.text()).isEqualTo("Name | Size\n\nPlank | \"12\n\nBeam | 14\n\nPost | 15");
        assertThat(table.warnings()).singleElement().asString().contains("quotation mark");
    }

    @Test
    void tableOfNamesIsNotTakenForAnotherLanguage() throws Exception {
        StringBuilder rows = new StringBuilder("Customer,City,Mail\n");
        for (int i = 0; i < 60; i++) {
            rows.append("Zuniga Baxter " + i + ",Jimmychester,mata" + i + "@colon.com\n");
        }
        assertThat(read("a.csv", rows.toString()).warnings()).isEmpty();
    }
}
