package chat.parley.page;

import chat.parley.testing.ServerKind;
import chat.parley.testing.ServerProcess;
import java.util.Map;

class PageOnPayaraIT extends PageOnEachServer {

    @Override
    ServerProcess startServer() {
        return ServerKind.PAYARA.start(Map.of());
    }
}
