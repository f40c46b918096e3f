package dev.footnote.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.footnote.answer.Answer;
import dev.footnote.application.Sharing;
import dev.footnote.conversation.Conversations;
import dev.footnote.conversation.Share;
import dev.footnote.conversation.Shares;
import dev.footnote.http.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Conversations, and what was shared of them. Whoever knows an id may read it: choose ids that cannot be guessed. */
@Path("/api/v1")
@Tag(name = "Conversations")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class ConversationsResource {

    private final Sharing sharing;
    private final Conversations conversations;
    private final Shares shares;

    ConversationsResource(Sharing sharing, Conversations conversations, Shares shares) {
        this.sharing = sharing;
        this.conversations = conversations;
        this.shares = shares;
    }

    /**
     * A conversation as it is sent.
     *
     * @param conversationId its id
     * @param turns its answers, the oldest first, as they were given
     */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "Conversation")
    record Turns(String conversationId, List<Answer> turns) {}

    /**
     * Where a share can be read.
     *
     * @param url of its page; relative unless footnote.public-url is set
     */
    @Schema(name = "ShareLink")
    record Link(String url) {}

    /**
     * A share as it is sent.
     *
     * @param id its id
     * @param sharedAt when it was shared
     * @param turns the answers as they were then, the oldest first
     */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "Share")
    record Shared(String id, Instant sharedAt, List<Answer> turns) {
        static Shared of(Share share) {
            return new Shared(share.id(), share.sharedAt(), share.turns());
        }
    }

    @GET
    @Path("conversations/{id}")
    @Operation(
            operationId = "getConversation",
            summary = "Read a conversation",
            description = "The answers as they were given. A conversation expires when nothing is said in it for"
                    + " footnote.conversation.retention.")
    @APIResponse(responseCode = "200", description = "Its turns, the oldest first")
    @APIResponse(responseCode = "404", description = "There is none of that id, or it has expired")
    public Turns read(@PathParam("id") String id) {
        List<Answer> turns = conversations.turns(id);
        if (turns.isEmpty()) {
            throw unknownConversation(id);
        }
        return new Turns(id, turns);
    }

    @DELETE
    @Path("conversations/{id}")
    @Operation(
            operationId = "deleteConversation",
            summary = "Forget a conversation",
            description = "Its answers and the feedback on them are deleted. What was shared of it stays.")
    @APIResponse(responseCode = "204", description = "It is forgotten")
    @APIResponse(responseCode = "404", description = "There is none of that id, or it has expired")
    public void delete(@PathParam("id") String id) {
        if (!conversations.delete(id)) {
            throw unknownConversation(id);
        }
    }

    @POST
    @Path("conversations/{id}/share")
    @Operation(
            operationId = "shareConversation",
            summary = "Share a conversation",
            description = "Keeps a copy of it as it is now, under a link that cannot be guessed and does not expire.")
    @APIResponse(responseCode = "200", description = "Where the copy can be read")
    @APIResponse(responseCode = "404", description = "There is none of that id, or it has expired")
    public Link share(@PathParam("id") String id) {
        return sharing.share(id).map(Link::new).orElseThrow(() -> unknownConversation(id));
    }

    @GET
    @Path("shares/{id}")
    @Operation(operationId = "getShare", summary = "Read what was shared")
    @APIResponse(responseCode = "200", description = "The turns as they were when they were shared")
    @APIResponse(responseCode = "404", description = "There is no such share, or it was taken back")
    public Shared readShare(@PathParam("id") String id) {
        return shares.find(id).map(Shared::of).orElseThrow(() -> unknownShare(id));
    }

    @DELETE
    @Path("shares/{id}")
    @Operation(
            operationId = "deleteShare",
            summary = "Take a share back",
            description = "Its link leads nowhere from then on. Whoever has the link may do this.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "There is no such share")
    public void deleteShare(@PathParam("id") String id) {
        if (!shares.delete(id)) {
            throw unknownShare(id);
        }
    }

    private static ProblemException unknownConversation(String id) {
        return new ProblemException(404, "There is no conversation \"" + id + "\", or it has expired.");
    }

    private static ProblemException unknownShare(String id) {
        return new ProblemException(404, "There is no share \"" + id + "\", or it was taken back.");
    }
}
