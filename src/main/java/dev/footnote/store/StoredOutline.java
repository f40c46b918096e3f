package dev.footnote.store;

import dev.footnote.article.Article;
import dev.footnote.article.Outline;
import dev.footnote.text.Span;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entry of an article's outline as it is kept.
 *
 * @param role its name
 * @param start of its place
 * @param end of its place, exclusive
 * @param level how deep
 * @param reach up to where it names what stands there
 */
record StoredOutline(Outline.Role role, int start, int end, int level, int reach) {

    static List<StoredOutline> of(Outline outline) {
        return outline.entries().stream()
                .map(entry -> new StoredOutline(
                        entry.role(), entry.span().start(), entry.span().end(), entry.level(), entry.reach()))
                .toList();
    }

    /**
     * An outline as it was kept.
     *
     * @param json null for an article that was kept before there were outlines: then what its text shows is taken
     */
    static Outline read(@Nullable String json, String text) {
        if (json == null) {
            return Article.outlineOf(text);
        }
        return new Outline(Stream.of(Database.fromJson(json, StoredOutline[].class))
                .map(each ->
                        new Outline.Entry(each.role(), new Span(each.start(), each.end()), each.level(), each.reach()))
                .toList());
    }
}
