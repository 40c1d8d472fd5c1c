package chat.parley.contract;

import static chat.parley.contract.Scenario.assertError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import chat.parley.testing.ChatClient;
import chat.parley.testing.RawRequest;
import chat.parley.testing.RestClient;
import chat.parley.testing.ServerJvm;
import chat.parley.testing.ServerProcess;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/** What an administrator sees and does over HTTP, and that nobody else does. On a real server whose history is durable. */
interface AdminContract extends Scenario {

    List<String> ADMINISTRATORS_ONLY = List.of(
            "admin",
            "admin/",
            "admin/anything",
            "api",
            "api/",
            "api/figures",
            "api/connections",
            "api/rooms",
            "api/people",
            "api/drain",
            "api/settings",
            "api/settings/parley.guests",
            "api/acts",
            "api/rules",
            "api/audit",
            "api/tokens",
            "api/tokens/0123456789abcdef",
            "api/backups",
            "api/rooms/lobby/retention",
            "api/rooms/lobby/export",
            "api/openapi.yaml",
            "api/nothing-there",
            "metrics");

    private ServerProcess server() {
        return (ServerProcess) stage().server();
    }

    @Test
    default void who_is_here_from_where_since_when_is_told() {
        RestClient api = stage().administrator();
        ChatClient ada = stage().guest("ada", ChatClient.LINES);
        String room = stage().room();
        ada.join(room);
        ada.say(room, "here");
        ada.request("topic", "room", room, "topic", "who is here");

        JsonObject connection = only(api.get("api/connections?query=" + ada.name()));
        assertThat(connection.getString("name")).isEqualTo(ada.name());
        assertThat(connection.getString("kind")).isEqualTo("guest");
        assertThat(connection.getString("address")).isEqualTo("127.0.0.1");
        assertThat(java.time.Instant.parse(connection.getString("since")))
                .isCloseTo(java.time.Instant.now(), within(java.time.Duration.ofMinutes(5)));
        assertThat(connection.getJsonArray("rooms").getString(0)).isEqualTo(room);
        assertThat(connection.getString("protocol")).isEqualTo(ChatClient.LINES);

        JsonObject shown = only(api.get("api/rooms?query=" + room));
        assertThat(shown.getInt("people")).isOne();
        assertThat(shown.getInt("seq")).isOne();
        assertThat(shown.getString("topic")).isEqualTo("who is here");

        JsonObject person = only(api.get("api/people?query=" + ada.name().toUpperCase(java.util.Locale.ROOT)));
        assertThat(person.getInt("connections")).isOne();
        assertThat(person.getJsonArray("addresses").getString(0)).isEqualTo("127.0.0.1");

        assertThat(api.get("api/connections?query=nobody-of-that-name").getInt("total"))
                .isZero();
        assertThat(api.send("GET", "api/connections?limit=0", null).statusCode())
                .isEqualTo(400);
        assertThat(api.send("GET", "api/connections?limit=many", null).statusCode())
                .isEqualTo(400);
    }

    private static JsonObject only(JsonObject found) {
        assertThat(found.getInt("total")).as("%s", found).isOne();
        return found.getJsonArray("items").getJsonObject(0);
    }

    @Test
    default void an_administrator_announces_to_a_room_and_to_all() {
        RestClient api = stage().administrator();
        ChatClient ada = stage().guest("ada");
        ChatClient alan = stage().guest("alan");
        String room = stage().room();
        ada.join(room);
        api.act("POST", "api/acts", act("announce", "room", room, "text", "to the room"));
        assertThat(ada.await("notice").getString("room")).isEqualTo(room);
        api.act("POST", "api/acts", act("announce", "text", "to all 片"));
        assertThat(ada.await("notice").getString("text")).isEqualTo("to all 片");
        assertThat(alan.await("notice").containsKey("room")).isFalse();

        for (String wrong : List.of(
                "",
                "[]",
                "nonsense",
                "{\"act\":1}",
                act("dance"),
                act("announce"),
                act("announce", "text", " "),
                act("announce", "text", "a", "room", "No!"),
                act("kick", "name", "ada"),
                act("kick", "name", "ada", "kind", "robot"),
                act("ban", "address", "somewhere"),
                act("ban", "address", "192.0.2.7", "until", "soon"))) {
            HttpResponse<String> refused = api.send("POST", "api/acts", wrong);
            assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
            assertThat(ChatClient.parse(refused.body()).getString("detail")).isNotBlank();
        }
    }

