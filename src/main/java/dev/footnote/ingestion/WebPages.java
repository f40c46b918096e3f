package dev.footnote.ingestion;

import dev.footnote.article.Submission;
import dev.footnote.article.UnreadableArticleException;
import dev.footnote.article.UnreadableArticleException.UnreadableReason;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Fetches articles by their addresses, from the public internet only: whoever may add an article must not reach through
 * Footnote what only Footnote's machine can reach. A name is looked up once for each step, what comes of it is looked at,
 * and the connection goes to just that; a redirect is a new step. Safe for use by several threads.
 */
@Singleton
public class WebPages {

    /** Looks up a name. */
    @FunctionalInterface
    interface Names {
        InetAddress[] lookUp(String host) throws UnknownHostException;
    }

    private static final int MOST_REDIRECTS = 5;

    /** A longer address is none that anybody types or copies. UTF-16 code units. */
    private static final int LONGEST_ADDRESS = 2_000;

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /** The file name's ending for a media type. */
    private static final Map<String, String> EXTENSIONS = Map.of(
            "text/html", "html",
            "application/xhtml+xml", "html",
            "text/markdown", "md",
            "text/csv", "csv",
            "text/tab-separated-values", "tsv",
            "application/pdf", "pdf",
            "application/epub+zip", "epub",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx");

    /** Types under which servers send anything; the address says more. */
    private static final Set<String> VAGUE =
            Set.of("", "text/plain", "application/octet-stream", "binary/octet-stream", "application/zip");

    private static final String INSTEAD = " Save it in a browser and add the file.";

    private final FetchConfig config;
    private final Names names;
    private final Predicate<InetAddress> allowed;
    private final OkHttpClient client;

    @Inject
    WebPages(FetchConfig config) {
        this(config, InetAddress::getAllByName, PublicAddresses::contain);
    }

    /** For tests, which have no server but on this machine. */
    WebPages(FetchConfig config, Names names, Predicate<InetAddress> allowed) {
        this(config, names, allowed, new OkHttpClient());
    }

    /** @param client with the certificates that are trusted; all else of it is set here */
    WebPages(FetchConfig config, Names names, Predicate<InetAddress> allowed, OkHttpClient client) {
        this.config = config;
        this.names = names;
        this.allowed = allowed;
        // No proxy: that would look the name up once more. No connection is kept, none can be taken over by another
        // step.
        this.client = client.newBuilder()
                .proxy(Proxy.NO_PROXY)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .build();
    }

    /** Whether anything is fetched at all. */
    public boolean areFetched() {
        return config.enabled();
    }

    /**
     * Fetches what an address leads to. It is not read yet.
     *
     * @param title what to call the article; null means as it says itself
     * @throws UnreadableArticleException if fetching is switched off, the address is none of the public internet, or nothing
     *     comes of it within the limits
     */
    public Submission fetch(String address, @Nullable String title) throws UnreadableArticleException {
        if (!config.enabled()) {
            throw new UnreadableArticleException(
                    UnreadableReason.ADDRESS_REFUSED,
                    "Fetching a \"url\" is switched off. Send the article itself in \"text\", or upload the file; or set"
                            + " footnote.fetch.enabled=true.");
        }
        long deadline = System.nanoTime() + config.timeout().toNanos();
        HttpUrl url = parsed(address);
        for (int step = 0; step <= MOST_REDIRECTS; step++) {
            try (Response response = request(url, deadline)) {
                if (!REDIRECTS.contains(response.code())) {
                    return submission(url, response, title);
                }
                String location = response.header("Location");
                HttpUrl next = location == null ? null : url.resolve(location);
                if (next == null) {
                    throw refused(url, "redirects to what is no http or https address." + INSTEAD);
                }
                url = next;
            } catch (InterruptedIOException e) {
                throw tooSlow(url);
            } catch (IOException e) {
                throw unreadable(url, "cannot be fetched (" + reason(e) + "). Check the address, or try again later.");
            }
        }
        throw unreadable(url, "is reached only after more than " + MOST_REDIRECTS + " redirects." + INSTEAD);
    }

    private static HttpUrl parsed(String address) throws UnreadableArticleException {
        HttpUrl url = address.length() > LONGEST_ADDRESS ? null : HttpUrl.parse(address.strip());
        if (url == null) {
            throw new UnreadableArticleException(
                    UnreadableReason.ADDRESS_REFUSED,
                    "The \"url\" is no http or https address of at most " + LONGEST_ADDRESS
                            + " characters. Send one such as \"https://example.org/page\".");
        }
        return url;
    }

    private Response request(HttpUrl url, long deadline) throws IOException, UnreadableArticleException {
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            throw refused(url, "holds a user name or a password. Leave them out.");
        }
        List<InetAddress> addresses = lookedUp(url, deadline);
        if (!addresses.stream().allMatch(allowed)) {
            throw refused(
                    url, "leads to this machine, a private network or another address that is not public." + INSTEAD);
        }
        Duration left = Duration.ofNanos(deadline - System.nanoTime());
        if (left.toMillis() <= 0) {
            throw tooSlow(url);
        }
        return client.newBuilder()
                .dns(host -> addresses)
                .callTimeout(left)
                .connectTimeout(left)
                .readTimeout(left)
                .build()
                .newCall(new Request.Builder()
                        .url(url)
                        .header("User-Agent", "Footnote")
                        .header("Accept", "text/html, application/xhtml+xml, */*;q=0.5")
                        .build())
                .execute();
    }

