package chat.parley.contract;

import chat.parley.testing.LocalDirectory;
import chat.parley.testing.Postgres;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract with history in PostgreSQL. */
class TyrusPostgresContractTest extends TyrusContract {
    private static Postgres postgres;

    @BeforeAll
    static void startPostgres() {
        postgres = Postgres.start();
    }

    @AfterAll
    static void stopPostgres() {
        postgres.close();
    }

    @Override
    Map<String, String> history() {
        return LocalDirectory.with("jdbc/parley", postgres.newPooledSchema());
    }
}
