package chat.parley.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.testing.ChatClient;
import chat.parley.testing.RestClient;
import chat.parley.testing.ServerProcess;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What docs/OPERATIONS.md says of the server's own console, done as it says, and what comes of it in Parley. */
@ExtendWith(Browser.Installed.class)
abstract class ConsoleOnEachServer {
    private static final String ROOM = "lobby";

    /** A server as it comes, which runs, without Parley. */
    abstract ServerProcess startServer();

    abstract Console console(Browser browser, Path photographs);

    @Test
    void an_administrator_runs_parley_from_the_console() {
        try (ServerProcess server = startServer();
                Browser browser = Browser.open()) {
            server.addUser("grace", "not-told-1", "parley-admin");
            Path war = Path.of(System.getProperty("parley.war"));
            Console console = console(browser, photographs(server));
            RestClient grace = RestClient.of(server.page(), "grace", "not-told-1");
            console.open(server.console().toString());

            console.deploy(war);
            await().until(() -> status(grace) == 200);
            try (ChatClient ada = ChatClient.connect(server.socket())) {
                ada.login("ada");
                ada.join(ROOM);
                ada.say(ROOM, "Before");

                console.upgrade(war);
                ada.awaitClose();
            }
            await().until(() -> status(grace) == 200);

            try (ChatClient alan = ChatClient.connect(server.socket())) {
                alan.login("alan");
                alan.join(ROOM);
                assertThat(alan.request("history", "room", ROOM).toString()).contains("Before");

                console.logAll("chat.parley");
                await().until(() -> {
                    alan.join("library");
                    alan.leave("library");
                    return server.logText().contains("Joined: ");
                });
            }

            assertThat(value(grace, "parley.guests")).isEqualTo("true");
            console.setSystemProperty("parley.guests", "false");
            await().until(() -> value(grace, "parley.guests").equals("false"));

            console.undeploy();
            await().until(() -> status(grace) == 404);
        }
    }

    private static int status(RestClient client) {
        return client.send("GET", "api/figures", null).statusCode();
    }

    private static String value(RestClient client, String setting) {
        return client.get("api/settings").getJsonArray("items").stream()
                .map(item -> item.asJsonObject())
                .filter(item -> item.getString("name").equals(setting))
                .findFirst()
                .orElseThrow()
                .getString("value");
    }

    private static Path photographs(ServerProcess server) {
        return Path.of(
                System.getProperty("target.dir", "target"),
                "screenshots",
                "consoles",
                server.name().toLowerCase(Locale.ROOT));
    }
}
