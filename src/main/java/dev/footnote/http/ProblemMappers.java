package dev.footnote.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.footnote.answer.InvalidQuestionException;
import dev.footnote.answer.NotReadyException;
import dev.footnote.article.IndexUnavailableException;
import dev.footnote.article.IndexingFailedException;
import dev.footnote.article.UnknownArticleException;
import dev.footnote.article.UnreadableArticleException;
import dev.footnote.home.StoreUnavailableException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser;

/** Every way in which a request can fail, as a problem. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private static final String UNREADABLE_BODY =
            "The body cannot be read: it ends too early, or is not what its Content-Type says. Send it whole; a file as"
                    + " multipart/form-data.";

    private final AllowedMethods allowed;

    ProblemMappers(AllowedMethods allowed) {
        this.allowed = allowed;
    }

    @ServerExceptionMapper
    Response map(ProblemException e) {
        return Problem.of(e.status(), message(e)).toResponse();
    }

    @ServerExceptionMapper
    Response map(InvalidQuestionException e) {
        return Problem.of(400, message(e)).toResponse();
    }

    @ServerExceptionMapper
    Response map(NotReadyException e) {
        return Response.fromResponse(Problem.of(503, message(e)).toResponse())
                .header(HttpHeaders.RETRY_AFTER, e.retryAfter().toSeconds())
                .build();
    }

    /** Where something else than a question needs the index. What is wrong with it is for whoever runs Footnote. */
    @ServerExceptionMapper
    Response map(IndexUnavailableException e) {
        LOG.warn(e.getMessage());
        return map(NotReadyException.indexOutOfReach());
    }

    @ServerExceptionMapper
    Response map(StoreUnavailableException e) {
        LOG.warn(e.getMessage());
        return map(NotReadyException.storeOutOfReach());
    }

    @ServerExceptionMapper
    Response map(UnknownArticleException e) {
        return Problem.of(404, message(e)).toResponse();
    }

    @ServerExceptionMapper
    Response map(IndexingFailedException e) {
        Response failure = e.isPutOff()
                ? map(new NotReadyException(
                        message(e), NotReadyException.indexOutOfReach().retryAfter()))
                : Problem.of(500, message(e)).toResponse();
        return Response.fromResponse(failure)
                .location(URI.create("/api/v1/articles/" + e.articleId()))
                .build();
    }

    @ServerExceptionMapper
    Response map(UnreadableArticleException e) {
        int status =
                switch (e.reason()) {
                    case UNSUPPORTED_TYPE -> 415;
                    case UNREADABLE -> 422;
                    case TOO_LARGE -> 413;
                    case ADDRESS_REFUSED -> 400;
                };
        return Problem.of(status, message(e)).toResponse();
    }

    @ServerExceptionMapper
    Response map(MismatchedInputException e) {
        return Problem.of(400, describe(e)).toResponse();
    }

    /** Resources wrap what fails on a disk; this comes of a body that cannot be read. */
    @ServerExceptionMapper
    Response map(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return map(problem);
            }
        }
        LOG.debug("A body could not be read", e);
        return Problem.of(400, UNREADABLE_BODY).toResponse();
    }

    @ServerExceptionMapper
    Response map(WebApplicationException e, ContainerRequestContext request) {
        // Jackson wraps what is thrown while it reads: a body that is too long, half of a surrogate pair.
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return map(problem);
            }
        }
        Response original = e.getResponse();
        String path = request.getUriInfo().getPath();
        String detail =
                switch (original.getStatus()) {
                    case 400 ->
                        e.getCause() instanceof JsonProcessingException json
                                ? describe(json)
                                : e.getCause() instanceof CharacterCodingException
                                        ? "The body is not UTF-8. Send JSON in UTF-8."
                                        : "The request cannot be understood. /q/openapi describes what is.";
                    case 404 -> "There is nothing at " + path + ". /q/openapi describes what there is.";
                    case 405 ->
                        path + " does not take " + request.getMethod() + ". /q/openapi describes what it takes.";
                    case 406 ->
                        path + " cannot answer in a media type of the Accept header \""
                                + request.getHeaderString(HttpHeaders.ACCEPT) + "\". Accept application/json.";
                    case 413 -> BodyLimit.REFUSAL;
                    case 415 ->
                        path + " does not take the Content-Type \""
                                + request.getHeaderString(HttpHeaders.CONTENT_TYPE)
                                + "\". Send application/json; a file as multipart/form-data.";
                    default -> e.getMessage() == null ? original.getStatusInfo().getReasonPhrase() : e.getMessage();
                };
        if (original.getStatus() >= 500) {
            return map((Throwable) e);
        }
        Response.ResponseBuilder response =
                Response.fromResponse(Problem.of(original.getStatus(), detail).toResponse());
        return original.getStatus() == 405
                ? response.header(HttpHeaders.ALLOW, allowed.of(path)).build()
                : response.build();
    }

    @ServerExceptionMapper
    Response map(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return map(problem);
            }
            if (cause instanceof JsonProcessingException json && !(cause instanceof JsonMappingException)) {
                return Problem.of(400, describe(json)).toResponse();
            }
            if (cause instanceof UnsupportedEncodingException) {
                return Problem.of(400, "A part of the form names an unknown character set. Send UTF-8.")
                        .toResponse();
            }
            if (cause instanceof CharacterCodingException) {
                return Problem.of(400, "The body is not UTF-8. Send JSON in UTF-8.")
                        .toResponse();
            }
        }
        if (isOfForm(e)) {
            LOG.debug("A form could not be read", e);
            return Problem.of(400, UNREADABLE_BODY).toResponse();
        }
        LOG.error("A request failed", e);
        return Problem.of(500, "Footnote failed at this request; its log says why. Nothing was changed by halves.")
                .toResponse();
    }

    /** The framework's parser of forms throws whatever it stumbles over; whatever that is, the form is not well-formed. */
    private static boolean isOfForm(Throwable e) {
        String parser = MultipartParser.class.getPackageName();
        return Stream.of(e.getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith(parser));
    }

    private static String describe(JsonProcessingException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return message(problem);
            }
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "There is no field \"" + unknown.getPropertyName() + "\" here; these are known: "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "))
                    + ".";
        }
        if (e instanceof JsonMappingException mapping && !(e.getCause() instanceof StreamReadException)) {
            String field = mapping.getPath().stream()
                    .map(reference -> reference.getFieldName() == null
                            ? "[" + reference.getIndex() + "]"
                            : reference.getFieldName())
                    .collect(Collectors.joining("."))
                    .replace(".[", "[");
            return field.isEmpty()
                    ? "The body must be a JSON object."
                    : "The field \"" + field + "\" has the wrong type or value. /q/openapi describes it.";
        }
        if (e instanceof StreamConstraintsException) {
            return "The body nests too deep or holds too long a number or name.";
        }
        String place = e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
        return "The body is not valid JSON" + place + ".";
    }

    private static String message(Throwable e) {
        return String.valueOf(e.getMessage());
    }
}
