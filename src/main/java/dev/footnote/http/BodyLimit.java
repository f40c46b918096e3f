package dev.footnote.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Ends a request whose body is too long. A body that declares its length is refused by its header; of any other, a
 * form's too, no more is read than is allowed.
 */
@Provider
@PreMatching
class BodyLimit implements ContainerRequestFilter {

    /** The longest body, in bytes. */
    static final long LONGEST = 10_000_000;

    static final String REFUSAL = "The body is over 10,000,000 bytes, the limit. Send less.";

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getHeaderString(HttpHeaders.CONTENT_LENGTH) == null
                && request.getHeaderString("Transfer-Encoding") != null
                && (request.getUriInfo().getPath().startsWith("/api/")
                        || request.getUriInfo().getPath().startsWith(OpenAiError.PATHS))) {
            request.setEntityStream(new Counted(request.getEntityStream()));
        }
    }

    private static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            count += read;
            if (count > LONGEST) {
                throw new ProblemException(413, REFUSAL);
            }
        }
    }
}
