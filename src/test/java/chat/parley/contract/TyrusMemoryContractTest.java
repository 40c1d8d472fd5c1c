package chat.parley.contract;

import java.util.Map;

/** The contract with history in memory. */
class TyrusMemoryContractTest extends TyrusContract {

    @Override
    Map<String, String> history() {
        return Map.of("parley.history", "memory");
    }
}
