package dev.footnote.retrieval;

import org.apache.commons.codec.digest.DigestUtils;

/** Names a vector by what it was made of: equal keys, equal vectors. */
public final class VectorKey {

    private VectorKey() {}

    /** SHA-256 over the encoder's id and the text, in hex. */
    public static String of(String encoder, String text) {
        return DigestUtils.sha256Hex(encoder + "\0" + text);
    }
}