    private static String act(String act, String... fields) {
        JsonObjectBuilder body = Json.createObjectBuilder().add("act", act);
        for (int i = 0; i < fields.length; i += 2) {
            body.add(fields[i], fields[i + 1]);
        }
        return body.build().toString();
    }

    @Test
    default void an_administrator_moderates_over_rest_and_by_the_bean_and_the_audit_log_has_it() throws Exception {
        RestClient api = stage().administrator();
        ChatClient ada = stage().guest("ada");
        String[] whom = {"name", ada.name(), "kind", "guest"};
        String room = stage().room();
        ada.join(room);
        api.act("POST", "api/acts", act("mute", "name", ada.name(), "kind", "guest", "reason", "too loud"));
        assertError(ada.request("say", "room", room, "text", "still here"), "muted");
        assertThat(api.get("api/rules").toString()).contains("guest " + ada.name(), "too loud");
        api.act("POST", "api/acts", act("unmute", whom));
        ada.say(room, "again");
        api.act("POST", "api/acts", act("kick", whom));
        assertThat(ada.awaitClose().code()).isEqualTo(4504);
        assertThat(api.send("POST", "api/acts", act("kick", "name", "nobody-there", "kind", "guest"))
                        .statusCode())
                .isEqualTo(404);

        ChatClient alan = stage().guest("alan");
        try (ServerJvm jvm = server().jvm()) {
            ObjectName bean = new ObjectName("chat.parley:type=Parley");
            String[] types = {String.class.getName(), int.class.getName(), String.class.getName()};
            jvm.beans().invoke(bean, "ban", new Object[] {"guest " + alan.name(), 5, "by the bean"}, types);
            assertThat(alan.awaitClose().code()).isEqualTo(4505);
            jvm.invoke("unban", "guest " + alan.name(), "");
        }
        String audit = api.get("api/audit?limit=50").toString();
        assertThat(audit).contains("by the bean", "too loud", "\"JMX\"", "\"kick\"");
        api.act("DELETE", "api/drain", null);
        await("the end of draining to be in the audit log")
                .until(() -> api.get("api/audit?limit=5").toString().contains("drain"));
    }

    @Test
    default void who_may_enter_a_room_is_said_by_the_bean() throws Exception {
        ChatClient ada = stage().member(stage().signedIn("ada-listed"));
        String room = stage().room();
        try (ServerJvm jvm = server().jvm()) {
            jvm.invoke("makeRoomPrivate", room, "");
            assertError(ada.request("join", "room", room), "no_such_room");
            jvm.invoke("admitToRoom", room, "member " + ada.name(), "");
            ada.join(room);
            assertThat((String[]) jvm.invoke("listRoomRules")).contains(room + "\topen\tprivate\t" + ada.name());

            jvm.invoke("excludeFromRoom", room, "member " + ada.name(), "");
            ada.await("removed", room);
            assertError(ada.request("join", "room", room), "no_such_room");
            jvm.invoke("makeRoomPublic", room, "");
            jvm.invoke("closeRoom", room, "");
            assertError(ada.request("join", "room", room), "room_closed");
            jvm.invoke("reopenRoom", room, "");
            ada.join(room);
        }
    }

