package chat.parley.contract;

import chat.parley.testing.ServerProcess;
import chat.parley.testing.WildFlyServer;
import java.util.Map;

/** The contract on a real WildFly. */
class WildFlyContractIT extends RealServerContract {

    @Override
    ServerProcess start(Map<String, String> settings) {
        return WildFlyServer.start(settings);
    }
}
