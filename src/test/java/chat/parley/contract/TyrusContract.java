package chat.parley.contract;

import chat.parley.testing.TestServer;
import chat.parley.testing.TyrusServer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** The contract within this JVM, in seconds, on one kind of history. */
abstract class TyrusContract extends ContractSuite {

    /** The settings that choose the history. */
    abstract Map<String, String> history();

    @Override
    TestServer start(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(history());
        return TyrusServer.start(all);
    }

    @Nested
    class Usual extends UsualProfile implements ModerationContract, DeletionContract, RoomRulesContract {}

    @Nested
    class Patient extends PatientProfile {}

    @Nested
    class Tight extends TightProfile {}

    @Nested
    class Guarded extends GuardedProfile {}
}
