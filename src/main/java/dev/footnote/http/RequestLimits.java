package dev.footnote.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.util.Optional;

/** What is wrong with the address or the headers of a request, before anything is read of its body. */
final class RequestLimits {

    /** The longest address, in characters. */
    static final int LONGEST_ADDRESS = 8_000;

    /** The most that the names and values of all headers may have, in characters. */
    static final int LONGEST_HEADERS = 20_000;

    private static final int LONGEST_BOUNDARY = 70;

    private RequestLimits() {}

    /** The first problem, if there is one. */
    static Optional<Problem> refusal(HttpServerRequest request) {
        Optional<Problem> address = refusalOfAddress(request.uri());
        if (address.isPresent()) {
            return address;
        }
        if (request.uri().length() > LONGEST_ADDRESS) {
            return Optional.of(Problem.of(
                    414,
                    "The address has " + request.uri().length()
                            + " characters; the limit is 8,000. Send what is long in the body."));
        }
        int headers = request.headers().entries().stream()
                .mapToInt(header -> header.getKey().length() + header.getValue().length())
                .sum();
        if (headers > LONGEST_HEADERS) {
            return Optional.of(Problem.of(
                    431,
                    "The headers have " + headers + " characters; the limit is 20,000. Delete the cookies of this site,"
                            + " or send less."));
        }
        String length = request.getHeader("Content-Length");
        if (length != null && (length.length() > 18 || Long.parseLong(length) > BodyLimit.LONGEST)) {
            return Optional.of(Problem.of(413, BodyLimit.REFUSAL));
        }
        String type = request.getHeader("Content-Type");
        return type == null ? Optional.empty() : refusal(type);
    }

    private static Optional<Problem> refusal(String type) {
        MediaType parsed;
        try {
            parsed = MediaType.valueOf(type);
        } catch (IllegalArgumentException e) {
            return Optional.of(Problem.of(
                    415,
                    "The Content-Type \"" + type + "\" is no media type. Send application/json; a file as"
                            + " multipart/form-data."));
        }
        String charset = parsed.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !isKnown(charset)) {
            return Optional.of(Problem.of(
                    415, "The Content-Type names the unknown character set \"" + charset + "\". Send UTF-8."));
        }
        if (parsed.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)) {
            String boundary = parsed.getParameters().get("boundary");
            if (boundary == null
                    || boundary.isBlank()
                    || boundary.length() > LONGEST_BOUNDARY
                    || boundary.indexOf('"') >= 0
                    || type.chars().filter(character -> character == '"').count() % 2 != 0) {
                return Optional.of(Problem.of(
                        400,
                        "The Content-Type names no boundary of 1 to 70 characters, so the parts of the form cannot be"
                                + " told apart."));
            }
        }
        return Optional.empty();
    }

    /** What is wrong with how an address is written. */
    static Optional<Problem> refusalOfAddress(String uri) {
        try {
            new URI(uri);
            return Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.of(Problem.of(
                    400,
                    "The address is malformed. Encode what may not stand in one: a percent sign as %25, a space as"
                            + " %20."));
        }
    }

    private static boolean isKnown(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
