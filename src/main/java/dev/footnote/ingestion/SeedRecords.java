package dev.footnote.ingestion;

import java.util.List;
import java.util.Optional;

/** What is remembered of the files of {@code seeds/} from one start to the next. Safe for use by several threads. */
public interface SeedRecords {

    /** The record of the file of that name. */
    Optional<SeedRecord> find(String fileName);

    /** Everything that is remembered, by file name. */
    List<SeedRecord> all();

    /** Remembers it in place of what was known of that file; on return it survives a crash. */
    void remember(SeedRecord seed);

    /** Forgets a file that is gone. */
    void forget(String fileName);
}
