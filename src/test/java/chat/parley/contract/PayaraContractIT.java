package chat.parley.contract;

import chat.parley.testing.PayaraServer;
import chat.parley.testing.ServerProcess;
import java.util.Map;

/** The contract on a real Payara. */
class PayaraContractIT extends RealServerContract {

    @Override
    ServerProcess start(Map<String, String> settings) {
        return PayaraServer.start(settings);
    }
}
