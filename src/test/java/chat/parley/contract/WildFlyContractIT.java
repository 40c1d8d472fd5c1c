package chat.parley.contract;

import chat.parley.testing.ServerKind;
import chat.parley.testing.ServerProcess;
import java.util.Map;

/** The contract on a real WildFly. */
class WildFlyContractIT extends RealServerContract {

    @Override
    ServerProcess start(Map<String, String> settings) {
        return ServerKind.WILDFLY.start(settings);
    }
}
