package dev.footnote.cli;

import dev.footnote.http.OpenRequests;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.runtime.Quarkus;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.utils.Signals;

/**
 * Stops the application before the process ends. Left to itself, a process that is asked to stop runs the hooks of
 * Quarkus and of ONNX Runtime at once, and the second frees what a question in flight still computes with.
 */
final class StopSignals {

    /** The exit code that the shell gives a process which the signal ended: 128 and its number. */
    private static final Map<String, Integer> EXIT_CODES = Map.of("INT", 130, "TERM", 143);

    private static final AtomicBoolean STOPPING = new AtomicBoolean();

    private StopSignals() {}

    /**
     * From now on Ctrl+C and a plain kill let open requests be answered and stop the application first; a second one ends
     * the process at once.
     */
    static void stopTheApplicationFirst() {
        EXIT_CODES.forEach((signal, code) -> Signals.register(signal, () -> stop(code)));
    }

    private static void stop(int code) {
        if (STOPPING.compareAndSet(false, true)) {
            ArcContainer container = Arc.container();
            if (container != null && container.isRunning()) {
                container.instance(OpenRequests.class).get().close();
            }
            Quarkus.asyncExit(code);
        } else {
            Runtime.getRuntime().halt(code);
        }
    }
}
