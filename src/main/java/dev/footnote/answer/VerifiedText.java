package dev.footnote.answer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checked text.
 *
 * @param claims its sentences in their order
 * @param warnings sentences that a reader should see beside it
 * @param url where it can be read again, if it is kept; relative unless a public address is configured
 */
public record VerifiedText(List<VerifiedClaim> claims, List<String> warnings, @Nullable String url) {

    public VerifiedText {
        claims = List.copyOf(claims);
        warnings = List.copyOf(warnings);
    }

    /** The sentences of a text that is not kept. */
    public VerifiedText(List<VerifiedClaim> claims, List<String> warnings) {
        this(claims, warnings, null);
    }

    /** The same, kept there. */
    public VerifiedText keptAt(String address) {
        return new VerifiedText(claims, warnings, address);
    }

    /** The same with one warning more. */
    public VerifiedText warning(String warning) {
        List<String> more = new ArrayList<>(warnings);
        more.add(warning);
        return new VerifiedText(claims, more, url);
    }
}
