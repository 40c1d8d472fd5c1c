package chat.parley.page;

import chat.parley.testing.ServerKind;
import chat.parley.testing.ServerProcess;
import java.util.Map;

class PageOnWildFlyIT extends PageScenarios {

    @Override
    ServerProcess startServer() {
        return ServerKind.WILDFLY.start(Map.of());
    }
}
