package dev.footnote.article;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;

/** Pages are drawn as the programs of the world draw them: each piece of text at its place. */
class PdfReaderTest {

    private static final List<String> PROSE = List.of(
            "The library of the village was founded by a retired sailor who had",
            "collected books in every harbour that his ship had ever called at. It",
            "was opened to the public in the spring of 1931 and has been kept by",
            "volunteers since then, who lend about forty books on a usual day.");

    /** Draws on a page; places are in points from its lower left corner. */
    private static final class Pen {

        private final PDPageContentStream content;
        private float size = 11;
        private FontName font = FontName.HELVETICA;

        Pen(PDPageContentStream content) {
            this.content = content;
        }

        Pen set(FontName other, float otherSize) {
            font = other;
            size = otherSize;
            return this;
        }

        Pen at(float x, float y, String text) throws IOException {
            return turned(0, x, y, text);
        }

        Pen turned(double degrees, float x, float y, String text) throws IOException {
            content.beginText();
            content.setFont(new PDType1Font(font), size);
            content.setTextMatrix(Matrix.getRotateInstance(Math.toRadians(degrees), x, y));
            content.showText(text);
            content.endText();
            return this;
        }

        /** Draws text and returns where it ends. */
        float after(float x, float y, String text) throws IOException {
            at(x, y, text);
            return x + new PDType1Font(font).getStringWidth(text) / 1000 * size;
        }

        Pen lines(float x, float y, float leading, List<String> lines) throws IOException {
            for (int i = 0; i < lines.size(); i++) {
                at(x, y - i * leading, lines.get(i));
            }
            return this;
        }
    }

    /** What is drawn on a page. */
    private interface Drawing {
        void on(Pen pen) throws IOException;
    }

    private static Manuscript read(Drawing... pages) throws Exception {
        try (PDDocument document = new PDDocument()) {
            for (Drawing drawing : pages) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    drawing.on(new Pen(content));
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return new ArticleReaders(() -> new MemorySize(BigInteger.valueOf(5_000_000)))
                    .read("a.pdf", out.toByteArray());
        }
    }

    private static String textOf(Drawing... pages) throws Exception {
        return read(pages).text();
    }

    private static String prose() {
        return String.join(" ", PROSE);
    }

    @Test
    void tableStaysInRowsAndItsHeaderIsKnown() throws Exception {
        Manuscript manuscript = read(pen -> {
            pen.at(72, 760, "The boats of the harbour are listed here.");
            String[][] rows = {
                {"Boat", "Owner", "Length", "Built"},
                {"Gull", "Ada Berg", "12 m", "1987"},
                {"Tern", "", "9 m", "2003"},
                {"Petrel", "Ivar Lund", "15 m", "1999"}
            };
            for (int row = 0; row < rows.length; row++) {
                for (int cell = 0; cell < 4; cell++) {
                    pen.at(72 + 90 * cell, 720 - 18 * row, rows[row][cell]);
                }
            }
            pen.lines(72, 600, 14, PROSE);
        });
        assertThat(manuscript.text())
                .isEqualTo("The boats of the harbour are listed here.\n\nBoat | Owner | Length | Built\n\n"
                        + "Gull | Ada Berg | 12 m | 1987\n\nTern |  | 9 m | 2003\n\nPetrel | Ivar Lund | 15 m | 1999\n\n"
                        + prose());
        int tern = manuscript.text().indexOf("Tern");
        assertThat(manuscript.outline().headerOf(tern).orElseThrow().span().of(manuscript.text()))
                .isEqualTo("Boat | Owner | Length | Built");
        assertThat(manuscript.outline().headerOf(manuscript.text().indexOf("The library")))
                .isEmpty();
    }

    @Test
    void billStaysInLines() throws Exception {
        assertThat(textOf(pen -> {
                    String[][] rows = {
                        {"Coffee", "$3.50"}, {"Rye bread", "$4.20"}, {"Sales Tax (8%)", "$0.62"}, {"TOTAL", "$8.32"}
                    };
                    for (int row = 0; row < rows.length; row++) {
                        pen.at(72, 700 - 13 * row, rows[row][0]).at(240, 700 - 13 * row, rows[row][1]);
                    }
                }))
                .isEqualTo("Coffee | $3.50\n\nRye bread | $4.20\n\nSales Tax (8%) | $0.62\n\nTOTAL | $8.32");
        assertThat(textOf(pen -> pen.lines(
                        72,
                        700,
                        12,
                        List.of("CORNER SHOP", "Register: 4", "Tea $2.00", "Tax (8%) $0.16", "TOTAL $2.16"))))
                .contains("Tea $2.00\n\nTax (8%) $0.16\n\nTOTAL $2.16");
    }

