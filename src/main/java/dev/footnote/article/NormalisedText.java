package dev.footnote.article;

/** The form in which every text is kept and counted. */
final class NormalisedText {

    private static final char REPLACEMENT = '\uFFFD';

    private NormalisedText() {}

    /** One leading byte order mark dropped, {@code \r\n} and {@code \r} made {@code \n}, NUL and unpaired surrogates replaced. */
    static String of(String raw) {
        int start = raw.startsWith("\uFEFF") ? 1 : 0;
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = start; i < raw.length(); i++) {
            char unit = raw.charAt(i);
            if (unit == '\r') {
                text.append('\n');
                if (i + 1 < raw.length() && raw.charAt(i + 1) == '\n') {
                    i++;
                }
            } else if (Character.isHighSurrogate(unit)
                    && i + 1 < raw.length()
                    && Character.isLowSurrogate(raw.charAt(i + 1))) {
                text.append(unit).append(raw.charAt(++i));
            } else {
                text.append(unit == 0 || Character.isSurrogate(unit) ? REPLACEMENT : unit);
            }
        }
        return text.toString();
    }

    /** Whether there is nothing to see: white space, no-break and zero-width characters and controls only. */
    static boolean isBlank(String text) {
        return text.codePoints().noneMatch(NormalisedText::isVisible);
    }

    private static boolean isVisible(int codePoint) {
        return !Character.isWhitespace(codePoint)
                && !Character.isSpaceChar(codePoint)
                && !Character.isISOControl(codePoint)
                && Character.getType(codePoint) != Character.FORMAT
                && codePoint != REPLACEMENT;
    }
}
