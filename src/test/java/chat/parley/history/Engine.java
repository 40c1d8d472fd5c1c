package chat.parley.history;

import chat.parley.testing.Postgres;
import java.nio.file.Path;
import javax.sql.DataSource;

/** The databases that the durable log is measured and tormented on. */
enum Engine {
    SQLITE {
        @Override
        Database open(Path home) {
            return new SqliteDatabase(home);
        }
    },

    POSTGRESQL {
        @Override
        Database open(Path home) {
            DataSource pool = Server.POSTGRES.newPooledSchema();
            return new ServerDatabase("jdbc/parley", name -> pool);
        }
    };

    /** A new database, with the connections that Parley has in a server. */
    abstract Database open(Path home);

    /** One for all tests of this JVM; it ends with it. */
    private static final class Server {
        static final Postgres POSTGRES = Postgres.start();
    }
}
