package dev.footnote.evaluation;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where question sets are found. */
@ConfigMapping(prefix = "footnote.evaluation")
public interface EvaluationConfig {

    /** The folder in which the commands look for a question set that is not found under its name. */
    Optional<Path> sets();
}
