package dev.footnote.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footnote.answer.FoundPassage;
import dev.footnote.answer.InvalidQuestionException;
import dev.footnote.answer.Question;
import dev.footnote.application.Caller;
import dev.footnote.application.PassageSearch;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds passages, without an answer. */
@Singleton
final class SearchArticlesTool implements ArticleTool {

    private static final int PASSAGES = 8;

    private final PassageSearch search;

    SearchArticlesTool(PassageSearch search) {
        this.search = search;
    }

    @Override
    public String name() {
        return "search_articles";
    }

    @Override
    public String title() {
        return "Search the articles";
    }

    @Override
    public String description() {
        return "Finds the passages of the articles that fit a query best, by words and by meaning, each with its place.";
    }

    @Override
    public ObjectNode properties() {
        ObjectNode properties = ArticleTool.node();
        properties.set(
                "query",
                ArticleTool.property("string", "Words or a question, at most 2,000 characters.")
                        .put("maxLength", Question.LONGEST));
        properties.set("article_ids", ArticleTool.articleIds());
        properties.set(
                "top_k",
                ArticleTool.property("integer", "How many passages, 8 if left out.")
                        .put("minimum", 1)
                        .put("maximum", Question.MOST_PASSAGES));
        return properties;
    }

    @Override
    public List<String> required() {
        return List.of("query");
    }

    @Override
    public Result call(Arguments arguments, Caller caller) {
        String query = arguments.text("query").strip();
        if (query.length() > Question.LONGEST) {
            throw new InvalidQuestionException("The query is longer than 2,000 characters. Shorten it.");
        }
        List<FoundPassage> passages = search.search(
                query, arguments.texts("article_ids"), arguments.number("top_k", 1, Question.MOST_PASSAGES, PASSAGES));
        String text = passages.isEmpty()
                ? "Nothing fits."
                : passages.stream().map(SearchArticlesTool::text).collect(Collectors.joining("\n\n"));
        return new Result(text, Map.of("passages", passages));
    }

    private static String text(FoundPassage passage) {
        return passage.text() + "\n" + passage.documentTitle() + ", paragraph " + passage.paragraph() + " ("
                + passage.documentId() + ", " + passage.startCharIndex() + "-" + passage.endCharIndex() + ") "
                + passage.url();
    }
}
