package dev.footnote.retrieval;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The OpenSearch that holds the index, where {@link IndexConfig} says so. */
@ConfigMapping(prefix = "footnote.opensearch")
public interface OpenSearchConfig {

    /** The nodes of one cluster, tried in turn; {@code http} or {@code https}. */
    @WithDefault("http://localhost:9200")
    List<URI> hosts();

    /** Names the index. Each Footnote needs one of its own. */
    @WithDefault("footnote")
    String index();

    /** For basic authentication, with {@link #password()}. */
    Optional<String> userName();

    Optional<String> password();

    /** Sent as {@code Authorization: ApiKey …}, in the place of a user's name. */
    Optional<String> apiKey();

    /** The certificates, in PEM, by which a server of {@code https} is known; those that Java knows unless given. */
    Optional<Path> caFile();

    /** How long a connection may take to be made, to one host. */
    @WithDefault("1s")
    Duration connectTimeout();

    /** How long one host may take for a search, whole answer and all. */
    @WithDefault("10s")
    Duration timeout();

    /** How long one host may take for a change. */
    @WithDefault("60s")
    Duration writeTimeout();

    /** Of an index that is made. BM25 counts words over all shards. */
    @WithDefault("1")
    int shards();

    /** Copies of each shard beside the first, in an index that is made. */
    @WithDefault("1")
    int replicas();
}
