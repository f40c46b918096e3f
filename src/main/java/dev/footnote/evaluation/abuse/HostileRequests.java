package dev.footnote.evaluation.abuse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes requests that are almost what an API takes. The same seed makes the same choices. */
final class HostileRequests {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final int MOST_IDS = 200;
    private static final int DEEP = 1_500;

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "PROPFIND");

    /** What stands in an address or a field where something else was expected. Nothing here looks like a leak. */
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            ".",
            "..",
            "../../../../etc/passwd",
            "..\\..\\boot.ini",
            "%2e%2e%2f",
            "\r\nX-Injected: 1\r\n\r\n",
            "\u0000",
            "\u202e\u0301\ud83d\ude00",
            "\ud800",
            "' OR '1'='1' --",
            "\"; DROP TABLE article; --",
            "<script>alert(1)</script>",
            "{{7*7}}${7*7}{#raw}",
            "${jndi:ldap://127.0.0.1:1/a}",
            "*:* OR title:[* TO *]",
            "(((((((((\"~^:",
            "null",
            "-1",
            "99999999999999999999",
            "NaN",
            "1e400",
            "a".repeat(300),
            "\u05e9\u05dc\u05d5\u05dd \u4f60\u597d",
            "who who who who who who who who",
            "Who?");

    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/json; charset=utf-16",
            "application/json; charset=nonsense",
            "multipart/form-data; boundary=x",
            "multipart/form-data",
            "application/x-www-form-urlencoded",
            "application/problem+json",
            "*/*",
            "text",
            ";");

    private static final List<String> HEADERS = List.of(
            "Accept: text/event-stream",
            "Accept: text/plain",
            "Accept: image/png",
            "Accept: nonsense",
            "Accept: */*;q=x",
            "Accept-Language: \u00e9\u00e9",
            "Origin: null",
            "Origin: https://elsewhere.example",
            "Sec-Fetch-Site: cross-site",
            "Host: elsewhere.example",
            "X-Request-Id: " + "z".repeat(500),
            "X-Request-Id: a b\tc",
            "Authorization: Bearer x",
            "Authorization: Basic",
            "X-Api-Key: ",
            "X-Forwarded-For: 203.0.113.7, ,,",
            "X-Forwarded-Host: elsewhere.example",
            "Forwarded: for=\"_gazonk\"",
            "Range: bytes=5-1",
            "If-None-Match: \"x",
            "If-Modified-Since: never",
            "Cookie: " + "a=b; ".repeat(50),
            "Expect: nonsense",
            "Content-Encoding: gzip",
            "X-HTTP-Method-Override: DELETE",
            "Upgrade: h2c");

    private static final Pattern IDS = Pattern.compile("\"(?:id|message_id|conversation_id)\":\"([^\"\\\\]{1,128})\"");

    private final JsonNode document;
    private final List<Operation> operations;
    private final String host;
    private final Random random;
    private final List<String> ids = new ArrayList<>(List.of("town-clock"));

    /**
     * A request as bytes.
     *
     * @param method its method
     * @param path its path as it is sent
     * @param top all up to and with the empty line, each character a byte
     * @param content the bytes that follow, each as a character
     */
    record Request(String method, String path, String top, String content) {

        byte[] head() {
            return top.getBytes(StandardCharsets.ISO_8859_1);
        }

        byte[] body() {
            return content.getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        public String toString() {
            String whole = top.replace("\r\n", " | ") + new String(body(), StandardCharsets.UTF_8);
            return whole.substring(0, Math.min(whole.length(), 600));
        }
    }

    HostileRequests(JsonNode document, URI server, long seed) {
        this.document = document;
        this.operations = Operation.of(document);
        this.host = server.getAuthority();
        this.random = new Random(seed);
        if (operations.isEmpty()) {
            throw new IllegalArgumentException("The OpenAPI document names no operation.");
        }
    }

    /** The next request. */
    Request next() {
        Operation operation = operations.get(random.nextInt(operations.size()));
        String method = oneIn(15) ? choice(METHODS) : operation.method();
        String path = path(operation);
        byte[] body = operation.body() == null || operation.method().equals("GET")
                ? oneIn(20) ? text().getBytes(StandardCharsets.UTF_8) : new byte[0]
                : body(operation);
        List<String> headers = new ArrayList<>();
        String odd = oneIn(3) ? choice(HEADERS) : "";
        if (!odd.startsWith("Host:")) {
            headers.add("Host: " + host);
        }
        headers.add("Connection: close");
        if (!odd.isEmpty()) {
            headers.add(odd);
        }
        if (body.length > 0 || operation.body() != null) {
            headers.add("Content-Type: " + (oneIn(8) ? choice(TYPES) : "application/json"));
            headers.add("Content-Length: " + body.length);
        }
        String head = method + " " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
        return new Request(method, path, head, new String(body, StandardCharsets.ISO_8859_1));
    }

    /** Takes the ids that a reply names, so that later requests may name them. */
    void learn(RawReply reply) {
        if (reply.status() < 300) {
            Matcher id = IDS.matcher(reply.body());
            for (int i = 0; i < 3 && id.find(); i++) {
                if (ids.size() < MOST_IDS) {
                    ids.add(id.group(1));
                } else {
                    ids.set(random.nextInt(MOST_IDS), id.group(1));
                }
            }
        }
    }

    private String path(Operation operation) {
        StringBuilder path = new StringBuilder();
        Matcher parameter = Pattern.compile("\\{[^}]*\\}").matcher(operation.path());
        int from = 0;
        while (parameter.find()) {
            path.append(operation.path(), from, parameter.start()).append(encoded(oneIn(3) ? text() : choice(ids)));
            from = parameter.end();
        }
        path.append(operation.path().substring(from));
        if (oneIn(25)) {
            path.append(choice(List.of("/", "//", "/..", ";x=y", "%zz", "%", "%00", "/%2e%2e/", "?", "?a", "?=&&=")));
        }
        String separator = "?";
        for (String name : operation.query()) {
            for (int times = random.nextInt(3); times > 0; times--) {
                String value = name.contains("id") && oneIn(2) ? choice(ids) : text();
                path.append(separator).append(name).append('=').append(oneIn(30) ? "%zz%" : encoded(value));
                separator = "&";
            }
        }
        return path.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private byte[] body(Operation operation) {
        JsonNode schema = operation.body();
        JsonNode example = operation.example();
        JsonNode whole = example != null && oneIn(3) ? example.deepCopy() : value(schema, 0);
        if (whole instanceof ObjectNode object) {
            object.properties().stream().map(Map.Entry::getKey).toList().forEach(name -> {
                if (oneIn(5)) {
                    object.set(name, odd());
                } else if (oneIn(12)) {
                    object.remove(name);
                }
            });
            if (oneIn(15)) {
                object.set(text(), odd());
            }
        } else if (oneIn(4)) {
            whole = odd();
        }
        byte[] bytes = whole.toString().getBytes(StandardCharsets.UTF_8);
        return oneIn(8) ? mangled(bytes) : bytes;
    }

    /** Something that the schema allows, most of the time. */
    private JsonNode value(@Nullable JsonNode given, int depth) {
        JsonNode schema = given == null ? NODES.missingNode() : Operation.resolved(document, given);
        for (String either : List.of("anyOf", "oneOf", "allOf")) {
            if (schema.path(either).size() > 0) {
                schema = Operation.resolved(
                        document,
                        schema.path(either)
                                .get(random.nextInt(schema.path(either).size())));
            }
        }
        if (schema.path("enum").size() > 0) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        String type = schema.path("type").isArray()
                ? schema.path("type").path(0).asText()
                : schema.path("type").asText();
        return switch (type) {
            case "object" -> object(schema, depth);
            case "array" -> {
                var array = NODES.arrayNode();
                for (int i = random.nextInt(3); i > 0 && depth < 4; i--) {
                    array.add(value(schema.get("items"), depth + 1));
                }
                yield array;
            }
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "integer", "number" -> NODES.numberNode(oneIn(3) ? random.nextInt() : random.nextInt(20));
            default -> NODES.textNode(oneIn(4) ? choice(ids) : text());
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = NODES.objectNode();
        if (depth < 4) {
            schema.path("properties").properties().forEach(field -> {
                if (!oneIn(3)) {
                    object.set(field.getKey(), value(field.getValue(), depth + 1));
                }
            });
        }
        return object;
    }

    /** A value of whatever kind. */
    private JsonNode odd() {
        return switch (random.nextInt(9)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextLong());
            case 3 -> NODES.numberNode(random.nextGaussian() * 1e300);
            case 4 -> NODES.arrayNode().add(text()).addNull();
            case 5 -> NODES.objectNode().put("a", text());
            case 6 -> {
                JsonNode deep = NODES.arrayNode();
                for (int i = 0; i < (oneIn(4) ? DEEP : 20); i++) {
                    deep = NODES.arrayNode().add(deep);
                }
                yield deep;
            }
            case 7 -> NODES.textNode("word ".repeat(oneIn(10) ? 30_000 : 500));
            default -> NODES.textNode(text());
        };
    }

    /** The bytes cut off, doubled in part, or with noise in them. */
    private byte[] mangled(byte[] bytes) {
        if (bytes.length < 3) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        byte[] changed = bytes.clone();
        switch (random.nextInt(3)) {
            case 0 -> changed = Arrays.copyOf(bytes, at);
            case 1 -> changed[at] = (byte) random.nextInt(256);
            default -> System.arraycopy(bytes, 0, changed, at, bytes.length - at);
        }
        return changed;
    }

    private String text() {
        return choice(TEXTS);
    }

    private boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    private <T> T choice(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
