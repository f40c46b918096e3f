package dev.footnote.mcp;

/** A message cannot be acted upon. Its message is for whoever sent it. */
final class RpcException extends RuntimeException {

    /** The message is no request. */
    static final int INVALID_REQUEST = -32_600;

    static final int UNKNOWN_METHOD = -32_601;
    static final int INVALID_PARAMETERS = -32_602;
    static final int FAILED = -32_603;
    /** There is nothing to be read at an address. */
    static final int UNKNOWN_RESOURCE = -32_002;

    private static final long serialVersionUID = 1;

    private final int code;

    RpcException(int code, String message) {
        super(message);
        this.code = code;
    }

    int code() {
        return code;
    }
}
