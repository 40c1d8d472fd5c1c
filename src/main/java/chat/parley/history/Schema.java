package chat.parley.history;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Brings a database's tables to what this version of Parley needs. Under Flyway's lock: one server does it. */
final class Schema {
    private Schema() {}

    /** @throws DatabaseRefusedException if the tables are not Parley's, or those of a newer one */
    static void migrate(Database database) throws SQLException {
        Flyway flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(database.dataSource())
                .locations("classpath:db/migration")
                .table("parley_schema")
                .placeholders(database.dialect().placeholders())
                .load();
        try {
            for (MigrationInfo applied : flyway.info().applied()) {
                if (applied.getState().name().startsWith("FUTURE")) {
                    throw new DatabaseRefusedException(
                            "A newer Parley has changed " + database.name() + " to version " + applied.getVersion()
                                    + ", which this one does not know. Deploy that Parley again, or go back to a backup"
                                    + " from before.");
                }
            }
            flyway.migrate();
        } catch (FlywayException e) {
            if (e.getCause() instanceof SQLException gone) {
                throw gone;
            }
            throw new DatabaseRefusedException(
                    "The tables in " + database.name() + " cannot be brought to this version: " + e.getMessage(), e);
        }
    }
}
