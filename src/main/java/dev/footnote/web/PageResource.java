package dev.footnote.web;

import dev.footnote.answer.Answer;
import dev.footnote.answer.Citation;
import dev.footnote.application.Articles;
import dev.footnote.article.Article;
import dev.footnote.article.ArticleSummary;
import dev.footnote.conversation.Conversations;
import dev.footnote.conversation.KeptCheck;
import dev.footnote.conversation.KeptChecks;
import dev.footnote.conversation.Share;
import dev.footnote.conversation.Shares;
import dev.footnote.http.Access;
import dev.footnote.http.Permission;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The page. Every address of it works without a script, the light on a cited sentence included. */
@Path("/")
@Produces(PageResource.HTML)
@Blocking
public class PageResource {

    static final String HTML = "text/html;charset=UTF-8";

    private final Articles articles;
    private final Conversations conversations;
    private final Shares shares;
    private final KeptChecks checks;
    private final RefusalPages refusals;
    private final Permission permission;
    private final CurrentVertxRequest request;

    PageResource(
            Articles articles,
            Conversations conversations,
            Shares shares,
            KeptChecks checks,
            RefusalPages refusals,
            Permission permission,
            CurrentVertxRequest request) {
        this.permission = permission;
        this.request = request;
        this.articles = articles;
        this.conversations = conversations;
        this.shares = shares;
        this.checks = checks;
        this.refusals = refusals;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {

        private Templates() {}

        /**
         * The page.
         *
         * @param view the open article; null where the library is empty
         * @param articles how many there are
         * @param fetches whether one may be added by its address
         * @param conversation the one that the address names; null where it names none
         * @param check the id of the kept check that the address names; null where it names none
         * @param access what its reader may do
         */
        static native TemplateInstance page(
                @Nullable ArticlePage view,
                int articles,
                boolean fetches,
                @Nullable ConversationView conversation,
                @Nullable String check,
                Access access);

        /**
         * A shared conversation, to be read.
         *
         * @param view the article it cites first; null where none of those it cites is there any more
         */
        static native TemplateInstance share(@Nullable ArticlePage view, ShareView share);

        /**
         * What is said in place of something that is not there.
         *
         * @param title what is not there, in a sentence
         * @param why what may have become of it, in a sentence
         */
        static native TemplateInstance missing(String title, String id, String why, List<ArticleSummary> others);

        /** Who says what in an article. */
        static native TemplateInstance speakers(SpeakersPage board);

        /**
         * What is said in place of something that is not shown.
         *
         * @param status of HTTP
         * @param title why not, in the words of the status
         * @param detail why not, in a sentence
         */
        static native TemplateInstance refused(int status, String title, String detail);

        /**
         * What is said in place of something that a key opens.
         *
         * @param detail why it is not shown, in a sentence
         * @param to where to go with the key
         */
        static native TemplateInstance signin(String detail, String to);
    }

    /** The article that was read last in this browser, else the first. */
    @GET
    @Operation(hidden = true)
    public Response home(@CookieParam("article") @Nullable String last) {
        return page(lastRead(last), null, null);
    }

    /** A conversation, to be continued on whatever device its address is opened; beside it the article it cited last. */
    @GET
    @Path("conversations/{id}")
    @Operation(hidden = true)
    public Response conversation(@PathParam("id") String id, @CookieParam("article") @Nullable String last) {
        List<Answer> turns = new ArrayList<>(conversations.turns(id));
        ConversationView conversation = new ConversationView(id, turns);
        Collections.reverse(turns);
        return page(cited(turns).or(() -> lastRead(last)), conversation, null);
    }

    /** What someone shared of a conversation. */
    @GET
    @Path("shares/{id}")
    @Operation(hidden = true)
    public Response share(@PathParam("id") String id) {
        Optional<Share> found = shares.find(id);
        if (found.isEmpty()) {
            return missing(
                    "Nothing is shared here.",
                    id,
                    "Whoever shared it may have taken it back, or the link may have lost a part on its way.");
        }
        Share share = found.get();
        ArticlePage view = cited(share.turns())
                .map(article -> view(article, new CitedPlace.Whole()))
                .orElse(null);
        return html(Response.Status.OK, Templates.share(view, ShareView.of(share)));
    }

    /** A checked text that someone kept; beside it the article it was held against, as far as that is there. */
    @GET
    @Path("checks/{id}")
    @Operation(hidden = true)
    public Response check(@PathParam("id") String id, @CookieParam("article") @Nullable String last) {
        Optional<KeptCheck> found = checks.find(id);
        if (found.isEmpty()) {
            return missing(
                    "No checked text is kept here.",
                    id,
                    "Whoever kept it may have taken it back, or the link may have lost a part on its way.");
        }
        KeptCheck check = found.get();
        Optional<Article> open = cited(check.verified().claims().stream().flatMap(claim -> claim.citations().stream()))
                .or(() -> lastRead(last));
        return page(open, null, id);
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
        Optional<Article> found = articles.find(id);
        if (found.isEmpty()) {
            return missing(
                    "There is no such article.",
                    id,
                    "It may have been deleted, or the link may have lost a part on its way.");
        }
        Article article = found.get();
        ArticlePage view = view(article, CitedPlace.of(article, cite, revision));
        return page(view, null, null);
    }

    /** Who says what in an article: a card for each speaker. */
    @GET
    @Path("articles/{id}/speakers")
    @Operation(hidden = true)
    public Response speakers(@PathParam("id") String id) {
        return articles.find(id)
                .map(article -> html(
                        Response.Status.OK, Templates.speakers(SpeakersPage.of(article, articles.speakers(article)))))
                .orElseGet(() -> missing(
                        "There is no such article.",
                        id,
                        "It may have been deleted, or the link may have lost a part on its way."));
    }

    private Response page(Optional<Article> open, @Nullable ConversationView conversation, @Nullable String check) {
        ArticlePage view =
                open.map(article -> view(article, new CitedPlace.Whole())).orElse(null);
        return page(view, conversation, check);
    }

    private Response page(@Nullable ArticlePage view, @Nullable ConversationView conversation, @Nullable String check) {
        Access access = permission.access(request.getCurrent().request());
        return html(
                Response.Status.OK,
                Templates.page(view, articles.ids().size(), articles.canBeFetched(), conversation, check, access));
    }

    private Response missing(String title, String id, String why) {
        return html(Response.Status.NOT_FOUND, refusals.missing(title, id, why));
    }

    /** The article of that id, else the first. */
    private Optional<Article> lastRead(@Nullable String id) {
        return Optional.ofNullable(id)
                .flatMap(articles::find)
                .or(() -> articles.ids().stream().findFirst().flatMap(articles::find));
    }

    /** The first article among those that answers cite that is still there. */
    private Optional<Article> cited(List<Answer> answers) {
        return cited(answers.stream().flatMap(answer -> answer.citations().stream()));
    }

    private Optional<Article> cited(Stream<Citation> citations) {
        return citations
                .map(Citation::documentId)
                .distinct()
                .flatMap(id -> articles.find(id).stream())
                .findFirst();
    }

    private ArticlePage view(Article article, CitedPlace place) {
        return ArticlePage.of(article, articles.progress(article.id()), articles.describe(article), place);
    }

    private static Response html(Response.Status status, TemplateInstance page) {
        return html(status, page.render());
    }

    private static Response html(Response.Status status, String page) {
        return Response.status(status)
                .entity(page)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }
}