    /** All addresses of a host. A system's look-up cannot be interrupted, so it is left behind when it takes too long. */
    private List<InetAddress> lookedUp(HttpUrl url, long deadline) throws UnreadableArticleException {
        FutureTask<List<InetAddress>> task = new FutureTask<>(() -> List.of(names.lookUp(url.host())));
        Thread thread = new Thread(task, "look-up");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw tooSlow(url);
        } catch (ExecutionException e) {
            throw unreadable(url, "leads nowhere: there is no \"" + url.host() + "\". Check the address.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw tooSlow(url);
        }
    }

    private Submission submission(HttpUrl url, Response response, @Nullable String title)
            throws IOException, UnreadableArticleException {
        if (!response.isSuccessful()) {
            throw unreadable(
                    url,
                    "cannot be fetched: its server answers with HTTP " + response.code()
                            + ". Check the address, or save" + " the page in a browser and add the file.");
        }
        ResponseBody body = response.body();
        MediaType type = body == null ? null : body.contentType();
        String fileName = fileName(url, type);
        byte[] content = body == null
                ? new byte[0]
                : body.byteStream()
                        .readNBytes(Math.toIntExact(
                                Math.min(Integer.MAX_VALUE - 8, config.largest().asLongValue() + 1)));
        if (content.length > config.largest().asLongValue()) {
            throw new UnreadableArticleException(
                    UnreadableReason.TOO_LARGE,
                    quoted(url) + " has more than " + config.largest().asLongValue()
                            + " bytes, the limit for what is fetched. Save it and add the file, or raise"
                            + " footnote.fetch.largest.");
        }
        return new Submission(fileName, inUtf8(content, type), title, source(url));
    }

    /** A name that tells the format, as a file that is uploaded has one. */
    private static String fileName(HttpUrl url, @Nullable MediaType type) throws UnreadableArticleException {
        String told = type == null ? "" : (type.type() + "/" + type.subtype()).toLowerCase(Locale.ROOT);
        String last = url.pathSegments().stream()
                .filter(segment -> !segment.isBlank())
                .reduce((first, second) -> second)
                .orElse("");
        String ownExtension =
                last.replaceFirst("^.*\\.(?=\\p{Alnum}{1,10}$)", "").toLowerCase(Locale.ROOT);
        String extension = EXTENSIONS.get(told);
        if (extension == null && VAGUE.contains(told)) {
            boolean known = EXTENSIONS.containsValue(ownExtension) || ownExtension.equals("txt");
            extension = known ? ownExtension : told.equals("text/plain") ? "txt" : "html";
        }
        if (extension == null) {
            throw new UnreadableArticleException(
                    UnreadableReason.UNSUPPORTED_TYPE,
                    quoted(url) + " is of the type " + told
                            + ", which Footnote does not read. Give the address of a web" + " page or a document.");
        }
        String stem = last.replaceFirst("\\.\\p{Alnum}{1,10}$", "").replaceAll("[/\\\\\\p{Cntrl}]", "-");
        return (stem.isBlank() ? url.host() : stem) + "." + extension;
    }

    /** What a server says of the encoding of a text counts more than what the text says, unless it is UTF-8 for sure. */
    private static byte[] inUtf8(byte[] content, @Nullable MediaType type) {
        Charset charset = type == null || !type.type().equals("text") ? null : type.charset(null);
        if (charset == null || charset.equals(StandardCharsets.UTF_8)) {
            return content;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return content;
        } catch (CharacterCodingException e) {
            return new String(content, charset).getBytes(StandardCharsets.UTF_8);
        }
    }

    private static String source(HttpUrl url) {
        return url.newBuilder().fragment(null).build().toString();
    }

    private static String reason(IOException failure) {
        String message = failure.getMessage();
        return message == null
                ? failure.getClass().getSimpleName()
                : message.lines().findFirst().orElse("no answer");
    }

    private UnreadableArticleException tooSlow(HttpUrl url) {
        return unreadable(
                url,
                "was not fetched within " + config.timeout().toSeconds()
                        + " s. Try again later, or save it in a browser" + " and add the file.");
    }

    private static UnreadableArticleException refused(HttpUrl url, String problem) {
        return new UnreadableArticleException(UnreadableReason.ADDRESS_REFUSED, quoted(url) + " " + problem);
    }

    private static UnreadableArticleException unreadable(HttpUrl url, String problem) {
        return new UnreadableArticleException(UnreadableReason.UNREADABLE, quoted(url) + " " + problem);
    }

    /** Without a password that might be in it. */
    private static String quoted(HttpUrl url) {
        return '"' + url.newBuilder().username("").password("").build().toString() + '"';
    }
}
