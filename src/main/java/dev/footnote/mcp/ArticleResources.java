package dev.footnote.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footnote.application.Articles;
import dev.footnote.article.Article;
import dev.footnote.article.ArticleSummary;
import jakarta.inject.Singleton;
import java.util.List;

/** The articles as things that can be read whole. The list is that of the moment. Safe for use by several threads. */
@Singleton
final class ArticleResources {

    private static final String SCHEME = "footnote://articles/";
    private static final int PAGE = 100;

    private final Articles articles;

    ArticleResources(Articles articles) {
        this.articles = articles;
    }

    /**
     * A page of the list.
     *
     * @param parameters {@code cursor}, as the page before named it; absent for the first page
     */
    ObjectNode list(JsonNode parameters) {
        List<ArticleSummary> all = articles.all();
        int from = from(parameters.path("cursor"), all.size());
        int to = Math.min(all.size(), from + PAGE);
        ObjectNode page = ArticleTool.node();
        ArrayNode resources = page.putArray("resources");
        for (ArticleSummary article : all.subList(from, to)) {
            resources
                    .addObject()
                    .put("uri", SCHEME + article.id())
                    .put("name", article.id())
                    .put("title", article.title())
                    .put("description", article.characters() + " characters, from " + article.fileName())
                    .put("mimeType", "text/plain");
        }
        if (to < all.size()) {
            page.put("nextCursor", String.valueOf(to));
        }
        return page;
    }

    /** How the address of an article is made. */
    ObjectNode templates() {
        ObjectNode page = ArticleTool.node();
        page.putArray("resourceTemplates")
                .addObject()
                .put("uriTemplate", SCHEME + "{id}")
                .put("name", "article")
                .put("title", "An article")
                .put("description", "The whole text of an article, exactly as offsets count it.")
                .put("mimeType", "text/plain");
        return page;
    }

    /** The text of an article. */
    ObjectNode read(JsonNode parameters) {
        String uri = parameters.path("uri").asText("");
        Article article = articles.find(uri.startsWith(SCHEME) ? uri.substring(SCHEME.length()) : "")
                .orElseThrow(() -> new RpcException(
                        RpcException.UNKNOWN_RESOURCE, "There is no article at \"" + uri + "\". List the resources."));
        ObjectNode result = ArticleTool.node();
        result.putArray("contents")
                .addObject()
                .put("uri", uri)
                .put("mimeType", "text/plain")
                .put("text", article.text());
        return result;
    }

    private static int from(JsonNode cursor, int size) {
        if (cursor.isMissingNode() || cursor.isNull()) {
            return 0;
        }
        if (!cursor.isTextual() || !cursor.asText().matches("\\d{1,9}") || Integer.parseInt(cursor.asText()) > size) {
            throw new RpcException(RpcException.INVALID_PARAMETERS, "\"cursor\" is none that this list has given.");
        }
        return Integer.parseInt(cursor.asText());
    }
}
