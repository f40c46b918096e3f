package dev.footnote.retrieval;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings for tests: the defaults but for what is given. */
record OpenSearchSettings(
        List<URI> hosts,
        String index,
        Optional<String> userName,
        Optional<String> password,
        Optional<String> apiKey,
        Optional<Path> caFile,
        Duration timeout,
        int shards)
        implements OpenSearchConfig {

    static OpenSearchSettings of(String index, URI... hosts) {
        return new OpenSearchSettings(
                List.of(hosts),
                index,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(30),
                1);
    }

    OpenSearchSettings withShards(int shards) {
        return new OpenSearchSettings(hosts, index, userName, password, apiKey, caFile, timeout, shards);
    }

    OpenSearchSettings withUser(String name, String password) {
        return new OpenSearchSettings(
                hosts, index, Optional.of(name), Optional.of(password), apiKey, caFile, timeout, shards);
    }

    OpenSearchSettings withApiKey(String key) {
        return new OpenSearchSettings(hosts, index, userName, password, Optional.of(key), caFile, timeout, shards);
    }

    OpenSearchSettings withCaFile(Path file) {
        return new OpenSearchSettings(hosts, index, userName, password, apiKey, Optional.of(file), timeout, shards);
    }

    OpenSearchSettings withTimeout(Duration longest) {
        return new OpenSearchSettings(hosts, index, userName, password, apiKey, caFile, longest, shards);
    }

    @Override
    public Duration connectTimeout() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration writeTimeout() {
        return Duration.ofSeconds(60);
    }

    @Override
    public int replicas() {
        return 1;
    }
}
