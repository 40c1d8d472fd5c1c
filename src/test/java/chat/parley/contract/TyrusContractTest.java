package chat.parley.contract;

import chat.parley.testing.TestServer;
import chat.parley.testing.TyrusServer;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** The contract within this JVM, in seconds. */
class TyrusContractTest extends ContractSuite {

    @Override
    TestServer start(Map<String, String> settings) {
        return TyrusServer.start(settings);
    }

    @Nested
    class Usual extends UsualProfile {}

    @Nested
    class Patient extends PatientProfile {}

    @Nested
    class Tight extends TightProfile {}

    @Nested
    class Guarded extends GuardedProfile {}
}
