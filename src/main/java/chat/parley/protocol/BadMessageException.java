package chat.parley.protocol;

/** A client's object has the right type and the wrong shape. The message is for whoever wrote the client. */
public final class BadMessageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadMessageException(String message) {
        super(message);
    }
}
