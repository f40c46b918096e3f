package dev.footnote.api;

import static dev.footnote.api.Requests.json;
import static dev.footnote.api.Requests.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.ingestion.Ingestion;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes come as an article, a client is told what is wrong with them; they are never the server's fault. */
@QuarkusTest
class ArticleFuzzTest {

    private static final int REQUESTS = 600;
    private static final long SEED = 20_261_125;

    private static final String BOUNDARY = "----seam";
    private static final String MULTIPART = "multipart/form-data; boundary=" + BOUNDARY;

    private static final String FORM = "--" + BOUNDARY + "\r\n"
            + "Content-Disposition: form-data; name=\"file\"; filename=\"kettle.txt\"\r\n"
            + "Content-Type: text/plain; charset=UTF-8\r\n\r\n"
            + "The kettle whistled on the stove.\r\n"
            + "--" + BOUNDARY + "\r\n"
            + "Content-Disposition: form-data; name=\"title\"\r\n\r\n"
            + "The kettle\r\n"
            + "--" + BOUNDARY + "--\r\n";

    private static final String JSON = "{\"text\": \"The kettle whistled on the stove.\", \"title\": \"The kettle\"}";

    private static final List<String> TYPES = List.of(
            MULTIPART,
            "application/json",
            "application/json; charset=utf-16",
            "application/json; charset=nonsense",
            "application/json; charset=\"utf-8",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=\"\"",
            "multipart/form-data; boundary=other",
            "multipart/form-data; boundary=\"" + BOUNDARY,
            "multipart/form-data; charset=nonsense; boundary=" + BOUNDARY,
            "multipart/form-data; boundary=" + "x".repeat(300),
            "multipart/mixed; boundary=" + BOUNDARY,
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded; charset=nonsense",
            "text/plain",
            "text",
            "/",
            ";",
            "a/b/c",
            "application/json, text/plain",
            "*/*",
            "multipart/*",
            "application/octet-stream",
            "multipart/form-data; boundary==?",
            "",
            " ");

    private final Ingestion ingestion;
    private final Random random = new Random(SEED);

    ArticleFuzzTest(Ingestion ingestion) {
        this.ingestion = ingestion;
    }

    @BeforeEach
    void articlesAreReady() throws InterruptedException {
        ingestion.awaitReady();
    }