    @Test
    void columnsDrawnRowByRowAreReadOneByOne() throws Exception {
        List<String> left = List.of(
                "The lighthouse on the northern cape was",
                "built of granite that had been brought by",
                "barge from the quarries of the mainland,",
                "and its lamp was lit in October 1874.");
        List<String> right = List.of(
                "Its last keeper left the tower on the day",
                "when the lamp was switched to electric",
                "light and could be watched from the port,",
                "which is eleven miles farther south.");
        Drawing rows = pen -> {
            for (int i = 0; i < 4; i++) {
                pen.at(60, 700 - 14 * i, left.get(i)).at(310, 700 - 14 * i, right.get(i));
            }
        };
        assertThat(textOf(rows)).isEqualTo(String.join(" ", left) + "\n\n" + String.join(" ", right));
        assertThat(textOf(pen -> pen.lines(310, 695, 14, right).lines(60, 700, 14, left)))
                .isEqualTo(String.join(" ", left) + "\n\n" + String.join(" ", right));
    }

    @Test
    void widelySetLinesAreOneParagraph() throws Exception {
        for (float leading : List.of(13f, 20f, 28f, 33f)) {
            assertThat(textOf(pen -> pen.lines(72, 760, leading, PROSE))).isEqualTo(prose());
        }
        List<String> single = List.of("The first rule is short.", "The second rule is short, too.", "So is the third.");
        assertThat(textOf(pen -> pen.lines(72, 760, 28, single))).isEqualTo(String.join("\n\n", single));
    }

    @Test
    void raisedMarksDoNotJoinTheFigureBeforeThem() throws Exception {
        assertThat(textOf(pen -> {
                    float x = pen.after(72, 700, "The tower was finished in 1874");
                    x = pen.set(FontName.HELVETICA, 7).after(x, 704, "3");
                    x = pen.set(FontName.HELVETICA, 11).after(x, 700, " and stands on 45 m");
                    x = pen.set(FontName.HELVETICA, 7).after(x, 704, "2");
                    x = pen.set(FontName.HELVETICA, 11).after(x, 700, " of rock, as the 19");
                    x = pen.set(FontName.HELVETICA, 7).after(x, 704, "th");
                    pen.set(FontName.HELVETICA, 11).at(x, 700, " map shows.");
                }))
                .isEqualTo("The tower was finished in 1874 and stands on 45 m² of rock, as the 19th map shows.");
    }

    @Test
    void textAtAnAngleStaysApart() throws Exception {
        String text = textOf(pen -> pen.lines(90, 700, 14, PROSE)
                .set(FontName.HELVETICA, 18)
                .turned(90, 40, 560, "preprint:2104.01234v2 3 May 2021")
                .set(FontName.HELVETICA, 70)
                .turned(45, 120, 560, "SAMPLE"));
        assertThat(text).isEqualTo(prose());
        assertThat(read(pen -> pen.lines(90, 700, 14, PROSE).turned(90, 40, 600, "stamp 12"))
                        .title())
                .startsWith("The library");
    }

    @Test
    void whatRepeatsOnTwoPagesIsNoPartOfTheText() throws Exception {
        Drawing first = pen -> pen.at(72, 810, "Proceedings of the Island Society 12")
                .lines(72, 740, 14, PROSE.subList(0, 2))
                .at(72, 60, "Proceedings, page 1")
                .at(72, 30, "Downloaded from https://example.org/a on 3 May 2021");
        Drawing second = pen -> pen.at(72, 810, "Proceedings of the Island Society 12")
                .lines(72, 740, 14, PROSE.subList(2, 4))
                .at(72, 60, "Proceedings, page 2")
                .at(72, 30, "Downloaded from https://example.org/a on 3 May 2021");
        Manuscript manuscript = read(first, second);
        assertThat(manuscript.text()).isEqualTo(prose());
        assertThat(manuscript.pageStarts()).containsExactly(0, manuscript.text().indexOf("was opened"));
    }

