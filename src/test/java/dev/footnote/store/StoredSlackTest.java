package dev.footnote.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Over the embedded database. */
class StoredSlackTest extends StoredSlackContract {

    @TempDir
    Path folder;

    @Override
    Stores stores() {
        return new Stores(folder);
    }
}
