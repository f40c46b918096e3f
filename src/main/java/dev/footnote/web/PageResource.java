package dev.footnote.web;

import dev.footnote.answering.Assistant;
import dev.footnote.article.Article;
import dev.footnote.article.Library;
import dev.footnote.ingestion.Ingestion;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The page. Every address of it works without a script, the light on a cited sentence included. */
@Path("/")
@Produces(PageResource.HTML)
@Blocking
public class PageResource {

    static final String HTML = "text/html;charset=UTF-8";

    private final Library library;
    private final Ingestion ingestion;
    private final Assistant assistant;

    PageResource(Library library, Ingestion ingestion, Assistant assistant) {
        this.library = library;
        this.ingestion = ingestion;
        this.assistant = assistant;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {

        private Templates() {}

        /**
         * The page.
         *
         * @param view the open article; null where the library is empty
         * @param articles how many there are
         */
        static native TemplateInstance page(@Nullable ArticleView view, int articles);

        /** What is said in place of an article that is not there. */
        static native TemplateInstance missing(String id, List<Article> others);
    }

    /** The article that was read last in this browser, else the first. */
    @GET
    @Operation(hidden = true)
    public Response home(@CookieParam("article") @Nullable String last) {
        List<Article> articles = library.all();
        Optional<Article> open = articles.stream()
                .filter(article -> article.id().equals(last))
                .findFirst()
                .or(() -> articles.stream().findFirst());
        ArticleView view =
                open.map(article -> view(article, new CitedPlace.Whole())).orElse(null);
        return html(Response.Status.OK, Templates.page(view, articles.size()));
    }

    /**
     * One article.
     *
     * @param cite the place to light up, {@code start-end} in UTF-16 code units; a wrong one is said on the page
     * @param revision the article's when the link was made; if it is another now, nothing is marked and the page says so
     */
    @GET
    @Path("articles/{id}")
    @Operation(hidden = true)
    public Response article(
            @PathParam("id") String id,
            @QueryParam("cite") @Nullable String cite,
            @QueryParam("v") @Nullable String revision) {
        Optional<Article> found = library.find(id);
        if (found.isEmpty()) {
            List<Article> others = library.all().stream().limit(8).toList();
            return html(Response.Status.NOT_FOUND, Templates.missing(id, others));
        }
        Article article = found.get();
        ArticleView view = view(article, CitedPlace.of(article, cite, revision));
        return html(Response.Status.OK, Templates.page(view, library.all().size()));
    }

    private ArticleView view(Article article, CitedPlace place) {
        return ArticleView.of(article, ingestion.progress(article.id()), assistant.describe(article), place);
    }

    private static Response html(Response.Status status, TemplateInstance page) {
        return Response.status(status)
                .entity(page.render())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }
}
