package chat.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Role;
import chat.parley.model.User;
import chat.parley.model.UserName;
import chat.parley.protocol.ServerMessage.Ack;
import chat.parley.protocol.ServerMessage.Attendee;
import chat.parley.protocol.ServerMessage.Bye;
import chat.parley.protocol.ServerMessage.Deleted;
import chat.parley.protocol.ServerMessage.History;
import chat.parley.protocol.ServerMessage.Joined;
import chat.parley.protocol.ServerMessage.Left;
import chat.parley.protocol.ServerMessage.Limits;
import chat.parley.protocol.ServerMessage.ListedRoom;
import chat.parley.protocol.ServerMessage.Message;
import chat.parley.protocol.ServerMessage.Moderated;
import chat.parley.protocol.ServerMessage.Notice;
import chat.parley.protocol.ServerMessage.Person;
import chat.parley.protocol.ServerMessage.Pong;
import chat.parley.protocol.ServerMessage.Presence;
import chat.parley.protocol.ServerMessage.Refusal;
import chat.parley.protocol.ServerMessage.Removed;
import chat.parley.protocol.ServerMessage.Resync;
import chat.parley.protocol.ServerMessage.Rooms;
import chat.parley.protocol.ServerMessage.Server;
import chat.parley.protocol.ServerMessage.Topic;
import chat.parley.protocol.ServerMessage.Typing;
import chat.parley.protocol.ServerMessage.Welcome;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerMessageEncoderTest {

    private static final String AT = "2026-03-01T08:15:30.000Z";
    private static final Attendee ADA = new Attendee("ada", "guest", null);
    private static final Message MESSAGE = new Message("lobby", 8, "0b5e", "ada", null, "Hello", AT, null);

    private static final Message TAKEN_BACK = new Message("lobby", 7, "0b5d", "ada", null, "", AT, true);
    private static final Deleted DELETED = new Deleted("lobby", 9, 7, "grace", AT);

    private final ServerMessageEncoder encoder = new ServerMessageEncoder();

    /** Every type by its name on the wire. */
    private static Map<String, ServerMessage> samples() {
        Map<String, ServerMessage> samples = new LinkedHashMap<>();
        samples.put(
                "welcome",
                new Welcome(
                        "1",
                        "s",
                        "t",
                        new Person("ada", "guest"),
                        List.of("moderator"),
                        new Limits(16384, 4000, 100, 50, 10, 20),
                        25,
                        new Server("Parley", "1.0", "n1", "memory"),
                        AT));
        samples.put("joined", new Joined("2", "lobby", "e", 8, true, false, List.of(MESSAGE), List.of(ADA), 1, "News"));
        samples.put("left", new Left("3", "lobby"));
        samples.put("ack", new Ack("4", "lobby", 8, AT, true));
        samples.put("history", new History("5", "lobby", List.of(TAKEN_BACK, MESSAGE, DELETED), true));
        samples.put("rooms", new Rooms("6", List.of(new ListedRoom("lobby", 2, "News")), false));
        samples.put("pong", new Pong("6"));
        samples.put("error", new Refusal("7", "busy", "try again", 250L));
        samples.put("moderated", new Moderated("7", "ban"));
        samples.put("message", MESSAGE);
        samples.put("deleted", DELETED);
        samples.put("presence", new Presence("lobby", List.of(ADA), List.of("grace"), 1));
        samples.put("topic", new Topic("8", "lobby", "News", "ada", AT));
        samples.put("typing", new Typing("lobby", "ada"));
        samples.put("notice", new Notice("lobby", "Back at ten"));
        samples.put("removed", new Removed("lobby", "kicked", "grace", "spam"));
        samples.put("resync", new Resync("lobby", "e", Long.MAX_VALUE));
        samples.put("bye", new Bye(4000, "the server is shutting down", true, 1500));
        return samples;
    }

    static Stream<Arguments> types() {
        return samples().entrySet().stream().map(sample -> Arguments.of(sample.getKey(), sample.getValue()));
    }

    @Test
    void every_type_there_is_is_proved_here() {
        assertThat(samples().values().stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(permitted(ServerMessage.class).collect(Collectors.toSet()));
    }

    private static Stream<Class<?>> permitted(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Stream.of(type.getPermittedSubclasses()).flatMap(ServerMessageEncoderTest::permitted);
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_json_parser_finds_every_field_under_its_name(String type, ServerMessage message) {
        JsonObject expected = Json.createObjectBuilder(json((Record) message))
                .add("type", type)
                .build();

        assertThat(parse(encoder.encode(message))).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("types")
    void the_type_comes_first(String type, ServerMessage message) {
        assertThat(encoder.encode(message)).startsWith("{\"type\":\"" + type + "\"");
    }

    @ParameterizedTest
    @MethodSource("types")
    void an_object_is_one_line(String type, ServerMessage message) {
        assertThat(encoder.encode(message)).doesNotContain("\n", "\r");
    }

    @Test
    void what_is_null_is_left_out() {
        assertThat(parse(encoder.encode(new Pong(null)))).containsOnlyKeys("type");
        assertThat(parse(encoder.encode(new Left(null, "r")))).containsOnlyKeys("type", "room");
        assertThat(parse(encoder.encode(new Ack("1", "r", 1, AT, null))))
                .containsOnlyKeys("type", "id", "room", "seq", "at");
        assertThat(parse(encoder.encode(new Refusal(null, "busy", "", null))))
                .containsOnlyKeys("type", "code", "message");
        assertThat(parse(encoder.encode(new Topic(null, "r", "", "ada", AT))))
                .containsOnlyKeys("type", "room", "topic", "by", "at");
        assertThat(parse(encoder.encode(new Moderated(null, "ban")))).containsOnlyKeys("type", "act");
        assertThat(parse(encoder.encode(MESSAGE))).containsOnlyKeys("type", "room", "seq", "id", "from", "text", "at");
        assertThat(parse(encoder.encode(new Notice(null, "x")))).containsOnlyKeys("type", "text");
    }

    @Test
    void what_is_empty_or_zero_or_false_is_not_left_out() {
        assertThat(parse(encoder.encode(new Joined(null, "r", "e", 0, false, false, List.of(), List.of(), 0, ""))))
                .containsOnlyKeys(
                        "type",
                        "room",
                        "epoch",
                        "seq",
                        "recovered",
                        "more",
                        "events",
                        "members",
                        "memberCount",
                        "topic");
        assertThat(parse(encoder.encode(new Bye(1009, "", false, 0))))
                .containsOnlyKeys("type", "code", "reason", "reconnect", "afterMs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "héllo 会议 😀 𠮷",
                "a\nb\r\nc",
                "\"quoted\" \\ back /slash/",
                "\b\f\t\u0001\u001F\u007F\u0085\u2028\u2029\uFEFF",
                "</script><!--",
                "{\"type\":\"bye\"}",
                ""
            })
    void every_text_comes_out_of_a_parser_as_it_went_in_and_stays_on_one_line(String text) {
        String json = encoder.encode(new Message("lobby", 1, "1", "ada", null, text, AT, null));

        assertThat(parse(json).getString("text")).isEqualTo(text);
        assertThat(json).doesNotContain("\n", "\r");
    }

    @Test
    void letters_of_any_script_go_out_as_themselves() {
        assertThat(encoder.encode(new Typing("会议", "zoë😀"))).contains("会议", "zoë😀");
    }

    @Test
    void a_person_is_shown_by_name_and_kind_and_by_a_role_if_there_is_one() {
        UserName ada = UserName.parse("Ada");

        assertThat(Person.of(new User(ada, User.Kind.GUEST))).isEqualTo(new Person("Ada", "guest"));
        assertThat(Person.of(new User(ada, User.Kind.MEMBER))).isEqualTo(new Person("Ada", "member"));
        assertThat(Attendee.of(new User(ada, User.Kind.MEMBER), Role.MODERATOR))
                .isEqualTo(new Attendee("Ada", "member", "moderator"));
        assertThat(encoder.encode(new Presence("lobby", List.of(ADA), List.of(), 1)))
                .doesNotContain("role");
    }

    private static JsonObject parse(String json) {
        return Json.createReader(new StringReader(json)).readObject();
    }

    private static JsonObject json(Record message) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        for (RecordComponent component : message.getClass().getRecordComponents()) {
            try {
                Object value = component.getAccessor().invoke(message);
                if (value != null) {
                    object.add(component.getName(), value(value));
                }
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
        return object.build();
    }

    private static JsonValue value(Object value) {
        if (value instanceof List<?> list) {
            JsonArrayBuilder array = Json.createArrayBuilder();
            list.forEach(element -> {
                JsonObject object = element instanceof Record message ? json(message) : null;
                array.add(object == null ? value(element) : typed(element, object));
            });
            return array.build();
        }
        if (value instanceof Record inner) {
            return json(inner);
        }
        if (value instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        }
        return value instanceof Number number ? Json.createValue(number.longValue()) : Json.createValue((String) value);
    }

    /** Messages inside of another are whole messages. */
    private static JsonObject typed(Object element, JsonObject object) {
        return element instanceof ServerMessage
                ? Json.createObjectBuilder(object)
                        .add("type", element instanceof Message ? "message" : "deleted")
                        .build()
                : object;
    }
}