    @Test
    void noBodyAndNoContentTypeIsTheServersFault() {
        String replaced = json(object("text", "The spoon lay beside the bowl."))
                .post("/api/v1/articles")
                .path("id");
        TreeMap<String, String> wrong = new TreeMap<>();
        for (int i = 0; i < REQUESTS; i++) {
            String method = random.nextInt(3) == 0 ? "PUT" : "POST";
            String path = "/api/v1/articles" + (method.equals("PUT") ? "/" + replaced : "");
            boolean form = random.nextInt(4) != 0;
            String own = form ? MULTIPART : "application/json";
            String type = random.nextInt(3) == 0 ? TYPES.get(random.nextInt(TYPES.size())) : own;
            byte[] body = mangled((form ? FORM : JSON).getBytes(StandardCharsets.UTF_8));
            RawHttp.RawResponse reply = send(method, path, type, body);
            reply.header("location").ifPresent(at -> ingestion.remove(at.substring(at.lastIndexOf('/') + 1)));
            boolean good = reply.status() >= 200 && reply.status() < 300;
            boolean problem = reply.status() >= 400
                    && reply.status() < 500
                    && reply.header("content-type").orElse("").equals("application/problem+json");
            if (!good && !problem) {
                wrong.put(
                        method + " " + type + " " + reply.status(),
                        new String(body, StandardCharsets.ISO_8859_1) + "\n=> " + reply.body());
            }
        }
        ingestion.remove(replaced);
        assertThat(wrong).isEmpty();
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of(MULTIPART, FORM.substring(0, FORM.length() / 2)),
                Arguments.of(MULTIPART, "nothing of a form"),
                Arguments.of(MULTIPART, ""),
                Arguments.of(MULTIPART, FORM.replace("Content-Disposition: form-data; name=\"file\"", "X: y")),
                Arguments.of(
                        MULTIPART,
                        FORM.replace("name=\"title\"", "name=\"title\"\r\nContent-Type: text/plain; charset=no")),
                Arguments.of(MULTIPART, FORM.replace("name=\"file\"; ", "")),
                Arguments.of("multipart/form-data", FORM),
                Arguments.of("multipart/form-data; boundary=", FORM),
                Arguments.of("multipart/form-data; charset=nonsense; boundary=" + BOUNDARY, "x"),
                Arguments.of("application/json; charset=nonsense", "{"),
                Arguments.of("text", JSON),
                Arguments.of("/", JSON),
                Arguments.of(";", JSON),
                Arguments.of("application/x-www-form-urlencoded", "a=%zz"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void malformedArticleIsAProblemOfTheRequest(String type, String body) {
        for (String method : List.of("POST", "PUT")) {
            RawHttp.RawResponse reply = send(
                    method,
                    method.equals("PUT") ? "/api/v1/articles/none" : "/api/v1/articles",
                    type,
                    body.getBytes(StandardCharsets.UTF_8));
            assertThat(reply.status())
                    .as("%s %s: %s", method, type, reply.body())
                    .isBetween(400, 499);
            assertThat(reply.header("content-type")).contains("application/problem+json");
            assertThat(Requests.parse(reply.body()).get("status").asInt()).isEqualTo(reply.status());
        }
    }

    @Test
    void addressThatIsTooLongIsAProblem() {
        assertProblem(414, raw("GET /" + "a".repeat(9_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"));
    }

    @Test
    void headersThatAreTooLongAreAProblem() {
        assertProblem(431, raw("GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "a".repeat(40_000) + "\r\n\r\n"));
    }

    @Test
    void chunkedBodyOverTheLimitIsAProblem() {
        for (String type : List.of("application/json", MULTIPART)) {
            String start = type.equals(MULTIPART) ? FORM.substring(0, FORM.indexOf("The kettle")) : "{\"text\":\"";
            String head = "POST /api/v1/articles HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
                    + type + "\r\nTransfer-Encoding: chunked\r\n\r\n";
            StringBuilder body = new StringBuilder(chunk(start));
            String piece = chunk("word ".repeat(10_000));
            for (int i = 0; i < 240; i++) {
                body.append(piece);
            }
            assertProblem(
                    413,
                    RawHttp.send(
                            RestAssured.port,
                            ascii(head),
                            ascii(body.append(chunk("")).toString())));
        }
    }

    private static String chunk(String content) {
        return Integer.toHexString(content.length()) + "\r\n" + content + "\r\n";
    }

    private static void assertProblem(int status, RawHttp.RawResponse reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.header("content-type")).contains("application/problem+json");
        assertThat(Requests.parse(reply.body()).get("status").asInt()).isEqualTo(status);
        assertThat(Requests.parse(reply.body()).get("detail").asText()).isNotBlank();
    }

    private static RawHttp.RawResponse raw(String request) {
        return RawHttp.send(RestAssured.port, ascii(request), new byte[0]);
    }

    private static RawHttp.RawResponse send(String method, String path, String type, byte[] body) {
        String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n") + "Content-Length: " + body.length
                + "\r\n\r\n";
        return RawHttp.send(RestAssured.port, ascii(head), body);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The bytes with up to four things done to them, each anywhere. */
    private byte[] mangled(byte[] body) {
        byte[] mangled = body;
        for (int times = random.nextInt(5); times > 0 && mangled.length > 2; times--) {
            int from = random.nextInt(mangled.length);
            int to = from + random.nextInt(Math.min(24, mangled.length - from));
            mangled = switch (random.nextInt(5)) {
                case 0 -> Arrays.copyOf(mangled, from);
                case 1 -> joined(mangled, from, new byte[0], to);
                case 2 -> joined(mangled, to, Arrays.copyOfRange(mangled, from, to), to);
                case 3 -> joined(mangled, from, noise(1 + random.nextInt(8)), from);
                default -> joined(mangled, from, noise(1), Math.min(from + 1, mangled.length));
            };
        }
        return mangled;
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        String marks = "\r\n\"=;:-/\0";
        for (int i = 0; i < length; i++) {
            if (random.nextBoolean()) {
                noise[i] = (byte) marks.charAt(random.nextInt(marks.length()));
            }
        }
        return noise;
    }

    private static byte[] joined(byte[] bytes, int until, byte[] middle, int from) {
        List<Byte> joined = new ArrayList<>();
        for (int i = 0; i < until; i++) {
            joined.add(bytes[i]);
        }
        for (byte each : middle) {
            joined.add(each);
        }
        for (int i = from; i < bytes.length; i++) {
            joined.add(bytes[i]);
        }
        byte[] result = new byte[joined.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = joined.get(i);
        }
        return result;
    }
}
