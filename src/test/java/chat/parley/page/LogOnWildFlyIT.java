package chat.parley.page;

import chat.parley.testing.ServerKind;
import chat.parley.testing.ServerProcess;
import java.util.Map;

class LogOnWildFlyIT extends LogScenarios {

    @Override
    ServerProcess startServer() {
        return ServerKind.WILDFLY.start(Map.of("parley.rate-per-second", "0"));
    }
}
