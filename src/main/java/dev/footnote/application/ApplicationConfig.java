package dev.footnote.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What holds for every question, whatever door it comes through. */
@ConfigMapping(prefix = "footnote.application")
interface ApplicationConfig {

    /** How long a question waits at start until every article can be asked, before it is refused. */
    @WithDefault("30s")
    Duration waitUntilReady();

    /** Whether the log tells what was asked and how it was answered. What people ask is their own affair unless this is on. */
    @WithDefault("false")
    boolean logQuestions();
}
