package dev.footnote.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * The pieces of words that the models know, each with its number. Immutable.
 *
 * @param beginnings those that begin a word
 * @param continuations those that go on with one, without the mark that says so
 * @param longestPiece the code units of the longest
 */
record Vocabulary(Map<String, Integer> beginnings, Map<String, Integer> continuations, int longestPiece) {

    private static final String RESOURCE = "/bge-small-en-v1.5-q-tokenizer.json";
    private static final String CONTINUES = "##";

    /** For about 25,000 and 6,000, so that the maps do not grow while they are filled. */
    private static final int ROOM_FOR_BEGINNINGS = 1 << 16;

    private static final int ROOM_FOR_CONTINUATIONS = 1 << 14;

    /** Each name stands there once: to keep a table of them takes longer than all else that is done with the file. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    Vocabulary {
        beginnings = Collections.unmodifiableMap(beginnings);
        continuations = Collections.unmodifiableMap(continuations);
    }

    /** Reads the vocabulary that comes with the encoder's weights. */
    static Vocabulary read() {
        try (InputStream in = Vocabulary.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The tokenizer's vocabulary " + RESOURCE
                        + " is not on the class path. Build Footnote with ./mvnw package, which brings it.");
            }
            try (JsonParser parser = JSON.createParser(in)) {
                return read(parser);
            }
        } catch (IOException e) {
            throw new IllegalStateException("The tokenizer's vocabulary " + RESOURCE + " cannot be read", e);
        }
    }

    private static Vocabulary read(JsonParser parser) throws IOException {
        Map<String, Integer> beginnings = new HashMap<>(ROOM_FOR_BEGINNINGS);
        Map<String, Integer> continuations = new HashMap<>(ROOM_FOR_CONTINUATIONS);
        int longest = 0;
        enter(parser, "model");
        enter(parser, "vocab");
        for (String piece = parser.nextFieldName(); piece != null; piece = parser.nextFieldName()) {
            int id = parser.nextIntValue(-1);
            boolean continues = piece.startsWith(CONTINUES);
            String text = continues ? piece.substring(CONTINUES.length()) : piece;
            (continues ? continuations : beginnings).put(text, id);
            longest = Math.max(longest, text.length());
        }
        return new Vocabulary(beginnings, continuations, longest);
    }

    /** Goes on to the first member of an object that is a member of the one that is being read. */
    private static void enter(JsonParser parser, String name) throws IOException {
        if (!parser.isExpectedStartObjectToken()) {
            parser.nextToken();
        }
        for (String member = parser.nextFieldName(); member != null; member = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            if (member.equals(name) && value == JsonToken.START_OBJECT) {
                return;
            }
            parser.skipChildren();
        }
        throw new IOException("It has no object " + name);
    }
}
