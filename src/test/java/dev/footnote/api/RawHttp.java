package dev.footnote.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Sends bytes that no well-behaved client would send, and reads what comes back. */
final class RawHttp {

    private static final int PATIENCE = 20_000;

    private RawHttp() {}

    /**
     * A response.
     *
     * @param status its status; 0 if the connection ended without one
     * @param head its headers, in lower case
     * @param body its body as it came
     */
    record RawResponse(int status, String head, String body) {

        Optional<String> header(String name) {
            return head.lines()
                    .filter(line -> line.startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst();
        }
    }

    static RawResponse send(int port, byte[] head, byte[] body) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE);
            OutputStream out = socket.getOutputStream();
            try {
                out.write(head);
                out.write(body);
                out.flush();
            } catch (IOException e) {
                // A server that has refused the request need not read the rest of it.
            }
            return read(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RawResponse read(InputStream in) throws IOException {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                received.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // What came before the connection was reset counts.
        }
        String whole = received.toString(StandardCharsets.UTF_8);
        int end = whole.indexOf("\r\n\r\n");
        if (!whole.startsWith("HTTP/1.1 ") || end < 0) {
            return new RawResponse(0, "", whole);
        }
        return new RawResponse(
                Integer.parseInt(whole.substring(9, 12)),
                whole.substring(0, end).toLowerCase(Locale.ROOT),
                whole.substring(end + 4));
    }
}
