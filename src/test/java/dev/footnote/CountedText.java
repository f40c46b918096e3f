package dev.footnote;

/** A text that counts how often one of its characters is read; what is cut of it counts there too. */
public final class CountedText implements CharSequence {

    private final CharSequence text;
    private final long most;
    private final long[] read;

    /** A text of which so many characters may be read. */
    public CountedText(CharSequence text, long most) {
        this(text, most, new long[1]);
    }

    private CountedText(CharSequence text, long most, long[] read) {
        this.text = text;
        this.most = most;
        this.read = read;
    }

    @Override
    public int length() {
        return text.length();
    }

    /** @throws ReadTooOften if more was read than may be */
    @Override
    public char charAt(int index) {
        if (++read[0] > most) {
            throw new ReadTooOften();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new CountedText(text.subSequence(start, end), most, read);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** More was read of a text than may be. */
    public static final class ReadTooOften extends RuntimeException {
        private static final long serialVersionUID = 1;

        ReadTooOften() {
            super(null, null, false, false);
        }
    }
}
