package chat.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.protocol.ClientFrame.Malformed;
import chat.parley.protocol.ClientFrame.Request;
import chat.parley.protocol.ClientFrame.TooBig;
import chat.parley.protocol.ClientMessage.History;
import chat.parley.protocol.ClientMessage.Join;
import chat.parley.protocol.ClientMessage.Leave;
import chat.parley.protocol.ClientMessage.Login;
import chat.parley.protocol.ClientMessage.Moderate;
import chat.parley.protocol.ClientMessage.Ping;
import chat.parley.protocol.ClientMessage.Position;
import chat.parley.protocol.ClientMessage.Rooms;
import chat.parley.protocol.ClientMessage.Say;
import chat.parley.protocol.ClientMessage.Target;
import chat.parley.protocol.ClientMessage.Topic;
import chat.parley.protocol.ClientMessage.Typing;
import chat.parley.settings.SettingsLoader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientMessageDecoderTest {

    private static final int MAX_BYTES = 4_096;

    private final ClientMessageDecoder decoder = new ClientMessageDecoder(SettingsLoader.load(
            Map.of("parley.max-frame-bytes", String.valueOf(MAX_BYTES), "parley.max-text-length", "100")));

    @Nested
    class Requests {

        @Test
        void come_with_all_their_fields() {
            assertRead("{'type':'login','id':'1','name':'ada','token':'t'}", new Login("1", "ada", "t"));
            assertRead(
                    "{'type':'join','id':'2','room':'lobby','after':{'epoch':'e','seq':7},'limit':10}",
                    new Join("2", "lobby", new Position("e", 7), 10));
            assertRead("{'type':'leave','id':'3','room':'lobby'}", new Leave("3", "lobby"));
            assertRead("{'type':'say','id':'4','room':'lobby','text':'Hello'}", new Say("4", "lobby", "Hello"));
            assertRead(
                    "{'type':'history','id':'5','room':'lobby','before':8,'limit':100}",
                    new History("5", "lobby", 8L, 100));
            assertRead("{'type':'topic','id':'6','room':'lobby','topic':'News'}", new Topic("6", "lobby", "News"));
            assertRead("{'type':'typing','id':'7','room':'lobby'}", new Typing("7", "lobby"));
            assertRead("{'type':'rooms','id':'8'}", new Rooms("8"));
            assertRead("{'type':'ping','id':'8'}", new Ping("8"));
            assertRead(
                    "{'type':'moderate','id':'9','act':'mute','room':'lobby','user':{'name':'ada','kind':'guest'},"
                            + "'address':'192.0.2.7','seq':8,'until':'2026-03-01T08:15:30Z','reason':'spam','text':'x'}",
                    new Moderate(
                            "9",
                            "mute",
                            "lobby",
                            new Target("ada", "guest"),
                            "192.0.2.7",
                            8L,
                            "2026-03-01T08:15:30Z",
                            "spam",
                            "x"));
        }

        @Test
        void come_without_what_may_be_left_out() {
            assertRead("{'type':'login'}", new Login(null, null, null));
            assertRead("{'type':'join','room':'lobby'}", new Join(null, "lobby", null, null));
            assertRead("{'type':'leave','room':'lobby'}", new Leave(null, "lobby"));
            assertRead("{'type':'history','room':'lobby'}", new History(null, "lobby", null, null));
            assertRead("{'type':'topic','room':'lobby','topic':''}", new Topic(null, "lobby", ""));
            assertRead("{'type':'typing','room':'lobby'}", new Typing(null, "lobby"));
            assertRead("{'type':'ping','id':null}", new Ping(null));
            assertRead(
                    "{'type':'moderate','act':'close'}",
                    new Moderate(null, "close", null, null, null, null, null, null, null));
        }

        @Test
        void may_hold_fields_nobody_knows_and_have_them_in_any_order() {
            assertRead("{'x':{'y':[1]},'id':'1','z':null,'type':'ping'}", new Ping("1"));
        }

        @Test
        void keep_every_character_of_their_text() {
            assertRead(
                    "{'type':'say','id':'1','room':'r','text':'h\\u00e9 \\uD83D\\uDE00 会议 \\n \\\\'}",
                    new Say("1", "r", "hé 😀 会议 \n \\"));
        }

        @Test
        void have_a_topic_without_the_white_space_around_it() {
            assertRead("{'type':'topic','room':'r','topic':' \\n 会议  😀\\t '}", new Topic(null, "r", "会议  😀"));
            assertRead("{'type':'topic','room':'r','topic':' \\u2028 '}", new Topic(null, "r", ""));
        }

        @Test
        void have_ids_of_1_to_64_characters() {
            assertRead("{'type':'ping','id':'" + "x".repeat(64) + "'}", new Ping("x".repeat(64)));
            assertBad("{'type':'ping','id':'" + "x".repeat(65) + "'}", null, "id: 1 to 64 characters expected");
            assertBad("{'type':'ping','id':''}", null, "id: 1 to 64 characters expected");
        }

        @Test
        void have_limits_up_to_100() {
            assertRead("{'type':'join','room':'r','limit':0}", new Join(null, "r", null, 0));
            assertRead("{'type':'history','room':'r','limit':1}", new History(null, "r", null, 1));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'id':'9'}                                             | type: missing",
                "{'id':'9','type':7}                                    | type: a string expected",
                "{'id':'9','type':'join'}                               | room: missing",
                "{'id':'9','type':'join','room':['r']}                  | room: a string expected",
                "{'id':'9','type':'join','room':'r','after':7}          | after: an object expected",
                "{'id':'9','type':'join','room':'r','after':{}}         | after.epoch: missing",
                "{'id':'9','type':'join','room':'r','after':{'epoch':'e','seq':-1}} | after.seq: 0 or more expected",
                "{'id':'9','type':'join','room':'r','limit':-1}         | limit: 0 to 100 expected",
                "{'id':'9','type':'join','room':'r','limit':101}        | limit: 0 to 100 expected",
                "{'id':'9','type':'join','room':'r','limit':4294967297} | limit: 0 to 100 expected",
                "{'id':'9','type':'join','room':'r','limit':'1'}        | limit: a whole number expected",
                "{'id':'9','type':'leave'}                              | room: missing",
                "{'id':'9','type':'say','room':'r'}                     | text: missing",
                "{'id':'9','type':'say','room':'r','text':1}            | text: a string expected",
                "{'id':'9','type':'say','room':'r','text':'\\u0000'}    | text: holds U+0000 or half a surrogate pair",
                "{'id':'9','type':'say','room':'r','text':'\\uD83D'}    | text: holds U+0000 or half a surrogate pair",
                "{'id':'9','type':'history','room':'r','limit':0}       | limit: 1 to 100 expected",
                "{'id':'9','type':'history','room':'r','before':0}      | before: 1 or more expected",
                "{'id':'9','type':'history','room':'r','before':1.5}    | before: a whole number expected",
                "{'id':'9','type':'topic','room':'r'}                   | topic: missing",
                "{'id':'9','type':'topic','topic':'News'}               | room: missing",
                "{'id':'9','type':'typing'}                             | room: missing",
                "{'id':'9','type':'moderate'}                           | act: missing",
                "{'id':'9','type':'moderate','act':'dance'}             | act: there is no such one",
                "{'id':'9','type':'moderate','act':'kick','user':'ada'} | user: an object expected",
                "{'id':'9','type':'moderate','act':'kick','user':{'name':'ada'}} | user.kind: missing",
                "{'id':'9','type':'moderate','act':'kick','user':{'name':'a','kind':'x'}} | user.kind: guest or member expected",
                "{'id':'9','type':'moderate','act':'ban','until':'soon'} | until: a time as 2026-03-01T08:15:30.123Z expected",
                "{'id':'9','type':'moderate','act':'ban','until':'+10000-01-01T00:00:00Z'} | until: a time as 2026-03-01T08:15:30.123Z expected"
            })
    void a_wrong_shape_is_answered_with_the_field_and_the_id(String json, String message) {
        assertBad(json, "9", message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\n", "\\r", "\\t", "\\u001b", "\\u007f", "\\u0085", "\\u2028", "\\u2029"})
    void a_topic_is_one_line_without_control_characters(String wrong) {
        assertBad(
                "{'id':'9','type':'topic','room':'r','topic':'a" + wrong + "b'}",
                "9",
                "topic: one line without control characters expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "['9']", "{}", "'\\u0000'", "'\\uDE00'"})
    void an_id_that_is_itself_wrong_is_never_echoed(String id) {
        assertThat(decode("{'type':'ping','id':" + id + "}")).isInstanceOfSatisfying(Malformed.class, malformed -> {
            assertThat(malformed.code()).isEqualTo(ErrorCode.BAD_MESSAGE);
            assertThat(malformed.id()).isNull();
        });
    }

    @Test
    void a_message_to_be_said_needs_an_id() {
        assertBad("{'type':'say','room':'r','text':'Hello'}", null, "id: missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dance", "", "LOGIN", "welcome", "message"})
    void an_unknown_type_is_answered_with_the_id(String type) {
        String withId = "{'type':'" + type + "','id':'9'}";
        assertThat(decode(withId)).isEqualTo(new Malformed(ErrorCode.UNKNOWN_TYPE, "no such type", "9", bytes(withId)));
        String without = "{'type':'" + type + "'}";
        assertThat(decode(without))
                .isEqualTo(new Malformed(ErrorCode.UNKNOWN_TYPE, "no such type", null, bytes(without)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "{'type':'ping'}{'type':'ping'}",
                "{'type':'ping'} x",
                "{'type':'ping'",
                "{'type':'ping',}",
                "{'type' 'ping'}",
                "{type:'ping'}",
                "{'type':'ping']",
                "{'type':'pi\nng'}",
                "{'type':'pi\\xng'}",
                "{'type':'pi\\u00'}",
                "{'type':ping}",
                "{'n':01}",
                "{'n':+1}",
                "{'n':NaN}",
                "{'n':1.}",
                "{'n':--1}"
            })
    void what_is_not_one_json_object_is_bad_json(String text) {
        assertBadJson(text);
    }

    @Test
    void deep_nesting_is_bad_json_before_any_parser_sees_it() {
        assertBadJson("{'type':'ping','x':" + "[".repeat(400) + "]".repeat(400) + "}");
        assertRead("{'type':'ping','x':" + "[".repeat(15) + "]".repeat(15) + "}", new Ping(null));
    }

    static Stream<String> hugeNumbers() {
        return Stream.of(
                "9".repeat(2_000),
                "-" + "9".repeat(2_000),
                "0." + "1".repeat(2_000),
                "1e999999999",
                "-1e999999999",
                "1e-999999999",
                "1e2147483648",
                "1e99999999999999999999",
                "1e" + "9".repeat(2_000));
    }

    @ParameterizedTest
    @MethodSource("hugeNumbers")
    void a_huge_number_never_gets_further_than_the_decoder(String number) {
        assertThat(decode("{'type':'history','id':'9','room':'r','before':" + number + "}"))
                .isInstanceOf(Malformed.class);
        assertThat(decode("{'type':'history','id':'9','room':'r','limit':" + number + "}"))
                .isInstanceOf(Malformed.class);
        assertThat(decode("{'type':'ping','x':" + number + "}")).isInstanceOfAny(Request.class, Malformed.class);
    }

    @Nested
    class The_size_of_a_frame {

        @Test
        void is_counted_in_bytes_of_utf_8() {
            assertThat(decode(padded("x".repeat(100), MAX_BYTES))).isInstanceOf(Request.class);
            assertThat(decode(padded("x".repeat(100), MAX_BYTES + 1))).isInstanceOf(TooBig.class);
            assertThat(decode(padded("é".repeat(100), MAX_BYTES))).isInstanceOf(Request.class);
            assertThat(decode(padded("é".repeat(100), MAX_BYTES + 1))).isInstanceOf(TooBig.class);
            assertThat(decode(padded("会".repeat(100), MAX_BYTES))).isInstanceOf(Request.class);
            assertThat(decode(padded("会".repeat(100), MAX_BYTES + 1))).isInstanceOf(TooBig.class);
            assertThat(decode(padded("😀".repeat(100), MAX_BYTES))).isInstanceOf(Request.class);
            assertThat(decode(padded("😀".repeat(100), MAX_BYTES + 1))).isInstanceOf(TooBig.class);
        }

        @Test
        void comes_before_everything_else_that_may_be_wrong() {
            assertThat(decode("[".repeat(MAX_BYTES + 1))).isInstanceOf(TooBig.class);
        }

        private String padded(String text, int bytes) {
            String json = "{'type':'say','id':'1','room':'r','text':'" + text + "'}";
            return json + " ".repeat(bytes - json.getBytes(StandardCharsets.UTF_8).length);
        }
    }

    private ClientFrame decode(String text) {
        return decoder.decode(text.replace('\'', '"'));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private void assertRead(String json, ClientMessage message) {
        assertThat(decode(json)).isEqualTo(new Request(message, bytes(json)));
    }

    private void assertBad(String json, String id, String message) {
        assertThat(decode(json)).isEqualTo(new Malformed(ErrorCode.BAD_MESSAGE, message, id, bytes(json)));
    }

    private void assertBadJson(String text) {
        assertThat(decode(text)).isInstanceOfSatisfying(Malformed.class, malformed -> {
            assertThat(malformed.code()).isEqualTo(ErrorCode.BAD_JSON);
            assertThat(malformed.id()).isNull();
        });
    }
}
