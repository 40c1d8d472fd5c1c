package chat.parley.page;

import chat.parley.testing.ServerProcess;
import chat.parley.testing.WildFlyServer;
import com.microsoft.playwright.Browser.NewContextOptions;
import java.nio.file.Path;
import java.util.Map;

class ConsoleOnWildFlyIT extends ConsoleOnEachServer {
    private static final String NAME = "operator";
    private static final String PASSWORD = "not-told-2";

    @Override
    ServerProcess startServer() {
        WildFlyServer server = WildFlyServer.pristine(Map.of());
        server.addAdministrator(NAME, PASSWORD);
        server.start();
        return server;
    }

    @Override
    Console console(Browser browser, Path photographs) {
        return new WildFlyConsole(
                browser.context(new NewContextOptions().setHttpCredentials(NAME, PASSWORD)), photographs);
    }

    @Override
    void addUser(ServerProcess server, Console console, String name, String password) {
        server.addUser(name, password, "parley-admin");
    }

    @Override
    void addDriver(ServerProcess server, Path driver) {
        // The console takes it, as a deployment
    }
}
