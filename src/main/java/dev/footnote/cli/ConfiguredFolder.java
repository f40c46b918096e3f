package dev.footnote.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Where the data lies, for commands that look before anything is started. */
final class ConfiguredFolder {

    private ConfiguredFolder() {}

    static Path data() {
        Config config = ConfigProvider.getConfig();
        Optional<Path> data = config.getOptionalValue("footnote.data", Path.class);
        return data.orElseGet(() -> config.getOptionalValue("footnote.home", Path.class)
                .orElse(Path.of("."))
                .resolve("embeddings")
                .resolve("data"));
    }
}
