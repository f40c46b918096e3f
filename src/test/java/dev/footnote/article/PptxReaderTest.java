package dev.footnote.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.MemorySize;
import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.junit.jupiter.api.Test;

class PptxReaderTest {

    private final ArticleReaders readers = new ArticleReaders(() -> new MemorySize(BigInteger.valueOf(1 << 20)));

    private static XSLFSlide slide(XMLSlideShow show, SlideLayout layout) {
        return show.createSlide(show.getSlideMasters().get(0).getLayout(layout));
    }

    private static byte[] bytes(XMLSlideShow show) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        show.write(out);
        return out.toByteArray();
    }

    private static XSLFTextBox box(XSLFSlide slide, String text) {
        XSLFTextBox box = slide.createTextBox();
        box.setAnchor(new Rectangle(50, 50, 100, 50));
        box.setText(text);
        return box;
    }

    private static byte[] show() throws IOException {
        try (XMLSlideShow show = new XMLSlideShow()) {
            show.getProperties().getCoreProperties().setCreator("Ada Lovelace");
            XSLFSlide first = slide(show, SlideLayout.TITLE);
            first.getPlaceholder(0).setText("The old\nmill");
            first.getPlaceholder(1).setText("A talk about rivers.");

            XSLFSlide second = slide(show, SlideLayout.TITLE_AND_CONTENT);
            box(second, "The mill stood by the river.");
            second.getPlaceholder(0).setText("What it ground");
            XSLFTextShape body = second.getPlaceholder(1);
            body.clearText();
            for (String line : List.of("Wheat", "Rye")) {
                XSLFTextParagraph paragraph = body.addNewTextParagraph();
                paragraph.setIndentLevel(line.equals("Rye") ? 1 : 0);
                paragraph.addNewTextRun().setText(line);
            }
            XSLFTextShape notes = Arrays.stream(show.getNotesSlide(second).getPlaceholders())
                    .filter(shape -> shape.getTextType() == Placeholder.BODY)
                    .findFirst()
                    .orElseThrow();
            notes.setText("Say that barley came later.");

            XSLFSlide third = slide(show, SlideLayout.TITLE_ONLY);
            third.getPlaceholder(0).setText("How much");
            XSLFTable table = third.createTable(2, 2);
            table.setAnchor(new Rectangle(50, 50, 300, 100));
            for (int row = 0; row < 2; row++) {
                table.getCell(row, 0).setText(row == 0 ? "Year" : "1871");
                table.getCell(row, 1).setText(row == 0 ? "Sacks" : "40\na week");
            }
            XSLFTextRun mark =
                    box(third, "The price was $45").getTextParagraphs().get(0).addNewTextRun();
            mark.setText("2");
            mark.setSuperscript(true);
            box(third, "INJECTED").setAnchor(new Rectangle(5_000, 50, 100, 50));

            XSLFSlide hidden = slide(show, SlideLayout.TITLE_ONLY);
            hidden.getPlaceholder(0).setText("INJECTED");
            hidden.setHidden(true);
            return bytes(show);
        }
    }

    @Test
    void slidesAreReadAsTheyAreShown() throws Exception {
        Manuscript manuscript = readers.read("a.zip", show());
        assertThat(manuscript.text())
                .isEqualTo(
                        """
                        The old mill

                        A talk about rivers.

                        What it ground

                        Wheat

                        Rye

                        The mill stood by the river.

                        Say that barley came later.

                        How much

                        Year | Sacks

                        1871 | 40 a week

                        The price was $45""");
        assertThat(manuscript.title()).isEqualTo("The old mill");
        assertThat(manuscript.metadata().author()).isEqualTo("Ada Lovelace");
        assertThat(manuscript.mediaType()).endsWith("presentationml.presentation");
        assertThat(manuscript.warnings()).containsExactly("The presentation has hidden slides; they are left out.");
    }

    @Test
    void titlesBulletsAndTablesAreStructure() throws Exception {
        Manuscript manuscript = readers.read("a.pptx", show());
        String text = manuscript.text();
        assertThat(manuscript.outline().entries())
                .extracting(entry ->
                        entry.role() + " " + entry.level() + " " + entry.span().of(text))
                .containsExactly(
                        "HEADING 1 The old mill",
                        "HEADING 2 What it ground",
                        "ITEM 1 Wheat",
                        "ITEM 2 Rye",
                        "HEADING 2 How much",
                        "HEADER_ROW 1 Year | Sacks",
                        "ROW 1 1871 | 40 a week");
        assertThat(manuscript.outline().context(text.indexOf("1871"), text))
                .isEqualTo("The old mill: How much\nYear | Sacks");
        assertThat(manuscript.pageStarts())
                .containsExactly(0, text.indexOf("What it ground"), text.indexOf("How much"));
    }

    @Test
    void showWithoutTextOrCutShortIsRefused() throws Exception {
        byte[] whole = show();
        assertThatThrownBy(() -> readers.read("a.pptx", Arrays.copyOf(whole, whole.length / 2)))
                .isInstanceOf(UnreadableArticleException.class)
                .hasMessageContaining("\"a.pptx\" is damaged or truncated")
                .hasMessageContaining("PowerPoint");
        try (XMLSlideShow empty = new XMLSlideShow()) {
            empty.createSlide();
            byte[] blank = bytes(empty);
            assertThatThrownBy(() -> readers.read("a.pptx", blank)).hasMessageContaining("has no text in it");
        }
    }
}
