package chat.parley.testing;

import java.net.URI;

/** A running Parley under test, wherever it runs. Listens on loopback, on a free port that it keeps over restarts. */
public interface TestServer extends AutoCloseable {

    /** What a person calls it: Tyrus, WildFly, Payara. */
    String name();

    /** Where {@code /ws} answers, as {@code ws://127.0.0.1:40123/parley/ws}. */
    URI socket();

    /** Starts again after {@link #stop}, on the same port and with the same settings; returns when clients can connect. */
    void start();

    /** Stops as an administrator would: the application is told first. */
    void stop();

    /** Stops what runs; throws nothing when it is stopped already. */
    @Override
    void close();
}
