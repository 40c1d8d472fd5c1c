package chat.parley.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.room.LogException.Reason;
import chat.parley.room.MessageLog.Appended.Duplicate;
import chat.parley.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGPoolingDataSource;

/** The durable log in PostgreSQL, which several servers may share. */
@SuppressWarnings("deprecation") // not for production, says the driver of its pool
class PostgresLogIT extends DurableLogTest {
    private static Postgres server;

    private final PGPoolingDataSource pool = server.newPooledSchema();

    @BeforeAll
    static void startServer() {
        server = Postgres.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Override
    @AfterEach
    void end() {
        super.end();
        pool.close();
    }

    @Override
    Database database() {
        return new ServerDatabase("java:comp/env/jdbc/parley", name -> pool);
    }

    @Override
    Database reader() {
        return database();
    }

    @Test
    void two_that_append_to_the_same_rooms_share_out_the_seqs() {
        JdbcMessageLog other = open(Map.of());
        now(other.open(LOBBY, true));
        now(other.open(ATTIC, true));
        for (int i = 0; i < 1_000; i++) {
            log.append(draft(i % 3 == 0 ? ATTIC : LOBBY, ADA, "one-" + i));
            other.append(draft(i % 2 == 0 ? ATTIC : LOBBY, GRACE, "other-" + i));
        }
        stored(LOBBY, ADA, "last");
        now(other.append(draft(LOBBY, GRACE, "last")));
        restartAll();
        long lobby = head(LOBBY).seq();
        long attic = head(ATTIC).seq();
        assertThat(lobby + attic).isEqualTo(2_002);
        assertThat(seqs(page(LOBBY, 1, 5_000))).hasSize((int) lobby);
        assertThat(seqs(page(ATTIC, 1, 5_000))).hasSize((int) attic);
    }

    private void restartAll() {
        super.end();
        log = open(Map.of());
    }

    @Test
    void what_was_said_at_one_server_is_said_at_the_other() {
        JdbcMessageLog other = open(Map.of());
        now(other.open(LOBBY, true));
        var first = stored(LOBBY, ADA, "1");
        CompletionStage<?> again = other.append(draft(LOBBY, ADA, "1"));
        assertThat(now(again)).isEqualTo(new Duplicate(first));
    }

    @Test
    void a_data_source_that_is_not_there_yet_is_waited_for() {
        log.close();
        var appears = new java.util.concurrent.atomic.AtomicReference<DataSource>();
        JdbcMessageLog waiting = startOn(new ServerDatabase("jdbc/later", name -> {
            DataSource there = appears.get();
            if (there == null) {
                throw new javax.naming.NameNotFoundException(name);
            }
            return there;
        }));
        await().until(() -> waiting.health().trouble().contains("no data source jdbc/later"));
        appears.set(pool);
        await().until(() -> waiting.health().trouble().isEmpty());
    }

    @Test
    void connections_that_break_in_a_pool_that_wraps_what_they_throw_are_replaced() throws Exception {
        log.close();
        WrappingPool wrapping = new WrappingPool(server.newDatabase());
        log = startOn(new ServerDatabase("jdbc/wrapping", name -> wrapping.dataSource()));
        for (int i = 1; i <= 5; i++) {
            await().until(() -> log.health().trouble().isEmpty());
            head(LOBBY);
            assertThat(stored(LOBBY, ADA, "" + i).seq()).isEqualTo(i);
            breakConnections();
            assertReason(log.append(draft(LOBBY, ADA, "lost-" + i)), Reason.UNAVAILABLE);
        }
    }

    private void breakConnections() throws SQLException {
        try (Connection connection = server.maintenance().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname like 'parley%'");
        }
    }

    @Test
    void a_commit_whose_answer_is_lost_is_looked_up_and_not_made_again() {
        log.close();
        WrappingPool wrapping = new WrappingPool(server.newDatabase());
        log = startOn(new ServerDatabase("jdbc/wrapping", name -> wrapping.dataSource()));
        await().until(() -> log.health().trouble().isEmpty());
        head(LOBBY);
        wrapping.loseAnswers(3);
        assertThat(stored(LOBBY, ADA, "1").seq()).isEqualTo(1);
        assertThat(stored(LOBBY, ADA, "2").seq()).isEqualTo(2);
        assertThat(seqs(page(LOBBY, 1, 9))).containsExactly(1L, 2L);
    }
}
