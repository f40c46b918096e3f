package dev.footnote.ingestion;

import org.jspecify.annotations.Nullable;

/**
 * What came of a file of {@code seeds/} when it was last read.
 *
 * @param fileName its name
 * @param sha256 of its bytes then, in hex; other bytes are a changed file
 * @param articleId the article it became; null if someone deleted that, so that the file stays away until it changes
 */
public record SeedRecord(String fileName, String sha256, @Nullable String articleId) {

    /** Whether someone deleted the article of exactly these bytes. */
    public boolean isRemoved(String hash) {
        return articleId == null && sha256.equals(hash);
    }
}
