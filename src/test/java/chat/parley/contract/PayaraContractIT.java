package chat.parley.contract;

import chat.parley.testing.ServerKind;
import chat.parley.testing.ServerProcess;
import java.util.Map;

/** The contract on a real Payara. */
class PayaraContractIT extends RealServerContract {

    @Override
    ServerProcess start(Map<String, String> settings) {
        return ServerKind.PAYARA.start(settings);
    }
}
