package dev.footnote.retrieval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A real OpenSearch of three nodes on this machine, each in a process of its own, that can lose one. */
public final class OpenSearchCluster {

    private static final List<String> NAMES = List.of("n1", "n2", "n3");

    /** Those that have not been killed, by their names. */
    private final Map<String, OpenSearchServer> nodes = new LinkedHashMap<>();

    /** A cluster whose data lies in a folder; {@link #start} starts it. */
    public OpenSearchCluster(Path folder) throws IOException {
        List<Integer> ports = new ArrayList<>();
        NAMES.forEach(name -> ports.add(OpenSearchServer.freePort()));
        String others = " -Ecluster.initial_cluster_manager_nodes=" + String.join(",", NAMES)
                + " -Ediscovery.seed_hosts="
                + ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
        for (int i = 0; i < NAMES.size(); i++) {
            String name = NAMES.get(i);
            nodes.put(
                    name,
                    OpenSearchServer.among(
                            Files.createDirectories(folder.resolve(name)),
                            ports.get(i),
                            "-Enode.name=" + name + others));
        }
    }

    /** Starts all nodes. A node is not up before it has found another. */
    public void start() throws IOException, InterruptedException {
        for (OpenSearchServer node : nodes.values()) {
            node.begin();
            node.awaitUnpacked();
        }
        for (OpenSearchServer node : nodes.values()) {
            node.awaitUp();
        }
    }

    /** Kills all that is left of it. */
    public void stop() throws InterruptedException {
        for (OpenSearchServer node : nodes.values()) {
            node.kill();
        }
    }

    /** Where all nodes that live listen, with commas between them. */
    public String addresses() {
        return nodes.values().stream().map(node -> node.address().toString()).collect(Collectors.joining(","));
    }

    /** The manager that a living node knows of, if that lives. It does not wait for one to be elected. */
    public Optional<String> manager() throws InterruptedException {
        for (OpenSearchServer node : nodes.values()) {
            try {
                String name = node.ask("GET", "/_cat/cluster_manager?local=true&h=node", null)
                        .strip();
                if (nodes.containsKey(name)) {
                    return Optional.of(name);
                }
            } catch (IOException e) {
                // Another node may answer.
            }
        }
        return Optional.empty();
    }

    /** Kills a node, as a crash of its machine would. */
    public void kill(String name) throws InterruptedException {
        OpenSearchServer node = nodes.get(name);
        if (node == null) {
            throw new IllegalArgumentException(name);
        }
        node.kill();
        nodes.remove(name);
    }

    /**
     * Brings the primary of an index of one shard and one replica to the manager, in steps. Returns whether it is there and
     * nothing is on the move.
     */
    public boolean hasPrimaryAtManager(String index) throws IOException, InterruptedException {
        String manager = manager().orElse("");
        JsonNode copies = OpenSearchConnection.JSON.readTree(
                ask("GET", "/_cat/shards/" + index + "?format=json&h=index,prirep,state,node", null));
        String primary = "";
        boolean hasReplica = false;
        for (JsonNode copy : copies) {
            if (!copy.path("state").asText().equals("STARTED")) {
                return false;
            }
            if (copy.path("prirep").asText().equals("p")) {
                primary = copy.path("node").asText();
            } else {
                hasReplica |= copy.path("node").asText().equals(manager);
            }
        }
        if (copies.size() < 2 || manager.isEmpty()) {
            return false;
        }
        if (primary.equals(manager)) {
            return true;
        }
        ObjectNode body = OpenSearchConnection.JSON.createObjectNode();
        ObjectNode command = body.putArray("commands").addObject();
        // Where the primary is given up, the replica takes its place.
        ObjectNode step = hasReplica
                ? command.putObject("cancel").put("node", primary).put("allow_primary", true)
                : command.putObject("move").put("from_node", primary).put("to_node", manager);
        step.put("index", copies.path(0).path("index").asText()).put("shard", 0);
        ask("POST", "/_cluster/reroute", body.toString());
        return false;
    }

    private String ask(String method, String path, @Nullable String body) throws IOException, InterruptedException {
        return nodes.values().iterator().next().ask(method, path, body);
    }
}
