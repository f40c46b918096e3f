package dev.footnote.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;

/**
 * Keeps ONNX Runtime from reporting its use. Its releases tell their maker what machine they run on and how often, and
 * begin to do so when its environment is made; nothing may leave the machine of whoever runs Footnote.
 */
final class Telemetry {

    /** Since 1.29: read once, when the environment is made (microsoft/onnxruntime, pull request 27379). */
    private static final String SWITCH = "ORT_DISABLE_TELEMETRY";

    private Telemetry() {}

    /** The part of the C library that sets what native code sees as its environment; Java's own is a copy. */
    private interface NativeEnvironment extends Library {
        int setenv(String name, String value, int overwrite);
    }

    /** Must be called before anything else of ONNX Runtime; a second call changes nothing. */
    static void turnOff() {
        if (!Platform.isWindows()) {
            NativeEnvironment environment = Native.load(Platform.C_LIBRARY_NAME, NativeEnvironment.class);
            if (environment.setenv(SWITCH, "1", 1) != 0) {
                throw new IllegalStateException("ONNX Runtime cannot be kept from reporting its use: " + SWITCH
                        + " cannot be set. Set it to 1 in the environment that Footnote starts in.");
            }
        }
        try {
            // On Windows there is no such variable: events go to the system's own tracing until they are turned off.
            OrtEnvironment.getEnvironment().setTelemetry(false);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot be kept from reporting its use: " + e.getMessage(), e);
        }
    }
}
