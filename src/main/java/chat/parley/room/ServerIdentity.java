package chat.parley.room;

import chat.parley.protocol.ServerMessage;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.UUID;

/** What this server calls itself. */
@Singleton
public class ServerIdentity {
    private final String version = readVersion();
    private final String node = UUID.randomUUID().toString().substring(0, 8);

    /** Parley's version, from the build. */
    public String version() {
        return version;
    }

    /** Tells this run of this server from others. */
    public String node() {
        return node;
    }

    ServerMessage.Server shown(boolean durable) {
        return new ServerMessage.Server("Parley", version, node, durable ? "durable" : "memory");
    }

    private static String readVersion() {
        Properties properties = new Properties();
        try (InputStream in = ServerIdentity.class.getResourceAsStream("/parley.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
