package dev.footnote.evaluation;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where question sets are found. */
// Read before the application is there, so nothing injects it.
@Unremovable
@ConfigMapping(prefix = "footnote.evaluation")
public interface EvaluationConfig {

    /** The folder in which the commands look for a question set that is not found under its name. */
    Optional<Path> sets();
}
