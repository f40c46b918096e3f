package dev.footnote.model;

import dev.footnote.text.Span;
import java.util.Arrays;

/** A text in WordPiece tokens, each with its place in the text. Immutable. */
public final class Tokens {

    private final long[] ids;
    private final int[] starts;
    private final int[] ends;

    Tokens(long[] ids, int[] starts, int[] ends) {
        this.ids = ids;
        this.starts = starts;
        this.ends = ends;
    }

    /** How many there are. */
    public int size() {
        return ids.length;
    }

    /** The vocabulary's number of a token. */
    public long id(int token) {
        return ids[token];
    }

    /** Where a token stands in the text, in UTF-16 code units. */
    public Span span(int token) {
        return new Span(starts[token], ends[token]);
    }

    /** The numbers of all tokens, a copy. */
    public long[] ids() {
        return ids.clone();
    }

    /** The last {@code count} tokens, or all if there are fewer. */
    Tokens last(int count) {
        return slice(Math.max(0, size() - count), size());
    }

    /** The first {@code count} tokens, or all if there are fewer. */
    Tokens first(int count) {
        return slice(0, Math.min(count, size()));
    }

    void copyIds(long[] target, int at) {
        System.arraycopy(ids, 0, target, at, ids.length);
    }

    private Tokens slice(int from, int to) {
        return from == 0 && to == size()
                ? this
                : new Tokens(
                        Arrays.copyOfRange(ids, from, to),
                        Arrays.copyOfRange(starts, from, to),
                        Arrays.copyOfRange(ends, from, to));
    }
}
