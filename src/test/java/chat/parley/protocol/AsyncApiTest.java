package chat.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Act;
import chat.parley.model.RoomTopic;
import chat.parley.settings.Settings;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The AsyncAPI document says of every message what the code says of it, and of no other. */
class AsyncApiTest {

    private static final AsyncApi API = AsyncApi.read();

    private final ClientMessageDecoder decoder = new ClientMessageDecoder(Settings.defaults());

    @Test
    void it_has_every_message_of_the_code_and_no_other() {
        assertThat(API.map("components", "messages").keySet()).isEqualTo(types().keySet());
        assertThat(API.map("channels", "chat", "messages").keySet()).isEqualTo(types().keySet());
        assertThat(API.map("channels", "chat", "messages"))
                .allSatisfy(
                        (name, node) -> assertThat(node).isEqualTo(Map.of("$ref", "#/components/messages/" + name)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_message_has_the_fields_of_its_record(String name) {
        String wireName = name.substring(name.indexOf('.') + 1);
        Map<String, Object> payload = API.map("components", "messages", name, "payload");

        assertThat(API.map("components", "messages", name)).containsEntry("name", wireName);
        assertThat(API.map(payload, "properties").get("type")).isEqualTo(Map.of("const", wireName));
        assertThat(AsyncApi.strings(payload, "required")).contains("type");
        assertFields(payload, types().get(name), Set.of("type"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void an_example_fits_its_message(String name) {
        Map<String, Object> message = API.map("components", "messages", name);

        assertThat(AsyncApi.maps(message, "examples")).isNotEmpty().allSatisfy(example -> {
            Map<String, Object> payload = API.map(example, "payload");
            assertFits(payload, API.map(message, "payload"), name);
            if (name.startsWith("client.")) {
                assertThat(decoder.decode(json(payload)))
                        .isInstanceOfSatisfying(
                                ClientFrame.Request.class,
                                request -> assertThat(request.message()).isInstanceOf(types().get(name)));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("answers")
    void what_the_encoder_writes_fits_its_message(String name, ServerMessage message) throws Exception {
        try (Jsonb jsonb = JsonbBuilder.create()) {
            Map<?, ?> written = jsonb.fromJson(new ServerMessageEncoder().encode(message), Map.class);

            assertFits(written, API.map("components", "messages", name, "payload"), name);
        }
    }

    @Test
    void every_request_has_its_answer_and_everything_else_is_told() {
        Map<String, String> answers = new TreeMap<>();
        Set<String> told = new TreeSet<>();
        API.map("operations").keySet().forEach(name -> {
            Map<String, Object> operation = API.map("operations", name);
            assertThat(operation.get("channel")).isEqualTo(Map.of("$ref", "#/channels/chat"));
            if (operation.get("action").equals("receive")) {
                answers.put(joined(operation), joined(API.map(operation, "reply")));
            } else {
                AsyncApi.maps(operation, "messages").forEach(node -> told.add(AsyncApi.referred(node)));
            }
        });

        assertThat(answers)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "client.login", "server.welcome server.error",
                        "client.join", "server.joined server.error",
                        "client.leave", "server.left server.error",
                        "client.say", "server.ack server.error",
                        "client.history", "server.history server.error",
                        "client.topic", "server.topic server.error",
                        "client.typing", "server.error",
                        "client.moderate", "server.moderated server.error",
                        "client.rooms", "server.rooms server.error",
                        "client.ping", "server.pong server.error"));
        Set<String> sent = Stream.concat(
                        told.stream(), answers.values().stream().flatMap(answer -> Stream.of(answer.split(" "))))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(sent)
                .isEqualTo(names().filter(name -> name.startsWith("server."))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void it_has_every_act_of_a_moderator() {
        assertThat(AsyncApi.strings(API.map("components", "schemas", "Act"), "enum"))
                .containsExactly(Stream.of(Act.values()).map(Act::wireName).toArray(String[]::new));
    }

    @Test
    void it_has_every_error_code() {
        assertThat(AsyncApi.maps(API.map("components", "schemas", "ErrorCode"), "oneOf"))
                .allMatch(code -> code.get("description") instanceof String)
                .extracting(code -> code.get("const"))
                .containsExactly(
                        Stream.of(ErrorCode.values()).map(ErrorCode::wireName).toArray());
    }

    @Test
    void it_has_every_close_code_and_says_whether_to_reconnect() {
        assertThat(AsyncApi.maps(API.map("components", "schemas", "CloseCode"), "oneOf"))
                .allMatch(code -> code.get("description") instanceof String)
                .extracting(code -> code.get("const") + " " + code.get("x-reconnect"))
                .containsExactly(Stream.of(CloseCode.values())
                        .map(code -> code.code() + " " + code.reconnect())
                        .toArray(String[]::new));
    }

    @Test
    void it_has_the_subprotocols_and_the_bounds_of_the_code() {
        Map<String, Object> headers = API.map("channels", "chat", "bindings", "ws", "headers", "properties");
        assertThat(AsyncApi.strings(API.map(headers, "Sec-WebSocket-Protocol"), "enum"))
                .containsExactly(
                        Stream.of(Subprotocol.values()).map(Subprotocol::token).toArray(String[]::new));
        assertThat(API.map("components", "schemas", "Id")).containsEntry("maxLength", ClientMessage.MAX_ID_LENGTH);
        assertThat(API.map("components", "schemas", "Topic")).containsEntry("maxLength", RoomTopic.MAX_LENGTH);
        for (String request : List.of("client.join", "client.history")) {
            assertThat(API.map("components", "messages", request, "payload", "properties", "limit"))
                    .containsEntry("maximum", ClientMessage.MAX_PAGE);
        }
    }

    static Stream<String> names() {
        return types().keySet().stream();
    }

    static Stream<Object[]> answers() {
        return types().entrySet().stream()
                .filter(type -> type.getKey().startsWith("server."))
                .flatMap(type -> Stream.of(true, false).map(optional ->
                        new Object[] {type.getKey(), Samples.of(type.getValue(), optional)}));
    }

    /** Each message's record by its name in the document: who sends it, and its type on the wire. */
    private static Map<String, Class<?>> types() {
        Map<String, Class<?>> types = new TreeMap<>();
        for (Class<?> request : ClientMessage.class.getPermittedSubclasses()) {
            types.put("client." + request.getSimpleName().toLowerCase(Locale.ROOT), request);
        }
        for (JsonbSubtype answer :
                ServerMessage.class.getAnnotation(JsonbTypeInfo.class).value()) {
            types.put("server." + answer.alias(), answer.type());
        }
        return types;
    }

    private static void assertFields(Map<String, Object> schema, Class<?> type, Set<String> besides) {
        RecordComponent[] components = type.getRecordComponents();
        Map<String, Object> properties = API.map(schema, "properties");

        assertThat(schema.get("type")).isEqualTo("object");
        assertThat(without(properties.keySet(), besides))
                .as("fields of %s", type)
                .isEqualTo(names(Arrays.stream(components)));
        assertThat(without(AsyncApi.strings(schema, "required"), besides))
                .as("required fields of %s", type)
                .isEqualTo(names(Arrays.stream(components).filter(component -> !isOptional(component))));
        for (RecordComponent component : components) {
            assertType(API.map(properties, component.getName()), component);
        }
    }

    private static void assertType(Map<String, Object> schema, RecordComponent component) {
        Class<?> type = component.getType();
        String expected = switch (type.getSimpleName()) {
            case "String" -> "string";
            case "int", "long", "Integer", "Long" -> "integer";
            case "boolean", "Boolean" -> "boolean";
            case "List" -> "array";
            default -> "object";
        };
        assertThat(schema.get("type")).as("type of %s", component).isEqualTo(expected);
        if (type.isRecord()) {
            assertFields(schema, type, Set.of("type"));
        } else if (type == List.class) {
            Class<?> item = (Class<?>) ((AnnotatedParameterizedType) component.getAnnotatedType())
                    .getAnnotatedActualTypeArguments()[0].getType();
            Map<String, Object> items = API.map(schema, "items");
            if (item.isRecord()) {
                assertFields(items, item, Set.of("type"));
            } else if (item.isSealed()) {
                List<Map<String, Object>> kinds = AsyncApi.maps(items, "oneOf");
                assertThat(kinds).hasSameSizeAs(item.getPermittedSubclasses());
                for (int i = 0; i < kinds.size(); i++) {
                    assertFields(API.followed(kinds.get(i)), item.getPermittedSubclasses()[i], Set.of("type"));
                }
            } else {
                assertThat(item).isEqualTo(String.class);
                assertThat(items.get("type")).isEqualTo("string");
            }
        }
    }

    /** Knows of JSON Schema what the document uses. */
    private static void assertFits(Object value, Map<String, Object> schema, String where) {
        if (schema.containsKey("const")) {
            assertThat(value).as(where).isEqualTo(schema.get("const"));
        }
        if (schema.containsKey("enum")) {
            assertThat(value).as(where).isIn(AsyncApi.strings(schema, "enum"));
        }
        if (value instanceof Map<?, ?> object && schema.containsKey("oneOf")) {
            Map<String, Object> kind = AsyncApi.maps(schema, "oneOf").stream()
                    .map(API::followed)
                    .filter(one ->
                            API.map(API.map(one, "properties"), "type").equals(Map.of("const", object.get("type"))))
                    .findAny()
                    .orElseThrow(() -> new AssertionError(where + ": " + value));
            assertFits(value, kind, where);
            return;
        }
        if (schema.get("oneOf") instanceof List<?>) {
            assertThat(AsyncApi.maps(schema, "oneOf"))
                    .as(where)
                    .anyMatch(one -> one.get("const").toString().equals(plain(value)));
        }
        switch (String.valueOf(schema.get("type"))) {
            case "object" -> {
                Map<?, ?> object = (Map<?, ?>) value;
                Map<String, Object> properties = API.map(schema, "properties");
                assertThat(AsyncApi.strings(schema, "required")).as(where).allMatch(object::containsKey);
                object.forEach(
                        (name, field) -> assertFits(field, API.map(properties, name.toString()), where + "." + name));
            }
            case "array" -> ((List<?>) value).forEach(item -> assertFits(item, API.map(schema, "items"), where + "[]"));
            case "string" -> assertThat(value).as(where).isInstanceOf(String.class);
            case "integer" -> assertThat(plain(value)).as(where).matches("-?[0-9]+");
            case "boolean" -> assertThat(value).as(where).isInstanceOf(Boolean.class);
            default -> assertThat(schema).as(where).containsKey("const");
        }
    }

    private static String plain(Object value) {
        return value instanceof Number number ? Long.toString(number.longValue()) : value.toString();
    }

    private static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Set<String> names(Stream<RecordComponent> components) {
        return components.map(RecordComponent::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> without(Iterable<String> names, Set<String> besides) {
        Set<String> rest = new TreeSet<>();
        names.forEach(rest::add);
        rest.removeAll(besides);
        return rest;
    }

    private static String joined(Map<String, Object> operation) {
        return AsyncApi.maps(operation, "messages").stream()
                .map(AsyncApi::referred)
                .collect(Collectors.joining(" "));
    }

    private static String json(Map<String, Object> payload) {
        try (Jsonb jsonb = JsonbBuilder.create()) {
            return jsonb.toJson(new LinkedHashMap<>(payload));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
