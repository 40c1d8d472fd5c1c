package chat.parley.room;

import jakarta.inject.Singleton;

/**
 * The message broker by which servers with the same database would tell each other what was said. There is none, for each server
 * is one by itself yet; health, figures and the admin page ask here, and say so.
 */
@Singleton
class Broker {

    /** What there is of it: {@code unused}. */
    String state() {
        return "unused";
    }

    /** Whether nothing keeps it from being used. */
    boolean isUp() {
        return true;
    }
}
