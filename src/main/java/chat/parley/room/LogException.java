package chat.parley.room;

/** Why the log did not do what was asked; the message is for whoever asked. Costs no stack trace: it comes in crowds. */
public final class LogException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** What is the matter. */
    public enum Reason {
        /** More is asked than the log can do just now. */
        BUSY,
        /** The log's database does not answer. */
        UNAVAILABLE,
        /** There is no such room, and it was not to be made. */
        NO_SUCH_ROOM,
        /** There is no message with that seq, or not any more. */
        NO_SUCH_MESSAGE
    }

    public LogException(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
