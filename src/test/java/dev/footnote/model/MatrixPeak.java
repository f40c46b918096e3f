package dev.footnote.model;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How many products of 8-bit integers this machine's processors compute at most: one large matrix multiplication, again and
 * again, by the run time that the models use, on as many threads as there are processors. No model can be faster.
 */
final class MatrixPeak {

    private static final int ROWS = 1024;
    private static final int INNER = 384;
    private static final int COLUMNS = 1536;
    private static final int RUNS = 100;

    private static final int LOW_BITS = 0x7f;
    private static final int MORE = 0x80;
    private static final int GROUP = 7;

    /** Numbers of onnx.proto: element types, and how a field is written. */
    private static final int UINT8 = 2;

    private static final int INT8 = 3;
    private static final int INT32 = 6;
    private static final int LENGTH_DELIMITED = 2;

    private MatrixPeak() {}

    static double productsASecond() throws OrtException, InterruptedException, ExecutionException {
        int processors = Runtime.getRuntime().availableProcessors();
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            try (OrtSession session = environment.createSession(model(), options)) {
                multiply(environment, session, RUNS / 4);
                ExecutorService threads = Executors.newFixedThreadPool(processors);
                try {
                    List<Callable<Boolean>> tasks = new ArrayList<>();
                    for (int i = 0; i < processors; i++) {
                        tasks.add(() -> multiply(environment, session, RUNS));
                    }
                    long start = System.nanoTime();
                    for (Future<Boolean> done : threads.invokeAll(tasks)) {
                        done.get();
                    }
                    double seconds = (System.nanoTime() - start) / 1e9;
                    return (double) processors * RUNS * ROWS * INNER * COLUMNS / seconds;
                } finally {
                    threads.shutdownNow();
                }
            }
        }
    }

    private static boolean multiply(OrtEnvironment environment, OrtSession session, int runs) throws OrtException {
        ByteBuffer rows = ByteBuffer.allocateDirect(ROWS * INNER);
        for (int i = 0; i < rows.capacity(); i++) {
            rows.put(i, (byte) i);
        }
        try (OnnxTensor input =
                OnnxTensor.createTensor(environment, rows, new long[] {ROWS, INNER}, OnnxJavaType.UINT8)) {
            for (int i = 0; i < runs; i++) {
                session.run(Map.of("rows", input)).close();
            }
        }
        return true;
    }

    /** One node, MatMulInteger, over an input and weights that are part of the model, as those of the encoder are. */
    private static byte[] model() {
        byte[] weights = new byte[INNER * COLUMNS];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (byte) (i * 31);
        }
        byte[] node = joined(text(1, "rows"), text(1, "weights"), text(2, "product"), text(4, "MatMulInteger"));
        byte[] held =
                joined(number(1, INNER), number(1, COLUMNS), number(2, INT8), text(8, "weights"), bytes(9, weights));
        byte[] graph = joined(
                bytes(1, node),
                text(2, "peak"),
                bytes(5, held),
                bytes(11, value("rows", UINT8, ROWS, INNER)),
                bytes(12, value("product", INT32, ROWS, COLUMNS)));
        return joined(number(1, 8), bytes(7, graph), bytes(8, joined(text(1, ""), number(2, 13))));
    }

    private static byte[] value(String name, int type, int rows, int columns) {
        byte[] shape = joined(bytes(1, number(1, rows)), bytes(1, number(1, columns)));
        byte[] tensor = joined(number(1, type), bytes(2, shape));
        return joined(text(1, name), bytes(2, bytes(1, tensor)));
    }

    private static byte[] text(int field, String content) {
        return bytes(field, content.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(int field, byte[] content) {
        return joined(varint(field << 3 | LENGTH_DELIMITED), varint(content.length), content);
    }

    private static byte[] number(int field, int value) {
        return joined(varint(field << 3), varint(value));
    }

    private static byte[] varint(int value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int rest = value;
        while (rest > LOW_BITS) {
            out.write(rest & LOW_BITS | MORE);
            rest >>>= GROUP;
        }
        out.write(rest);
        return out.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
