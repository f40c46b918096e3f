package dev.footnote.slack.queue;

import dev.footnote.article.Article;
import dev.footnote.article.IndexingFailedException;
import dev.footnote.article.Submission;
import dev.footnote.article.UnreadableArticleException;
import dev.footnote.slack.question.SharedFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;

/** Makes files that were sent to the bot articles. */
public final class Uploads {

    /** In bytes, as for uploads by HTTP. */
    private static final int LARGEST = 10_000_000;

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final FootnoteApplication footnote;
    private final String botToken;
    private final URI apiUrl;
    private final HttpClient client;

    /** @param apiUrl the Web API: beside Slack's own hosts, the only one that is shown the token */
    public Uploads(FootnoteApplication footnote, String botToken, URI apiUrl) {
        this.footnote = footnote;
        this.botToken = botToken;
        this.apiUrl = apiUrl;
        this.client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(5))
                .followRedirects(HttpClient.Redirect.NEVER) // the token goes to no other host
                .build();
    }

    /** Makes the file an article and returns what to say of it. */
    String add(SharedFile file) {
        String name = "\"" + file.name() + "\"";
        if (file.size() > LARGEST) {
            return name + " is over 10,000,000 bytes, the limit. Send a smaller one.";
        }
        try {
            byte[] content = fetch(file);
            if (content.length > LARGEST) {
                return name + " is over 10,000,000 bytes, the limit. Send a smaller one.";
            }
            Article article = footnote.add(new Submission(file.name(), content, null));
            return name + " is now the article \"" + article.title() + "\" (" + article.id() + "). Ask me about it.";
        } catch (UnreadableArticleException | IndexingFailedException e) {
            return String.valueOf(e.getMessage());
        } catch (IOException e) {
            return name + " could not be fetched from Slack (" + e.getMessage() + "). Send it again.";
        }
    }

    private byte[] fetch(SharedFile file) throws IOException {
        URI url = address(file);
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + botToken)
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new IOException("HTTP " + response.statusCode());
                }
                return body.readNBytes(LARGEST + 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private URI address(SharedFile file) throws IOException {
        URI url;
        try {
            url = URI.create(file.url());
        } catch (IllegalArgumentException e) {
            throw new IOException("it has no valid address", e);
        }
        boolean slack = "https".equals(url.getScheme())
                && url.getHost() != null
                && (url.getHost().equals("slack.com") || url.getHost().endsWith(".slack.com"));
        boolean configured = Objects.equals(url.getScheme(), apiUrl.getScheme())
                && Objects.equals(url.getAuthority(), apiUrl.getAuthority());
        if (!slack && !configured) {
            throw new IOException("it lies outside Slack");
        }
        return url;
    }
}
