package dev.footnote.api;

import dev.footnote.application.Articles;
import dev.footnote.article.AddedArticle;
import dev.footnote.article.Article;
import dev.footnote.article.ArticleSummary;
import dev.footnote.article.IndexingProgress;
import dev.footnote.article.Submission;
import dev.footnote.article.UnknownArticleException;
import dev.footnote.article.UnreadableArticleException;
import dev.footnote.http.ChangesArticles;
import dev.footnote.http.Permission;
import dev.footnote.http.ProblemException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/** Lists, adds, replaces and deletes articles. */
@Path("/api/v1/articles")
@Tag(name = "Articles")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class ArticlesResource {

    private final Articles articles;
    private final Permission permission;
    private final CurrentVertxRequest current;

    ArticlesResource(Articles articles, Permission permission, CurrentVertxRequest current) {
        this.articles = articles;
        this.permission = permission;
        this.current = current;
    }

    @GET
    @Operation(
            operationId = "listArticles",
            summary = "List the articles",
            description = "Without their texts; with the summaries and questions that were made already.")
    @APIResponse(responseCode = "200", description = "Every article, the oldest first")
    public ArticleList list() {
        return new ArticleList(articles.all().stream().map(this::briefly).toList());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getArticle", summary = "Look at an article", description = "Without its text.")
    @APIResponse(responseCode = "200", description = "The article")
    @APIResponse(responseCode = "404", description = "There is no such article")
    public ArticleView get(@RestPath String id) {
        Article article = articles.get(id);
        return ArticleView.of(ArticleSummary.of(article), articles.progress(id), articles.describe(article));
    }

    @GET
    @Path("/{id}/content")
    @Produces("text/plain; charset=utf-8")
    @Operation(
            operationId = "getArticleContent",
            summary = "Read an article",
            description = "Exactly the text that all offsets count in, by UTF-16 code units.")
    @APIResponse(responseCode = "200", description = "The text")
    @APIResponse(responseCode = "404", description = "There is no such article")
    public String content(@RestPath String id) {
        return articles.get(id).text();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ChangesArticles
    @Operation(
            operationId = "addArticle",
            summary = "Add an article",
            description =
                    "As JSON with its text or its \"url\", or as multipart/form-data with a \"file\" (txt, md, html, pdf, docx, pptx, epub, csv, tsv) and"
                            + " perhaps a \"title\". Over 1 MB of text it is indexed behind the scenes: 202, and \"state\" says"
                            + " when it can be asked.")
    @APIResponse(
            responseCode = "201",
            description = "It is there and can be asked",
            content = @Content(schema = @Schema(implementation = ArticleView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The same text was there already",
            content = @Content(schema = @Schema(implementation = ArticleView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It is there and is being indexed",
            content = @Content(schema = @Schema(implementation = ArticleView.class)))
    @APIResponse(
            responseCode = "500",
            description =
                    "It is kept, at Location, but could not be indexed: its state is \"failed\". Send the same text"
                            + " again once the cause in the log is mended, or delete it")
    @APIResponse(
            responseCode = "503",
            description =
                    "The index cannot be reached now; Retry-After says when to send the text again. Where there is a"
                            + " Location it is kept there and indexed once the index is back")
    public Response add(@Nullable ArticleRequest request) throws UnreadableArticleException {
        return add(present(request).submission(articles, "article"));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @ChangesArticles
    @Operation(hidden = true)
    public Response upload(MultipartFormDataInput form) throws UnreadableArticleException {
        return add(UploadForm.submission(form));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @ChangesArticles
    @Operation(
            operationId = "replaceArticle",
            summary = "Put another text in an article's place",
            description = "As JSON or multipart/form-data, as for a new one. A question meanwhile sees the old text or"
                    + " the new one, never half of each.")
    @APIResponse(responseCode = "200", description = "The article as it is now")
    public ArticleView replace(@RestPath String id, @Nullable ArticleRequest request)
            throws UnreadableArticleException {
        articles.get(id);
        return briefly(articles.replace(id, present(request).submission(articles, id), actor()));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @ChangesArticles
    @Operation(hidden = true)
    public ArticleView replaceByUpload(@RestPath String id, MultipartFormDataInput form)
            throws UnreadableArticleException {
        articles.get(id);
        return briefly(articles.replace(id, UploadForm.submission(form), actor()));
    }

    @DELETE
    @Path("/{id}")
    @ChangesArticles
    @Operation(
            operationId = "deleteArticle",
            summary = "Delete an article",
            description = "One that came from seeds/ stays away until its file changes.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void delete(@RestPath String id) {
        if (!articles.remove(id, actor())) {
            throw new UnknownArticleException(id);
        }
    }

    private Response add(Submission submission) throws UnreadableArticleException {
        AddedArticle added = articles.add(submission, actor());
        ArticleView view = briefly(added.article());
        int status = !added.isNew() ? 200 : view.state() == IndexingProgress.State.INDEXING ? 202 : 201;
        return Response.status(status)
                .location(URI.create("/api/v1/articles/" + view.id()))
                .entity(view)
                .build();
    }

    private String actor() {
        return permission.actor(current.getCurrent().request());
    }

    private static ArticleRequest present(@Nullable ArticleRequest request) {
        if (request == null) {
            throw new ProblemException(400, "The body is empty. Send a JSON object with the article's \"text\".");
        }
        return request;
    }

    private ArticleView briefly(Article article) {
        return briefly(ArticleSummary.of(article));
    }

    /** Without the second of work that a summary takes when it is made, and without the text. */
    private ArticleView briefly(ArticleSummary article) {
        return ArticleView.of(article, articles.progress(article.id()), articles.describeIfKnown(article));
    }
}
