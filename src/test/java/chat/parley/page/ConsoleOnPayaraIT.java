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
}
