package chat.parley.page;

import chat.parley.testing.ServerKind;
import chat.parley.testing.ServerProcess;
import java.util.Map;

class FrameOnWildFlyIT extends FrameScenarios {

    @Override
    ServerProcess startServer() {
        return ServerKind.WILDFLY.start(Map.of());
    }
}
