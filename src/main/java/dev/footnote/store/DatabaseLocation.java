package dev.footnote.store;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Makes one of the two databases the active one: that of {@code footnote.store.url} where there is such, else the one in
 * {@code footnote.data}. An expression in application.properties cannot: H2 takes absolute paths only.
 */
public final class DatabaseLocation implements ConfigSourceFactory {

    private static final int BELOW_APPLICATION_PROPERTIES = 200;

    private static final String EMBEDDED = "quarkus.datasource.";
    private static final String SHARED = "quarkus.datasource.\"postgresql\".";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Path data = Path.of(value(
                context,
                "footnote.data",
                Path.of(value(context, "footnote.home", "."))
                        .resolve("embeddings")
                        .resolve("data")
                        .toString()));
        String shared = value(context, "footnote.store.url", "");
        Map<String, String> properties = new HashMap<>();
        properties.put(EMBEDDED + "jdbc.url", url(data));
        properties.put(EMBEDDED + "active", String.valueOf(shared.isEmpty()));
        properties.put(SHARED + "active", String.valueOf(!shared.isEmpty()));
        if (!shared.isEmpty()) {
            properties.put(SHARED + "jdbc.url", shared);
            putIfGiven(properties, SHARED + "username", value(context, "footnote.store.user-name", ""));
            putIfGiven(properties, SHARED + "password", value(context, "footnote.store.password", ""));
        }
        return List.of(new PropertiesConfigSource(properties, "footnote.data", BELOW_APPLICATION_PROPERTIES));
    }

    private static void putIfGiven(Map<String, String> properties, String key, String value) {
        if (!value.isEmpty()) {
            properties.put(key, value);
        }
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
