package dev.footnote.web;

import dev.footnote.answer.Citation;
import dev.footnote.application.Description;
import dev.footnote.article.Article;
import dev.footnote.article.IndexingProgress;
import dev.footnote.article.Metadata;
import dev.footnote.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An article as the page shows it.
 *
 * @param id as {@link Article#id()}
 * @param title as {@link Article#title()}
 * @param revision as {@link Article#revision()}
 * @param byline how long it is, and what its file says of its origin
 * @param blocks its text
 * @param isLong whether the browser should lay out only what is seen
 * @param state {@code ready}, {@code indexing} or {@code failed}
 * @param percent how much of it can be asked, 0 to 100
 * @param summary sentences that stand for it, each a footnote to itself; empty until it can be asked
 * @param suggestedQuestions questions it answers
 * @param warnings sentences a reader should see above the text
 * @param notice why the place of the link is not marked; null if it is, or if the link names none
 * @param excerpt what a preview of the link shows: the cited sentence, else the beginning
 */
record ArticlePage(
        String id,
        String title,
        String revision,
        String byline,
        List<Block> blocks,
        boolean isLong,
        String state,
        int percent,
        List<Citation> summary,
        List<String> suggestedQuestions,
        List<String> warnings,
        @Nullable String notice,
        String excerpt) {

    private static final int EXCERPT = 300;

    /** An article in which a new rendering pays: above this the browser lays out only what is seen. */
    private static final int MANY_PARAGRAPHS = 400;

    ArticlePage {
        blocks = List.copyOf(blocks);
        summary = List.copyOf(summary);
        suggestedQuestions = List.copyOf(suggestedQuestions);
        warnings = List.copyOf(warnings);
    }

    static ArticlePage of(Article article, IndexingProgress progress, Description description, CitedPlace place) {
        Span lit = place instanceof CitedPlace.CitedSpan found ? found.span() : null;
        List<Paragraph> paragraphs = Paragraph.of(article, lit);
        return new ArticlePage(
                article.id(),
                article.title(),
                article.revision(),
                bylineOf(article, paragraphs.size()),
                Block.of(paragraphs),
                paragraphs.size() > MANY_PARAGRAPHS,
                progress.state().name().toLowerCase(Locale.ROOT),
                (int) Math.round(progress.fraction() * 100),
                description.summary(),
                description.suggestedQuestions(),
                article.warnings(),
                place instanceof CitedPlace.Lost lost ? lost.why() : null,
                excerptOf(lit == null ? article.text().strip() : lit.of(article.text())));
    }

    /** Whether it can be asked. */
    public boolean isReady() {
        return state.equals("ready");
    }

    private static String bylineOf(Article article, int paragraphs) {
        int words = new StringTokenizer(article.text()).countTokens();
        Metadata metadata = article.metadata();
        return Stream.of(
                        counted(paragraphs, "paragraph") + ", " + counted(words, "word"),
                        metadata.author(),
                        metadata.date(),
                        metadata.source())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" · "));
    }

    private static String counted(int count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }

    private static String excerptOf(String text) {
        if (text.length() <= EXCERPT) {
            return text;
        }
        int space = text.lastIndexOf(' ', EXCERPT);
        int end = space > EXCERPT / 2 ? space : text.offsetByCodePoints(0, text.codePointCount(0, EXCERPT - 1));
        return text.substring(0, end) + "…";
    }
}
