package dev.footnote.article;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFAbstractFootnoteEndnote;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;

/** What Word shows is read, wherever in the file it stands, and nothing else. */
class DocxReaderTest {

    private static final String FORMULA = "<m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath>";

    /** What a test writes into a document. */
    private interface Writing {
        void into(XWPFDocument document) throws Exception;
    }

    private static Manuscript read(Writing writing) throws Exception {
        try (XWPFDocument document = new XWPFDocument()) {
            writing.into(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return new ArticleReaders(() -> new MemorySize(BigInteger.valueOf(1 << 20)))
                    .read("a.docx", out.toByteArray());
        }
    }

    /** A document whose body is this markup. */
    private static Manuscript ofBody(String markup) throws Exception {
        return read(document -> document.getDocument().getBody().set(parsed(markup)));
    }

    private static XmlObject parsed(String markup) throws XmlException {
        return XmlObject.Factory.parse(fragment(markup));
    }

    private static String fragment(String markup) {
        return """
                <xml-fragment xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
                  xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
                  xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
                  xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
                  xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
                  >%s</xml-fragment>"""
                .formatted(markup);
    }

    private static String run(String text) {
        return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    private static String run(String property, String text) {
        return "<w:r><w:rPr>" + property + "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    private static String raised(String text) {
        return run("<w:vertAlign w:val=\"superscript\"/>", text);
    }

    private static String paragraph(String... runs) {
        return "<w:p>" + String.join("", runs) + "</w:p>";
    }

    private static String table(String[]... rows) {
        StringBuilder markup = new StringBuilder("<w:tbl>");
        for (String[] row : rows) {
            markup.append("<w:tr>");
            for (String cell : row) {
                markup.append("<w:tc>").append(paragraph(run(cell))).append("</w:tc>");
            }
            markup.append("</w:tr>");
        }
        return markup.append("</w:tbl>").toString();
    }

    /** A text box, which newer programs write twice. */
    private static String box(String content) {
        return "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>" + content
                + "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>"
                + content + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
    }

    private static String control(String content) {
        return "<w:sdt><w:sdtPr><w:tag w:val=\"TAG\"/></w:sdtPr><w:sdtContent>" + content + "</w:sdtContent></w:sdt>";
    }

    /** Text with everything in it that Word does not show, or raises. */
    private static String trying() {
        return paragraph(
                run("It cost 45"),
                raised("2"),
                run("<w:vanish/>", "HIDDEN"),
                "<w:del w:id=\"1\"><w:r><w:delText>DELETED</w:delText></w:r></w:del>",
                "<w:moveFrom w:id=\"2\">" + run("MOVED") + "</w:moveFrom>",
                run(" million"),
                "<w:ins w:id=\"3\">" + run(" euros") + "</w:ins>",
                "<w:moveTo w:id=\"4\">" + run(" in all.") + "</w:moveTo>");
    }

    private static final String TRIED = "It cost 45 million euros in all.";

    private static List<String> outlineOf(Manuscript manuscript) {
        return manuscript.outline().entries().stream()
                .map(entry ->
                        entry.role() + " " + entry.level() + " " + entry.span().of(manuscript.text()))
                .toList();
    }

    @Test
    void textBoxOfTheBodyIsReadOnceBehindItsParagraph() throws Exception {
        assertThat(ofBody(paragraph(run("The mill is old."), box(trying() + paragraph(run("It is in the box."))))
                                + paragraph(run("The river is older.")))
                        .text())
                .isEqualTo("The mill is old.\n\n" + TRIED + "\n\nIt is in the box.\n\nThe river is older.");
        assertThat(ofBody(paragraph(run("The mill is old."))
                                + paragraph("<w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + trying()
                                        + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"))
                        .text())
                .as("a box of an older program")
                .isEqualTo("The mill is old.\n\n" + TRIED);
    }

    @Test
    void textBoxInACellBelongsToTheCell() throws Exception {
        String markup = table(new String[] {"Year", "Cost"}, new String[] {"1871", "BOXED"})
                .replace(run("BOXED"), run("High:") + box(trying()));
        Manuscript manuscript = ofBody(markup);
        assertThat(manuscript.text()).isEqualTo("Year | Cost\n\n1871 | High: " + TRIED);
    }

    @Test
    void tableInATextBoxStaysATable() throws Exception {
        Manuscript manuscript = ofBody(paragraph(
                run("The mill is old."), box(table(new String[] {"Year", "Sacks"}, new String[] {"1871", "40"}))));
        assertThat(outlineOf(manuscript)).containsExactly("HEADER_ROW 1 Year | Sacks", "ROW 1 1871 | 40");
    }

    @Test
    void notesStandAtTheEndWithoutTheirMarks() throws Exception {
        Manuscript manuscript = read(document -> {
            XWPFParagraph first = document.createParagraph();
            first.createRun().setText("The mill was sold in 1902");
            for (XWPFAbstractFootnoteEndnote note : List.of(document.createFootnote(), document.createEndnote())) {
                boolean atFoot = note.equals(
                        document.getFootnotes().isEmpty()
                                ? null
                                : document.getFootnotes().get(0));
                XWPFParagraph inner = note.createParagraph();
                inner.createRun().setText(atFoot ? "The auditor was Greta Holm" : "The buyer was Ivar Lund");
                XWPFRun mark = inner.createRun();
                mark.setText("7");
                mark.setVerticalAlignment("superscript");
                inner.createRun().setText(".");
                if (!atFoot) {
                    inner.getCTP().addNewR().set(parsed(box(trying())).selectPath("./*")[0]);
                }
            }
            first.addFootnoteReference(document.getFootnotes().get(0));
            first.createRun().setText(" for a trifle.");
        });
        assertThat(manuscript.text())
                .isEqualTo("The mill was sold in 1902 for a trifle.\n\nThe auditor was Greta Holm.\n\n"
                        + "The buyer was Ivar Lund.\n\n" + TRIED);
    }

    @Test
    void changesAreReadAsIfTheyWereAccepted() throws Exception {
        assertThat(ofBody(trying()).text()).isEqualTo(TRIED);
        assertThat(ofBody("<w:moveFrom w:id=\"1\">" + paragraph(run("MOVED")) + "</w:moveFrom>"
                                + paragraph(run("The mill is old."))
                                + "<w:ins w:id=\"2\">" + paragraph(run("So is the river.")) + "</w:ins>")
                        .text())
                .isEqualTo("The mill is old.\n\nSo is the river.");
        String joined = "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>" + run("The mill ")
                + "<w:del w:id=\"2\"><w:r><w:delText>was old.</w:delText></w:r></w:del></w:p>"
                + paragraph(run("is old."));
        assertThat(ofBody(joined + joined).text()).isEqualTo("The mill is old.\n\nThe mill is old.");
        assertThat(ofBody(table(new String[] {"Year", "Sacks"}, new String[] {"1871", "40"}, new String[] {
                                    "1872", "GONE"
                                })
                                .replace(
                                        "<w:tr><w:tc><w:p><w:r><w:t xml:space=\"preserve\">1872",
                                        "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr><w:tc><w:p><w:r><w:t>1872"))
                        .text())
                .isEqualTo("Year | Sacks\n\n1871 | 40");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<w:p>%s</w:p>",
                "<w:p><m:oMathPara>%s</m:oMathPara></w:p>",
                "<w:tbl><w:tr><w:tc><w:p>%s</w:p></w:tc></w:tr></w:tbl>",
                "<w:sdt><w:sdtContent><w:p>%s</w:p></w:sdtContent></w:sdt>",
                "<w:p><w:r><w:pict><v:textbox><w:txbxContent><w:p>%s</w:p></w:txbxContent></v:textbox></w:pict></w:r></w:p>",
                "<w:p><w:r><w:object><o:OLEObject ProgID=\"Equation.3\"/></w:object></w:r></w:p>"
            })
    void formulaIsLeftOutAndThatIsSaid(String place) throws Exception {
        Manuscript manuscript =
                ofBody(paragraph(run("The mill ground forty sacks of rye.")) + place.formatted(FORMULA));
        assertThat(manuscript.text()).isEqualTo("The mill ground forty sacks of rye.");
        assertThat(manuscript.warnings()).singleElement().asString().contains("has formulas");
    }

    @Test
    void formulaOfANoteIsSaidAndADeletedOneIsNot() throws Exception {
        assertThat(read(document -> {
                            document.createParagraph().createRun().setText("The mill ground forty sacks of rye.");
                            document.createFootnote().createParagraph().getCTP().set(parsed(FORMULA));
                        })
                        .warnings())
                .singleElement()
                .asString()
                .contains("has formulas");
        assertThat(ofBody(paragraph(
                                run("The mill ground forty sacks of rye."),
                                "<w:del w:id=\"1\">" + FORMULA + "</w:del>"))
                        .warnings())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            It opened in 2019                      | 3    | , they say. | It opened in 2019, they say.
            The miller                             | [4]  | was born.   | The miller was born.
            It is on the 19                        | th   | map.        | It is on the 19th map.
            It has 45 m                            | 2    | of rock.    | It has 45 m² of rock.
            It has 3 × 10                          | 12   | grains.     | It has 3 × 10¹² grains.
            """)
    void raisedTextDoesNotJoinWhatIsBeforeIt(String before, String raised, String after, String read) throws Exception {
        String end = after.startsWith(",") ? after : " " + after;
        String whole = paragraph(run(before), raised(raised), run(end));
        String letters = paragraph(run(before), raised(raised.substring(0, 1)), raised(raised.substring(1)), run(end));
        for (String markup : List.of(whole, letters, control(whole), paragraph(run("."), box(whole)))) {
            assertThat(ofBody(markup).text()).endsWith(read);
        }
    }

    @Test
    void stylesHideAndRaiseAndMakeHeadingsAndItems() throws Exception {
        Manuscript manuscript = read(document -> {
            XWPFStyles styles = document.createStyles();
            styles.setStyles(
                    CTStyles.Factory.parse(
                            fragment(
                                    """
                    <w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 2"/></w:style>
                    <w:style w:type="paragraph" w:styleId="a2"><w:name w:val="House"/><w:basedOn w:val="a1"/></w:style>
                    <w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Dots"/><w:pPr><w:numPr><w:ilvl w:val="1"/>
                      <w:numId w:val="5"/></w:numPr></w:pPr></w:style>
                    <w:style w:type="character" w:styleId="a4"><w:name w:val="Ghost"/><w:rPr><w:vanish/></w:rPr></w:style>
                    <w:style w:type="character" w:styleId="a5"><w:name w:val="Mark"/><w:basedOn w:val="a6"/></w:style>
                    <w:style w:type="character" w:styleId="a6"><w:name w:val="Up"/><w:basedOn w:val="a5"/><w:rPr>
                      <w:vertAlign w:val="superscript"/></w:rPr></w:style>""")));
            document.getDocument()
                    .getBody()
                    .set(parsed("<w:p><w:pPr><w:pStyle w:val=\"a2\"/></w:pPr>" + run("What it ground") + "</w:p>"
                            + "<w:p><w:pPr><w:pStyle w:val=\"a3\"/></w:pPr>" + run("Forty sacks of rye in 1871")
                            + run("<w:rStyle w:val=\"a5\"/>", "9") + run("<w:rStyle w:val=\"a4\"/>", "HIDDEN")
                            + run("<w:rStyle w:val=\"a4\"/><w:vanish w:val=\"0\"/>", ", as is said") + "</w:p>"));
        });
        assertThat(outlineOf(manuscript))
                .containsExactly("HEADING 2 What it ground", "ITEM 2 Forty sacks of rye in 1871, as is said");
    }

    @Test
    void itemsOfListsAndHeaderRowsAreStructure() throws Exception {
        Manuscript manuscript = read(document -> {
            document.createParagraph().createRun().setText("The mill ground two things.");
            for (String item : List.of("Wheat", "Rye")) {
                XWPFParagraph paragraph = document.createParagraph();
                paragraph.setNumID(BigInteger.ONE);
                paragraph.setNumILvl(item.equals("Rye") ? BigInteger.ONE : BigInteger.ZERO);
                paragraph.createRun().setText(item);
            }
            XWPFTable table = document.createTable(2, 2);
            for (int row = 0; row < 2; row++) {
                table.getRow(row).getCell(0).setText(row == 0 ? "Year" : "1871");
                table.getRow(row).getCell(1).setText(row == 0 ? "Sacks" : "40");
            }
        });
        assertThat(outlineOf(manuscript))
                .containsExactly("ITEM 1 Wheat", "ITEM 2 Rye", "HEADER_ROW 1 Year | Sacks", "ROW 1 1871 | 40");
        int row = manuscript.text().indexOf("1871");
        assertThat(manuscript.outline().headerOf(row).orElseThrow().span().of(manuscript.text()))
                .isEqualTo("Year | Sacks");
    }

    @Test
    void contentControlsAreReadAsWhatIsInThem() throws Exception {
        Manuscript manuscript =
                ofBody(control(trying() + table(new String[] {"Year", "Sacks"}, new String[] {"1871", "40"}))
                        + paragraph(run("In a line, too: "), control(run("45") + raised("2") + run(" sacks.")))
                        + table(new String[] {"Cell", "Place"}, new String[] {"one", "INNER"})
                                .replace(paragraph(run("INNER")), control(trying())));
        assertThat(manuscript.text())
                .isEqualTo(
                        TRIED + "\n\nYear | Sacks\n\n1871 | 40\n\nIn a line, too: 45 sacks.\n\nCell | Place\n\none | "
                                + TRIED);
        assertThat(outlineOf(manuscript))
                .containsExactly(
                        "HEADER_ROW 1 Year | Sacks",
                        "ROW 1 1871 | 40",
                        "HEADER_ROW 1 Cell | Place",
                        "ROW 1 one | " + TRIED);
    }

    @Test
    void smallThingsOfALineAreRead() throws Exception {
        assertThat(ofBody(paragraph(
                                run("The twenty"),
                                "<w:r><w:noBreakHyphen/></w:r>",
                                run("year"),
                                "<w:r><w:br/></w:r>",
                                "<w:hyperlink>" + run("old mill") + "</w:hyperlink>",
                                "<w:r><w:instrText>PAGE</w:instrText></w:r>",
                                "<w:fldSimple w:instr=\"DATE\">" + run(" stands") + "</w:fldSimple>",
                                "<w:r><w:ruby><w:rt>" + run("SPOKEN") + "</w:rt><w:rubyBase>" + run(" here")
                                        + "</w:rubyBase></w:ruby></w:r>",
                                "<w:r><mc:AlternateContent><mc:Choice Requires=\"w16se\"/><mc:Fallback><w:t>.</w:t>"
                                        + "</mc:Fallback></mc:AlternateContent></w:r>"))
                        .text())
                .isEqualTo("The twenty-year\nold mill stands here.");
    }
}