    @Test
    default void a_drained_server_sends_its_people_away_to_come_back_and_lets_nobody_in_until_that_is_over() {
        RestClient api = stage().administrator();
        ChatClient ada = stage().guest("ada");
        try {
            api.act("PUT", "api/drain", "{\"afterSeconds\":7}");
            JsonObject bye = ada.await("bye");
            assertThat(bye.getInt("code")).isEqualTo(4003);
            assertThat(bye.getBoolean("reconnect")).isTrue();
            assertThat(bye.getInt("afterMs")).isBetween(7_000, 12_000);
            assertThat(ada.awaitClose().code()).isEqualTo(4003);
            ChatClient late = stage().stranger();
            assertThat(late.awaitClose().code()).isEqualTo(4003);
            assertThat(RestClient.stranger(server().page())
                            .send("GET", "health/ready", null)
                            .statusCode())
                    .isEqualTo(503);
            assertThat(RestClient.stranger(server().page())
                            .send("GET", "health/live", null)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(api.get("api/drain").getBoolean("draining")).isTrue();
        } finally {
            api.act("DELETE", "api/drain", null);
        }
        stage().guest("ada").request("ping");
    }

    @Test
    default void history_is_exported_backed_up_and_given_a_rule_over_rest() {
        RestClient api = stage().administrator();
        ChatClient ada = stage().guest("ada");
        String room = stage().room();
        ada.join(room);
        ada.say(room, "kept");
        assertThat(Path.of(
                        api.act("POST", "api/rooms/" + room + "/export", "{}").getString("file")))
                .isNotEmptyFile();
        assertThat(Path.of(api.act("POST", "api/backups", "{}").getString("file")))
                .isNotEmptyFile();
        String retention = "api/rooms/" + room + "/retention";
        assertThat(api.act("PUT", retention, "{\"retention\":\"48h\"}").getString("retention"))
                .isEqualTo("2d");
        assertThat(api.act("PUT", retention, "{\"retention\":\"\"}").getString("retention"))
                .isEmpty();
        assertThat(api.send("PUT", retention, "{\"retention\":\"soon\"}").statusCode())
                .isEqualTo(400);
        assertThat(api.send("POST", "api/rooms/no-such-room/export", "{}").statusCode())
                .isEqualTo(404);
        assertThat(api.send("POST", "api/rooms/No!/export", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    default void a_setting_changes_at_once_and_is_shown_with_where_it_is_from() {
        RestClient api = stage().administrator();
        try {
            JsonObject changed = api.act("PUT", "api/settings/parley.guests", "{\"value\":\"false\"}");
            assertThat(changed.getString("source")).isEqualTo("system property");
            ChatClient ada = stage().stranger();
            assertError(ada.request("login", "name", stage().name("ada")), "unauthorized");
            assertThat(setting(api, "parley.guests").getString("value")).isEqualTo("false");
        } finally {
            api.act("DELETE", "api/settings/parley.guests", null);
        }
        stage().guest("ada");
        assertThat(setting(api, "parley.guests").getString("source")).isEqualTo("default");
        assertThat(setting(api, "parley.home").getBoolean("live")).isFalse();
        assertThat(api.send("PUT", "api/settings/parley.guests", "{\"value\":\"perhaps\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(api.send("PUT", "api/settings/parley.home", "{\"value\":\"/tmp\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    default void a_setting_says_who_reads_the_metrics() {
        RestClient api = stage().administrator();
        RestClient stranger = RestClient.stranger(server().page());
        try {
            assertThat(stranger.send("GET", "metrics", null).statusCode()).isEqualTo(401);
            api.act("PUT", "api/settings/parley.metrics", "{\"value\":\"loopback\"}");
            assertThat(stranger.send("GET", "metrics", null).body()).contains("parley_connections ");
            assertThat(stranger.send("GET", "metrics", null, "X-Forwarded-For", "127.0.0.1")
                            .statusCode())
                    .isEqualTo(401);
            api.act("PUT", "api/settings/parley.metrics", "{\"value\":\"anyone\"}");
            assertThat(stranger.send("GET", "metrics", null, "X-Forwarded-For", "192.0.2.7")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(stranger.send("POST", "metrics", "{}").statusCode()).isEqualTo(405);
            api.act("PUT", "api/settings/parley.metrics", "{\"value\":\"off\"}");
            assertThat(api.send("GET", "metrics", null).statusCode()).isEqualTo(404);
        } finally {
            api.act("DELETE", "api/settings/parley.metrics", null);
        }
    }

    private static JsonObject setting(RestClient api, String name) {
        return api.get("api/settings").getJsonArray("items").getValuesAs(JsonValue::asJsonObject).stream()
                .filter(one -> one.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    default void a_setting_changed_in_the_servers_console_takes_effect_at_once_and_a_wrong_one_not() {
        RestClient api = stage().administrator();
        try {
            server().setSystemProperty("parley.max-text-length", "17");
            await().until(() ->
                    setting(api, "parley.max-text-length").getString("value").equals("17"));
            ChatClient ada = stage().guest("ada");
            String room = stage().room();
            ada.join(room);
            assertError(ada.request("say", "room", room, "text", "eighteen letters__"), "too_long");
            server().setSystemProperty("parley.max-text-length", "plenty");
            await("a line in the log").until(() -> server().logText().contains("parley.max-text-length is 'plenty'"));
            assertError(ada.request("say", "room", room, "text", "eighteen letters__"), "too_long");
        } finally {
            server().removeSystemProperty("parley.max-text-length");
        }
        await().until(() ->
                setting(api, "parley.max-text-length").getString("value").equals("4000"));
    }

    @Test
    default void nothing_of_an_administrators_is_there_for_a_stranger_or_for_somebody_without_the_role() {
        RestClient alan = stage().user("alan");
        RestClient wrong = RestClient.of(server().page(), "nobody", "wrong");
        for (String path : ADMINISTRATORS_ONLY) {
            for (String method : List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "FOO")) {
                int status = RawRequest.send(server().page(), method, "/parley/" + path)
                        .status();
                if (method.equals("GET")) {
                    assertThat(status).as("%s %s", method, path).isIn(401, 403);
                }
                assertThat(status).as("%s %s", method, path).isBetween(400, 501);
            }
            assertThat(wrong.send("GET", path, null).statusCode()).as(path).isIn(401, 403);
            if (!path.startsWith("admin")) {
                assertThat(alan.send("GET", path, null).statusCode()).as(path).isEqualTo(403);
                assertThat(alan.send("POST", path, "{}").statusCode()).as(path).isIn(403, 405);
            }
        }
    }

    @Test
    default void no_trick_with_a_path_leads_to_what_is_an_administrators() {
        for (String path : ADMINISTRATORS_ONLY) {
            String first = Integer.toHexString(path.charAt(0));
            for (String trick : List.of(
                    path.toUpperCase(java.util.Locale.ROOT),
                    "%" + first + path.substring(1),
                    "%25" + first + path.substring(1),
                    path + "/",
                    path + ";",
                    path + ";a=b",
                    path + "%2f",
                    path + "%00",
                    path + "/./",
                    path + "%3f",
                    path + "#",
                    ";/" + path,
                    "./" + path,
                    "/" + path,
                    "js/../" + path,
                    "js/..;/" + path,
                    "js/..;a=b/" + path,
                    "js/%2e%2e/" + path,
                    "js/%2e%2e;/" + path,
                    "js/%252e%252e/" + path,
                    "js/%252e%252e%252f" + path,
                    "js/..%2f" + path,
                    "js/..%5c" + path,
                    "js/%c0%ae%c0%ae/" + path,
                    "health/live/..;/../" + path,
                    "ws/../" + path,
                    "index.jsp/../" + path,
                    "../parley/" + path,
                    "%2e%2e/parley/" + path,
                    "..;/parley/" + path)) {
                RawRequest.Answer answer = RawRequest.send(server().page(), "GET", "/parley/" + trick);
                // Some servers take some of them for the chat's own page, which everybody may see.
                if (!answer.text().contains("id=\"composer\"")) {
                    assertThat(answer.status()).as(trick).isBetween(300, 501).isNotEqualTo(500);
                }
            }
        }
    }

    @Test
    default void a_page_of_another_site_changes_nothing_with_an_administrators_password() {
        RestClient api = stage().administrator();
        Stream.of(
                        List.of("Origin", "https://evil.example"),
                        List.of("Origin", "null"),
                        List.of("Sec-Fetch-Site", "cross-site"),
                        List.of("Sec-Fetch-Site", "same-site"))
                .forEach(headers -> assertThat(api.send("DELETE", "api/drain", null, headers.toArray(String[]::new))
                                .statusCode())
                        .as("%s", headers)
                        .isEqualTo(403));
        assertThat(api.send(
                                "DELETE",
                                "api/drain",
                                null,
                                "Origin",
                                "http://" + server().page().getAuthority())
                        .statusCode())
                .isEqualTo(200);
        // WildFly begins a session with each login; it is over, and said to be, with the answer.
        assertThat(api.send("GET", "api/drain", null).headers().allValues("Set-Cookie"))
                .allMatch(cookie -> cookie.contains("Expires=Thu, 01-Jan-1970"));
    }
}
