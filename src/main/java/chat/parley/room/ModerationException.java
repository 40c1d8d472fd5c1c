package chat.parley.room;

import chat.parley.protocol.ErrorCode;

/** An act that was refused, and why; the message is for whoever acted. Costs no stack trace. */
public final class ModerationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ErrorCode code;

    public ModerationException(ErrorCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** As a client of the protocol is told: {@code FORBIDDEN}, {@code NOT_FOUND}, {@code NO_SUCH_ROOM}, {@code BAD_MESSAGE}. */
    public ErrorCode code() {
        return code;
    }
}
