package dev.footnote.answer;

import java.util.ArrayList;
import java.util.List;

/**
 * A checked text.
 *
 * @param claims its sentences in their order
 * @param warnings sentences that a reader should see beside it
 */
public record VerifiedText(List<VerifiedClaim> claims, List<String> warnings) {

    public VerifiedText {
        claims = List.copyOf(claims);
        warnings = List.copyOf(warnings);
    }

    /** The same with one warning more. */
    public VerifiedText warning(String warning) {
        List<String> more = new ArrayList<>(warnings);
        more.add(warning);
        return new VerifiedText(claims, more);
    }
}
