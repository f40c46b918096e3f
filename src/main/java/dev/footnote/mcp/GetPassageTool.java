package dev.footnote.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footnote.answer.InvalidQuestionException;
import dev.footnote.application.Articles;
import dev.footnote.application.Caller;
import dev.footnote.article.Article;
import dev.footnote.text.Span;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows a place of an article with what stands around it. */
@Singleton
final class GetPassageTool implements ArticleTool {

    /** The most that stands before and behind the passage each, in UTF-16 code units. */
    private static final int MOST_AROUND = 10_000;

    private static final int AROUND = 500;

    /** The longest passage, in UTF-16 code units; the resource has the whole text. */
    private static final int LONGEST = 50_000;

    private final Articles articles;

    GetPassageTool(Articles articles) {
        this.articles = articles;
    }

    @Override
    public String name() {
        return "get_passage";
    }

    @Override
    public String title() {
        return "Read a passage";
    }

    @Override
    public String description() {
        return "Gives a place of an article, such as a citation's, word for word, with what stands before and behind it.";
    }

    @Override
    public ObjectNode properties() {
        ObjectNode properties = ArticleTool.node();
        properties.set("article_id", ArticleTool.property("string", "The article's id."));
        properties.set(
                "start",
                ArticleTool.property("integer", "Where it begins, in UTF-16 code units from 0.")
                        .put("minimum", 0));
        properties.set(
                "end",
                ArticleTool.property("integer", "Where it ends, exclusive.").put("minimum", 1));
        properties.set(
                "around",
                ArticleTool.property(
                                "integer", "How much of the text before and behind it, 500 code units if left out.")
                        .put("minimum", 0)
                        .put("maximum", MOST_AROUND));
        return properties;
    }

    @Override
    public List<String> required() {
        return List.of("article_id", "start", "end");
    }

    @Override
    public Result call(Arguments arguments, Caller caller) {
        Article article = articles.get(arguments.text("article_id"));
        int length = article.text().length();
        int start = arguments.number("start", 0, Math.max(0, length - 1), -1);
        int end = arguments.number("end", 1, length, -1);
        if (start < 0 || end < 0) {
            throw new InvalidQuestionException("\"start\" and \"end\" must both be there.");
        }
        if (end <= start || end - start > LONGEST) {
            throw new InvalidQuestionException(
                    "\"end\" must lie behind \"start\", by at most 50,000; the resource has the whole text.");
        }
        int around = arguments.number("around", 0, MOST_AROUND, AROUND);
        Span passage = new Span(whole(article, start), whole(article, end));
        if (passage.start() == passage.end()) {
            throw new InvalidQuestionException("That place cuts a character in two. Begin one earlier.");
        }
        Span before = new Span(whole(article, Math.max(0, start - around)), passage.start());
        Span after = new Span(passage.end(), whole(article, Math.min(length, end + around)));
        Map<String, Object> structured = new LinkedHashMap<>();
        structured.put("document_id", article.id());
        structured.put("document_title", article.title());
        structured.put("revision", article.revision());
        structured.put("start_char_index", passage.start());
        structured.put("end_char_index", passage.end());
        structured.put("text", passage.of(article.text()));
        structured.put("before", before.of(article.text()));
        structured.put("after", after.of(article.text()));
        return new Result(new Span(before.start(), after.end()).of(article.text()), structured);
    }

    /** The offset, or the one before it where it cuts a character in two. */
    private static int whole(Article article, int offset) {
        return Span.cutsCharacter(article.text(), offset) ? offset - 1 : offset;
    }
}
