package dev.footnote.api;

import dev.footnote.answer.Question;
import dev.footnote.application.PassageSearch;
import dev.footnote.http.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Finds passages, without an answer. */
@Path("/api/v1/search")
@Tag(name = "Questions")
class SearchResource {

    private static final int PASSAGES = 8;

    private final PassageSearch passages;

    SearchResource(PassageSearch passages) {
        this.passages = passages;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            operationId = "search",
            summary = "Find passages",
            description = "The passages that fit a query, the best first, by words and by meaning.")
    @APIResponse(responseCode = "200", description = "The passages")
    @APIResponse(responseCode = "400", description = "The query breaks a limit, or the body is not as described")
    @APIResponse(responseCode = "404", description = "An article is unknown")
    public SearchResult search(@Nullable SearchRequest request) {
        if (request == null || request.query() == null || request.query().isBlank()) {
            throw new ProblemException(400, "The query is empty. Send some text in \"query\".");
        }
        String query = request.query().strip();
        if (query.length() > Question.LONGEST) {
            throw new ProblemException(
                    400,
                    "The query has " + query.length()
                            + " characters; the limit is 2,000 UTF-16 units after trimming. Shorten it.");
        }
        int topK = request.topK() == null ? PASSAGES : request.topK();
        if (topK < 1 || topK > Question.MOST_PASSAGES) {
            throw new ProblemException(400, "\"top_k\" must be from 1 to 20, not " + topK + ".");
        }
        return new SearchResult(passages.search(query, AskRequest.checked(request.articleIds()), topK));
    }
}
