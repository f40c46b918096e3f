package dev.footnote.home;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The one place where the time of day comes from. */
public class ClockProducer {

    @Produces
    @Singleton
    Clock clock() {
        return system();
    }

    /** The clock of this machine, for a command that runs outside of the application. */
    public static Clock system() {
        return Clock.systemUTC();
    }
}
