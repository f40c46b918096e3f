package dev.footnote.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.article.Article;
import dev.footnote.text.Span;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ParagraphTest {

    private static final String TEXT = "First one.\n\n  Second one, longer. And more.\n\nThird one.";

    @Property
    void piecesConcatenateToTheTextAndTheMarkedOnesToThePlace(
            @ForAll @IntRange(min = 0, max = 54) int start, @ForAll @IntRange(min = 1, max = 55) int length) {
        Span lit = new Span(start, Math.min(TEXT.length(), start + length));
        List<Paragraph> paragraphs = Paragraph.of(PageArticles.of(TEXT), lit);

        for (Paragraph paragraph : paragraphs) {
            String text = textOf(paragraph.pieces());
            assertThat(TEXT.substring(paragraph.start(), paragraph.start() + text.length()))
                    .isEqualTo(text);
        }
        String marked = paragraphs.stream()
                .map(paragraph -> textOf(paragraph.pieces().stream()
                        .filter(Paragraph.ParagraphPiece::marked)
                        .toList()))
                .collect(Collectors.joining());
        assertThat(marked.replaceAll("\\s", "")).isEqualTo(lit.of(TEXT).replaceAll("\\s", ""));
        assertThat(paragraphs.stream()
                        .flatMap(paragraph -> paragraph.pieces().stream())
                        .filter(Paragraph.ParagraphPiece::first))
                .hasSize(marked.isEmpty() ? 0 : 1);
    }

    @Test
    void paragraphsAreNumberedFromOneAndPagesAreNamedWhereTheyBegin() {
        Article article = PageArticles.of(TEXT, List.of(0, 45));

        assertThat(Paragraph.of(article, null)).extracting(Paragraph::number).containsExactly(1, 2, 3);
        assertThat(Paragraph.of(article, null)).extracting(Paragraph::page).containsExactly(1, null, 2);
    }

    private static String textOf(List<Paragraph.ParagraphPiece> pieces) {
        return pieces.stream().map(Paragraph.ParagraphPiece::text).collect(Collectors.joining());
    }
}
