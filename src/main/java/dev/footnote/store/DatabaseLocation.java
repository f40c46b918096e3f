package dev.footnote.store;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Derives the database's address from {@code footnote.data}. An expression in application.properties cannot: H2 takes
 * absolute paths only.
 */
public final class DatabaseLocation implements ConfigSourceFactory {

    private static final int BELOW_APPLICATION_PROPERTIES = 200;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Path data = Path.of(value(
                context,
                "footnote.data",
                Path.of(value(context, "footnote.home", "."))
                        .resolve("embeddings")
                        .resolve("data")
                        .toString()));
        return List.of(new PropertiesConfigSource(
                Map.of("quarkus.datasource.jdbc.url", url(data)), "footnote.data", BELOW_APPLICATION_PROPERTIES));
    }

    /** The address of the database in that folder. A committed change is written out before the commit returns. */
    static String url(Path data) {
        Path file = data.toAbsolutePath().normalize().resolve("footnote");
        return "jdbc:h2:file:" + file.toString().replace("\\", "/").replace(";", "\\;")
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    }

    private static String value(ConfigSourceContext context, String name, String otherwise) {
        ConfigValue value = context.getValue(name);
        return value == null || value.getValue() == null || value.getValue().isBlank() ? otherwise : value.getValue();
    }
}
