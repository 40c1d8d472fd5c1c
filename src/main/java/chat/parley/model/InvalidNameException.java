package chat.parley.model;

/** A text is no name; the message tells a person why, as in {@code a name has at most 32 characters}. */
public final class InvalidNameException extends IllegalArgumentException {

    InvalidNameException(String message) {
        super(message);
    }
}
