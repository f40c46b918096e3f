package dev.footnote.openai;

import dev.footnote.answer.EngineDescription;
import dev.footnote.application.Engines;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The engines under the names by which chat programs choose a model. Safe for use by several threads. */
@Singleton
class ChatModelNames {

    /** Whichever engine answers where nobody chooses. */
    static final String DEFAULT = "footnote";

    private final Engines engines;

    ChatModelNames(Engines engines) {
        this.engines = engines;
    }

    /** All names; the one that everybody can take is the first. */
    List<String> all() {
        return Stream.concat(
                        Stream.of(DEFAULT),
                        engines.all().stream().map(EngineDescription::name).map(ChatModelNames::name))
                .toList();
    }

    boolean has(String name) {
        return all().contains(name);
    }

    /** The engine that a name stands for; empty for the default one. */
    Optional<String> engine(String name) {
        return engines.all().stream()
                .map(EngineDescription::name)
                .filter(engine -> name(engine).equals(name))
                .findFirst();
    }

    private static String name(String engine) {
        return DEFAULT + "-" + engine;
    }
}
