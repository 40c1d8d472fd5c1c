package chat.parley.load;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.pace;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.ws;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.WsFrameCheck;
import java.time.Duration;
import java.util.UUID;

/**
 * People who come one after another, log in as guests, join a room and say something now and then until they have stayed long enough. What
 * it is for and how to read its report: docs/PERFORMANCE.md, How many people a server bears.
 */
public class ChatSimulation extends Simulation {
    private static final String URL = System.getProperty("parley.url", "ws://localhost:8080/parley/ws");
    private static final int PEOPLE = Integer.getInteger("people", 200);
    private static final int ROOMS = Integer.getInteger("rooms", 10);
    private static final Duration ARRIVAL = Duration.ofSeconds(Integer.getInteger("arrival-seconds", 20));
    private static final Duration STAY = Duration.ofSeconds(Integer.getInteger("stay-seconds", 60));
    private static final Duration PAUSE = Duration.ofSeconds(Integer.getInteger("pause-seconds", 10));
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Names and ids must be nobody else's, of an earlier run neither. */
    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);

    private final ChainBuilder enter = exec(
            ws("Connect").connect(URL).subprotocol("parley.v1"),
            ws("Log in")
                    .sendText("{\"type\":\"login\",\"id\":\"login\",\"name\":\"#{name}\"}")
                    .await(PATIENCE)
                    .on(reply("welcome", "login")),
            ws("Join")
                    .sendText("{\"type\":\"join\",\"id\":\"join\",\"room\":\"#{room}\"}")
                    .await(PATIENCE)
                    .on(reply("joined", "join")));

    private final ChainBuilder say = exec(session ->
                    session.set("id", UUID.randomUUID().toString()))
            .exec(ws("Say")
                    .sendText("{\"type\":\"say\",\"id\":\"#{id}\",\"room\":\"#{room}\","
                            + "\"text\":\"Has anybody looked at the build? It has been red since noon.\"}")
                    .await(PATIENCE)
                    .on(reply("ack", "#{id}")));

    /** Runs against a server that stands already. */
    public ChatSimulation() {
        setUp(scenario("Chat")
                        .exec(ChatSimulation::introduce)
                        .exec(enter)
                        .exec(during(STAY).on(pace(PAUSE).exec(say)))
                        .exec(ws("Leave").close())
                        .injectOpen(constantUsersPerSec(PEOPLE / (double) ARRIVAL.toSeconds())
                                .during(ARRIVAL)))
                .protocols(http.wsBaseUrl(URL))
                .assertions(global().failedRequests().count().is(0L));
    }

    private static Session introduce(Session session) {
        long number = session.userId();
        return session.set("name", "ada-" + RUN + "-" + number).set("room", "load-" + RUN + "-" + number % ROOMS);
    }

    /** One's own message comes with the same id, and may come first. */
    private static WsFrameCheck reply(String type, String id) {
        return ws.checkTextMessage(type)
                .matching(jsonPath("$.id").isEL(id), jsonPath("$.type").not("message"))
                .check(jsonPath("$.type").is(type));
    }
}