    @Test
    void sentenceRunsOverThePageAndItsNotes() throws Exception {
        Manuscript manuscript = read(
                pen -> pen.lines(72, 740, 14, List.of(PROSE.get(0), PROSE.get(1).replace(" It", " By"), "an inter-"))
                        .set(FontName.HELVETICA, 8)
                        .at(72, 80, "1 Letter of the council to the sailor, kept in the archive."),
                pen -> pen.lines(
                        72, 740, 14, List.of("national vote it was named after him, which he did not like at all.")));
        assertThat(manuscript.text())
                .contains("By an international vote it was named")
                .startsWith("1 Letter of the council");
        assertThat(manuscript.pageStarts()).containsExactly(0, manuscript.text().indexOf("national vote"));
    }

    @Test
    void whatNobodySeesIsLeftOut() throws Exception {
        String text = textOf(pen -> {
            pen.lines(72, 700, 14, PROSE);
            pen.content.setNonStrokingColor(1f, 1f, 1f);
            pen.at(72, 600, "WHITE");
            pen.content.setNonStrokingColor(0f, 0f, 0f);
            pen.at(72, 560, "COVERED");
            pen.content.addRect(60, 550, 200, 24);
            pen.content.fill();
            pen.content.setRenderingMode(RenderingMode.NEITHER);
            pen.at(72, 500, "INVISIBLE");
            pen.content.setRenderingMode(RenderingMode.FILL);
            pen.at(700, 500, "OUTSIDE");
            pen.content.addRect(60, 400, 400, 40);
            pen.content.fill();
            pen.content.setNonStrokingColor(1f, 1f, 1f);
            pen.at(72, 415, "White on black can be read.");
        });
        assertThat(text).isEqualTo(prose() + "\n\nWhite on black can be read.");
    }

    @Test
    void watermarkIsNoText() throws Exception {
        assertThat(textOf(pen -> {
                    pen.content.setNonStrokingColor(0.85f, 0.85f, 0.85f);
                    pen.set(FontName.HELVETICA_BOLD, 80).at(90, 650, "DRAFT");
                    pen.content.setNonStrokingColor(0f, 0f, 0f);
                    pen.set(FontName.HELVETICA, 11).lines(72, 700, 14, PROSE);
                }))
                .isEqualTo(prose());
    }

    @Test
    void initialsAndSpacedLettersAreWords() throws Exception {
        assertThat(textOf(pen -> {
                    pen.set(FontName.TIMES_ROMAN, 54).at(72, 672, "T");
                    pen.set(FontName.HELVETICA, 11).at(108, 700, PROSE.get(0).substring(1));
                    pen.at(108, 686, PROSE.get(1)).at(108, 672, PROSE.get(2)).at(72, 658, PROSE.get(3));
                }))
                .isEqualTo(prose());
        assertThat(textOf(pen -> {
                    pen.content.setCharacterSpacing(4);
                    pen.at(72, 740, "ANNUAL REPORT");
                    pen.content.setCharacterSpacing(0);
                    pen.lines(72, 700, 14, PROSE);
                }))
                .isEqualTo("ANNUAL REPORT\n\n" + prose());
    }

    @Test
    void tableGoesOnOverThePage() throws Exception {
        Drawing[] pages = IntStream.range(0, 2)
                .mapToObj(page -> (Drawing) pen -> {
                    String[][] rows = {
                        {"Town", "Mayor", "People"},
                        {"Town " + page, "Ada Berg", "1" + page + "00"},
                        {"Village " + page, "Ivar Lund", "3" + page + "0"}
                    };
                    for (int row = 0; row < 3; row++) {
                        for (int cell = 0; cell < 3; cell++) {
                            pen.at(72 + 120 * cell, 700 - 18 * row, rows[row][cell]);
                        }
                    }
                })
                .toArray(Drawing[]::new);
        Manuscript manuscript = read(pages);
        assertThat(manuscript.text()).containsOnlyOnce("Town | Mayor").contains("Village 1 | Ivar Lund | 310");
        assertThat(manuscript.outline().headerOf(manuscript.text().indexOf("Village 1")))
                .isPresent();
    }
}
