package dev.footnote.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.article.Article;
import dev.footnote.text.Span;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BlockTest {

    private static final String TEXT =
            """
            # The mill

            It stands by the river.

            ## Rooms

            | Room | Floor |
            |------|-------|
            | Loft | 3 |
            | Hall |  |

            ## Hours

            ### In winter

            It is shut.""";

    @Test
    void rowsAreATableAndHeadingsStandAlone() {
        assertThat(Block.of(paragraphs(null)))
                .extracting(Block::kind)
                .containsExactly("heading", "prose", "heading", "table", "heading", "heading", "prose");
    }

    @Test
    void aHeadingThatRepeatsTheTitleIsMarkedAsSuch() {
        Article article = PageArticles.of(TEXT, "The Mill");

        assertThat(Paragraph.of(article, null).get(0).style()).isEqualTo("title");
        assertThat(paragraphs(null).get(0).style()).isEqualTo("heading");
    }

    @Test
    void everyCellStandsAtItsPlaceInTheArticle() {
        List<Paragraph> rows = Block.of(paragraphs(null)).get(3).paragraphs();

        assertThat(rows).extracting(Paragraph::style).containsExactly("header-row", "rule", "row", "row");
        assertThat(rows.get(3).cells()).hasSize(2);
        assertThat(rows.get(3).cells().get(1).pieces()).isEmpty();
        for (Paragraph row : rows) {
            assertThat(TEXT.startsWith(row.text(), row.start())).isTrue();
            for (Paragraph.Cell cell : row.cells()) {
                String text = textOf(cell);
                assertThat(TEXT.substring(cell.start(), cell.start() + text.length()))
                        .isEqualTo(text)
                        .doesNotContain("|");
            }
        }
    }

    @Test
    void aMarkGoesAcrossTheCells() {
        int start = TEXT.indexOf("Loft");
        Paragraph row = Block.of(paragraphs(new Span(start, TEXT.indexOf("3 |") + 1)))
                .get(3)
                .paragraphs()
                .get(2);

        assertThat(row.cells())
                .allSatisfy(cell -> assertThat(cell.pieces()).allMatch(Paragraph.ParagraphPiece::marked));
        assertThat(row.cells().stream().flatMap(cell -> cell.pieces().stream()).filter(Paragraph.ParagraphPiece::first))
                .hasSize(1);
    }

    private static List<Paragraph> paragraphs(@Nullable Span lit) {
        return Paragraph.of(PageArticles.of(TEXT), lit);
    }

    private static String textOf(Paragraph.Cell cell) {
        return cell.pieces().stream().map(Paragraph.ParagraphPiece::text).collect(Collectors.joining());
    }
}
