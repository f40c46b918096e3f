package dev.footnote.evaluation.abuse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * What a server sent back to bytes that need not be a good request.
 *
 * @param status its status; 0 if the connection ended without one, -1 if nothing came in time
 * @param head its headers, in lower case
 * @param body its body as it came
 */
record RawReply(int status, String head, String body) {

    static final int NOTHING_IN_TIME = -1;

    private static final int PATIENCE_MILLIS = 20_000;

    private static final String VERSION = "HTTP/1.1 ";

    /** Sends the bytes on a connection of their own and reads until the server ends it. */
    static RawReply to(URI server, byte[] head, byte[] body) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                socket.getOutputStream().write(head);
                socket.getOutputStream().write(body);
                socket.getOutputStream().flush();
            } catch (IOException e) {
                // A server that has refused the request need not read the rest of it.
            }
            return read(socket.getInputStream());
        }
    }

    private static RawReply read(InputStream in) {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        boolean late = false;
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                received.write(buffer, 0, read);
            }
        } catch (SocketTimeoutException e) {
            late = true;
        } catch (IOException e) {
            // What came before the connection was reset counts.
        }
        String whole = received.toString(StandardCharsets.UTF_8);
        int end = whole.indexOf("\r\n\r\n");
        if (late || end < 0 || !whole.startsWith("HTTP/1.")) {
            return new RawReply(late ? NOTHING_IN_TIME : 0, "", whole);
        }
        return new RawReply(
                Integer.parseInt(whole.substring(VERSION.length(), VERSION.length() + 3)),
                whole.substring(0, end).toLowerCase(Locale.ROOT),
                whole.substring(end + 4));
    }

    Optional<String> header(String name) {
        return head.lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }
}
