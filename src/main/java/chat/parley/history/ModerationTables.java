package chat.parley.history;

import chat.parley.model.RoomName;
import chat.parley.model.User;
import chat.parley.room.AuditEntry;
import chat.parley.room.Change;
import chat.parley.room.RoomRule;
import chat.parley.room.Rules;
import chat.parley.room.Sanction;
import chat.parley.room.Subject;
import chat.parley.settings.AddressRange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The statements about what moderators decide, one method each. They commit nothing. */
final class ModerationTables {
    private static final String ADDRESS = "a:";

    private ModerationTables() {}

    /** What is stored, or what is known where that is the same. */
    static Rules load(Connection connection, Rules known) throws SQLException {
        // Before the rest: what is changed meanwhile may be read already, and then is read again the next time.
        long version = version(connection);
        return version == known.version()
                ? known
                : new Rules(version, sanctions(connection), rooms(connection), TokenTable.all(connection));
    }

    private static long version(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select version from rules");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<Sanction> sanctions(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select kind, subject, shown_as, room, ends_at, reason, set_by, by_admin, set_at from sanction");
                ResultSet rows = select.executeQuery()) {
            List<Sanction> sanctions = new ArrayList<>();
            while (rows.next()) {
                sanctions.add(sanction(rows));
            }
            return sanctions;
        }
    }

    private static Sanction sanction(ResultSet row) throws SQLException {
        String room = row.getString(4);
        long endsAt = row.getLong(5);
        Instant until = row.wasNull() ? null : Instant.ofEpochMilli(endsAt);
        return new Sanction(
                Sanction.Kind.valueOf(row.getString(1)),
                subject(row.getString(2), row.getString(3)),
                room.isEmpty() ? null : new RoomName(room),
                until,
                row.getString(6),
                row.getString(7),
                row.getInt(8) == 1,
                Instant.ofEpochMilli(row.getLong(9)));
    }

    private static Subject subject(String key, @Nullable String shownAs) {
        return key.startsWith(ADDRESS)
                ? new Subject.Address(AddressRange.parse(key.substring(ADDRESS.length())))
                : new Subject.Person(SenderKey.sender(key, shownAs));
    }

    private static String key(Subject subject) {
        return subject instanceof Subject.Person person ? SenderKey.of(person.user()) : ADDRESS + subject;
    }

    private static List<RoomRule> rooms(Connection connection) throws SQLException {
        Map<String, Set<User>> members = members(connection);
        List<RoomRule> rooms = new ArrayList<>();
        try (PreparedStatement select =
                        connection.prepareStatement("select room, closed, members_only from room_rule");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                String room = rows.getString(1);
                Set<User> its = members.getOrDefault(room, Set.of());
                rooms.add(new RoomRule(new RoomName(room), rows.getInt(2) == 1, rows.getInt(3) == 1, its));
            }
        }
        return rooms;
    }

    private static Map<String, Set<User>> members(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select room, member, shown_as from room_member");
                ResultSet rows = select.executeQuery()) {
            Map<String, Set<User>> members = new HashMap<>();
            while (rows.next()) {
                members.computeIfAbsent(rows.getString(1), room -> new HashSet<>())
                        .add(SenderKey.sender(rows.getString(2), rows.getString(3)));
            }
            return members;
        }
    }

    /** Makes a change, and takes away what has ended by then. */
    static void apply(Connection connection, Change change, Instant now) throws SQLException {
        update(connection, "update rules set version = version + 1");
        update(connection, "delete from sanction where ends_at <= ?", now.toEpochMilli());
        if (change instanceof Change.Impose impose) {
            delete(
                    connection,
                    impose.sanction().kind(),
                    impose.sanction().subject(),
                    impose.sanction().room());
            insert(connection, impose.sanction());
        } else if (change instanceof Change.Lift lift) {
            delete(connection, lift.kind(), lift.subject(), lift.room());
        } else if (change instanceof Change.Closing closing) {
            requireRule(connection, closing.room());
            set(connection, "closed", closing.room(), closing.closed());
        } else if (change instanceof Change.Privacy privacy) {
            requireRule(connection, privacy.room());
            set(connection, "members_only", privacy.room(), privacy.membersOnly());
        } else if (change instanceof Change.Listing listing) {
            requireRule(connection, listing.room());
            list(connection, listing);
        } else if (change instanceof Change.Grant grant) {
            TokenTable.insert(connection, grant.token());
        } else if (change instanceof Change.Revoke revoke) {
            TokenTable.delete(connection, revoke.id());
        }
    }

    private static void delete(Connection connection, Sanction.Kind kind, Subject subject, @Nullable RoomName room)
            throws SQLException {
        update(
                connection,
                "delete from sanction where kind = ? and subject = ? and room = ?",
                kind.name(),
                key(subject),
                room == null ? "" : room.value());
    }

    private static void insert(Connection connection, Sanction sanction) throws SQLException {
        Subject subject = sanction.subject();
        update(
                connection,
                "insert into sanction (kind, subject, shown_as, room, ends_at, reason, set_by, by_admin, set_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                sanction.kind().name(),
                key(subject),
                subject instanceof Subject.Person person ? SenderKey.shownAs(person.user()) : null,
                sanction.room() == null ? "" : sanction.room().value(),
                sanction.until() == null ? null : sanction.until().toEpochMilli(),
                sanction.reason(),
                sanction.by(),
                sanction.byAdmin() ? 1 : 0,
                sanction.at().toEpochMilli());
    }

    private static void requireRule(Connection connection, RoomName room) throws SQLException {
        update(connection, "insert into room_rule (room) values (?) on conflict (room) do nothing", room.value());
    }

    private static void set(Connection connection, String column, RoomName room, boolean value) throws SQLException {
        update(connection, "update room_rule set " + column + " = ? where room = ?", value ? 1 : 0, room.value());
    }

    private static void list(Connection connection, Change.Listing listing) throws SQLException {
        String room = listing.room().value();
        String member = SenderKey.of(listing.user());
        if (listing.listed()) {
            update(
                    connection,
                    "insert into room_member (room, member, shown_as) values (?, ?, ?) on conflict (room, member) do nothing",
                    room,
                    member,
                    SenderKey.shownAs(listing.user()));
        } else {
            update(connection, "delete from room_member where room = ? and member = ?", room, member);
        }
    }

    /** The entry as it is stored. */
    static AuditEntry insert(Connection connection, AuditEntry entry) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into audit (at, actor, actor_kind, address, act, target, room, reason, outcome)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                new String[] {"id"})) {
            set(
                    insert,
                    entry.at().toEpochMilli(),
                    storable(entry.actor()),
                    entry.actorKind(),
                    storable(entry.address()),
                    storable(entry.act()),
                    storable(entry.target()),
                    storable(entry.room()),
                    storable(entry.reason()),
                    storable(entry.outcome()));
            insert.executeUpdate();
            try (ResultSet key = insert.getGeneratedKeys()) {
                key.next();
                return entry.withId(key.getLong(1));
            }
        }
    }

    /** An entry may tell of what somebody wrote: U+0000 and half a surrogate pair are no text to PostgreSQL. */
    private static String storable(String text) {
        return text.codePoints()
                .map(c -> c == 0 || Character.getType(c) == Character.SURROGATE ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static List<AuditEntry> audit(Connection connection, long before, int limit) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select id, at, actor, actor_kind, address, act, target, room, reason,"
                        + " outcome from audit where id < ? order by id desc limit ?")) {
            set(select, before, limit);
            try (ResultSet rows = select.executeQuery()) {
                List<AuditEntry> entries = new ArrayList<>();
                while (rows.next()) {
                    entries.add(new AuditEntry(
                            rows.getLong(1),
                            Instant.ofEpochMilli(rows.getLong(2)),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5),
                            rows.getString(6),
                            rows.getString(7),
                            rows.getString(8),
                            rows.getString(9),
                            rows.getString(10)));
                }
                return entries;
            }
        }
    }

    private static void update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            statement.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
