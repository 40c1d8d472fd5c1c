package chat.parley.page;

import chat.parley.testing.ServerProcess;
import chat.parley.testing.WildFlyServer;
import java.util.Map;

class PageOnWildFlyIT extends PageScenarios {

    @Override
    ServerProcess startServer() {
        return WildFlyServer.start(Map.of());
    }
}
