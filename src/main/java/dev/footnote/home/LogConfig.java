package dev.footnote.home;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the log is written. */
@ConfigMapping(prefix = "footnote.log")
interface LogConfig {

    /** Whether each line is a JSON object, for a program to read. */
    @WithDefault("false")
    boolean json();
}
