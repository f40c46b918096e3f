package dev.footnote.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Makes a tensor that a model computes on its way an output of it too.
 *
 * <p>An ONNX file is one protobuf message, and a message that follows another is merged into it: repeated fields, as the
 * outputs of a graph are, are appended. So the model stays as it is, with some bytes behind it. Field numbers are those
 * of <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>.
 */
final class InnerOutput {

    private static final int GRAPH_OF_MODEL = 7;
    private static final int OUTPUT_OF_GRAPH = 12;
    private static final int NAME_OF_VALUE = 1;
    private static final int TYPE_OF_VALUE = 2;
    private static final int TENSOR_OF_TYPE = 1;
    private static final int ELEMENT_OF_TENSOR = 1;
    private static final int FLOAT = 1;

    private static final int LENGTH_DELIMITED = 2;
    private static final int LONGEST = 127;

    private InnerOutput() {}

    /**
     * The model with one more output.
     *
     * @param tensor the name of a tensor of floats that the model computes; where it computes none of that name, ONNX
     *     Runtime refuses to open what is returned
     * @throws IllegalArgumentException if the name is longer than some hundred letters
     */
    static byte[] added(byte[] model, String tensor) {
        byte[] type = field(TYPE_OF_VALUE, field(TENSOR_OF_TYPE, new byte[] {ELEMENT_OF_TENSOR << 3, FLOAT}));
        byte[] value = joined(field(NAME_OF_VALUE, tensor.getBytes(StandardCharsets.UTF_8)), type);
        return joined(model, field(GRAPH_OF_MODEL, field(OUTPUT_OF_GRAPH, value)));
    }

    private static byte[] field(int number, byte[] content) {
        if (content.length > LONGEST) {
            throw new IllegalArgumentException(
                    "A field of " + content.length + " bytes needs a longer length than one");
        }
        return joined(new byte[] {(byte) (number << 3 | LENGTH_DELIMITED), (byte) content.length}, content);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] bytes = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, bytes, one.length, other.length);
        return bytes;
    }
}
