package chat.parley.page;

import chat.parley.testing.PayaraServer;
import chat.parley.testing.ServerProcess;
import java.nio.file.Path;
import java.util.Map;

class ConsoleOnPayaraIT extends ConsoleOnEachServer {

    @Override
    ServerProcess startServer() {
        PayaraServer server = PayaraServer.pristine(Map.of());
        server.start();
        return server;
    }

    @Override
    Console console(Browser browser, Path photographs) {
        return new PayaraConsole(browser.context(), photographs);
    }

    @Override
    void addUser(ServerProcess server, Console console, String name, String password) {
        ((PayaraConsole) console).addUser(name, password, "parley-admin");
    }

    @Override
    void addDriver(ServerProcess server, Path driver) {
        ((PayaraServer) server).asadmin("add-library", driver.toString());
    }
}
