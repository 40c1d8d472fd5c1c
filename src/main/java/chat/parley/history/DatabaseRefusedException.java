package chat.parley.history;

import java.sql.SQLException;

/** The database must not be used as it is; the message tells an administrator why, and what to do. */
final class DatabaseRefusedException extends SQLException {
    private static final long serialVersionUID = 1;

    DatabaseRefusedException(String message) {
        super(message);
    }

    DatabaseRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
