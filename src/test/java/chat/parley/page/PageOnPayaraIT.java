package chat.parley.page;

import chat.parley.testing.PayaraServer;
import chat.parley.testing.ServerProcess;
import java.util.Map;

class PageOnPayaraIT extends PageScenarios {

    @Override
    ServerProcess startServer() {
        return PayaraServer.start(Map.of());
    }
}
