package chat.parley.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.testing.ChatClient;
import chat.parley.testing.Postgres;
import chat.parley.testing.RestClient;
import chat.parley.testing.ServerJvm;
import chat.parley.testing.ServerProcess;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/** What docs/OPERATIONS.md says of the server's own console, done as it says, and what comes of it in Parley. */
@ExtendWith(Browser.Installed.class)
abstract class ConsoleOnEachServer {
    private static final String ROOM = "lobby";
    private static final String GUESTS = "parley.guests";
    private static final String PASSWORD = "not-told-1";
    private static final Path WAR = Path.of(System.getProperty("parley.war", "parley.war"));

    /** A server as it comes, which runs, without Parley. */
    abstract ServerProcess startServer();

    abstract Console console(Browser browser, Path photographs);

    /** Adds an administrator of Parley's to the server's realm: in the console, where that can do it. */
    abstract void addUser(ServerProcess server, Console console, String name, String password);

    /** Puts the driver where the console finds it, where it cannot take it itself. */
    abstract void addDriver(ServerProcess server, Path driver);

    @Test
    void an_administrator_runs_parley_from_the_console() {
        try (ServerProcess server = startServer();
                Browser browser = Browser.open();
                Postgres postgres = Postgres.start()) {
            Console console = console(browser, photographs(server));
            RestClient grace = RestClient.of(server.page(), "grace", PASSWORD);
            console.open(server.console().toString());
            addUser(server, console, "grace", PASSWORD);

            console.deploy(WAR);
            await().until(() -> status(grace) == 200);
            assertSignsIn(browser, server, "grace");
            try (ChatClient ada = ChatClient.connect(server.socket())) {
                ada.login("ada");
                ada.join(ROOM);
                ada.say(ROOM, "Before");

                console.upgrade(WAR);
                ada.awaitClose();
            }
            await().until(() -> status(grace) == 200);

            try (ChatClient alan = ChatClient.connect(server.socket());
                    ServerJvm jvm = server.jvm()) {
                alan.login("alan");
                alan.join(ROOM);
                assertThat(alan.request("history", "room", ROOM).toString()).contains("Before");

                console.logAll("chat.parley");
                await().until(() -> {
                    alan.join("library");
                    alan.leave("library");
                    return server.logText().contains("Joined: ");
                });
                console.logLess("chat.parley");
                await().until(() -> jvm.logLevel("chat.parley").equals("INFO"));
            }

            assertThat(value(grace, GUESTS)).isEqualTo("true");
            List<Duration> lags = new ArrayList<>();
            lags.add(lag(server, grace, "false", () -> console.addSystemProperty(GUESTS, "false")));
            lags.add(lag(server, grace, "true", () -> console.changeSystemProperty(GUESTS, "true")));
            lags.add(lag(server, grace, "false", () -> console.changeSystemProperty(GUESTS, "false")));
            // A machine that pauses for a moment spoils one of them
            assertThat(lags.stream().sorted().toList().get(1))
                    .as("median of %s", lags)
                    .isLessThan(Duration.ofSeconds(1));

            useDataSource(server, console, postgres.newDatabase());
            await().until(() -> server.logText().contains("History is kept in the data source"));
            await().until(() -> status(grace) == 200);

            console.undeploy();
            await().until(() -> status(grace) == 404);
        }
    }

    private static void assertSignsIn(Browser browser, ServerProcess server, String user) {
        Visitor visitor = new Visitor(browser.context(new NewContextOptions().setLocale("en-GB")))
                .open(server.page().resolve("signin"));
        visitor.signIn(user, PASSWORD);
        visitor.becomesConnected();
        PlaywrightAssertions.assertThat(visitor.page().locator("#me-name")).hasText(user);
        visitor.page().close();
    }

    private void useDataSource(ServerProcess server, Console console, PGSimpleDataSource database) {
        Path driver = ServerProcess.jarOf(Driver.class);
        addDriver(server, driver);
        String name = console.addDataSource(driver, database.getUrl(), database.getUser(), database.getPassword());
        console.addSystemProperty("parley.datasource", name);
        console.upgrade(WAR);
    }

    /** How long after the server has the value that the console sets there Parley goes by it. */
    private static Duration lag(ServerProcess server, RestClient grace, String value, Runnable change) {
        CompletableFuture<Duration> lag = CompletableFuture.supplyAsync(() -> {
            try (ServerJvm jvm = server.jvm()) {
                soon("the server to have it").until(() -> value.equals(jvm.systemProperty(GUESTS)));
                long there = System.nanoTime();
                soon("Parley to go by it").until(() -> value(grace, GUESTS).equals(value));
                return Duration.ofNanos(System.nanoTime() - there);
            }
        });
        change.run();
        return lag.join();
    }

    private static ConditionFactory soon(String what) {
        return await(what).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20));
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
