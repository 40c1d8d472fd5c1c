package chat.parley.history;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import chat.parley.model.Role;
import chat.parley.model.UserName;
import chat.parley.room.BotToken;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The statements about bots' tokens, one method each. They commit nothing. */
final class TokenTable {
    private TokenTable() {}

    static List<BotToken> all(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select id, secret_hash, name, roles, note, made_by, made_at, ends_at from bot_token");
                ResultSet rows = select.executeQuery()) {
            List<BotToken> tokens = new ArrayList<>();
            while (rows.next()) {
                tokens.add(new BotToken(
                        rows.getString(1),
                        rows.getString(2),
                        UserName.ofMember(rows.getString(3)),
                        roles(rows.getString(4)),
                        rows.getString(5),
                        rows.getString(6),
                        Instant.ofEpochMilli(rows.getLong(7)),
                        instant(rows, 8)));
            }
            return tokens;
        }
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    private static Set<Role> roles(String names) {
        return Stream.of(Role.values())
                .filter(role -> List.of(names.split(",")).contains(role.roleName()))
                .collect(toUnmodifiableSet());
    }

    /** Does nothing when it is there already. */
    static void insert(Connection connection, BotToken token) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into bot_token (id, secret_hash, name, roles, note, made_by, made_at, ends_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing")) {
            insert.setString(1, token.id());
            insert.setString(2, token.hash());
            insert.setString(3, token.name().display());
            insert.setString(
                    4, token.roles().stream().map(Role::roleName).sorted().collect(joining(",")));
            insert.setString(5, token.note());
            insert.setString(6, token.by());
            insert.setLong(7, token.at().toEpochMilli());
            Instant until = token.until();
            if (until == null) {
                insert.setNull(8, Types.BIGINT);
            } else {
                insert.setLong(8, until.toEpochMilli());
            }
            insert.executeUpdate();
        }
    }

    static void delete(Connection connection, String id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from bot_token where id = ?")) {
            delete.setString(1, id);
            delete.executeUpdate();
        }
    }

    /** An older use takes the place of no newer one. */
    static int noteUse(Connection connection, String id, Instant at) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update bot_token set used_at = ? where id = ? and (used_at is null or used_at < ?)")) {
            update.setLong(1, at.toEpochMilli());
            update.setString(2, id);
            update.setLong(3, at.toEpochMilli());
            return update.executeUpdate();
        }
    }

    static Map<String, Instant> lastUses(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select id, used_at from bot_token where used_at is not null");
                ResultSet rows = select.executeQuery()) {
            Map<String, Instant> uses = new HashMap<>();
            while (rows.next()) {
                uses.put(rows.getString(1), Instant.ofEpochMilli(rows.getLong(2)));
            }
            return uses;
        }
    }
}
