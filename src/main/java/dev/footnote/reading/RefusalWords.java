package dev.footnote.reading;

import dev.footnote.answer.Reason;
import java.util.Locale;

/** The sentences of refusals. */
public final class RefusalWords {

    private static final String ONE = "The article does not say.";
    private static final String UNCERTAIN = "Not stated in so many words. The closest is:";

    private RefusalWords() {}

    /**
     * The sentence of a refusal after reading.
     *
     * @param reason {@link Reason#NOT_FOUND} or {@link Reason#UNCERTAIN}
     * @param articles how many were asked
     */
    public static String of(Reason reason, int articles) {
        return switch (reason) {
            case UNCERTAIN -> UNCERTAIN;
            case NOT_FOUND ->
                articles > 1 ? String.format(Locale.ROOT, "None of the %d articles says.", articles) : ONE;
            case LANGUAGE, UNSUPPORTED, UNVERIFIED ->
                throw new IllegalArgumentException("A refusal for the reason " + reason + " is no matter of reading");
        };
    }
}
