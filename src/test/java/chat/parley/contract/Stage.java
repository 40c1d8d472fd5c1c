package chat.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.model.Actor;
import chat.parley.model.Role;
import chat.parley.model.UserName;
import chat.parley.room.BotTokens;
import chat.parley.testing.ChatClient;
import chat.parley.testing.RawSocket;
import chat.parley.testing.RestClient;
import chat.parley.testing.ServerProcess;
import chat.parley.testing.SignedIn;
import chat.parley.testing.TestServer;
import chat.parley.testing.TyrusServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * What the scenarios of one profile stand on: a running server, and the clients they open there. Names and rooms are
 * new for every call, so that no scenario meets another's people.
 */
final class Stage implements AutoCloseable {

    static final String PASSWORD = "Tester-1";

    private static final Actor OPERATOR = Actor.tool("test");

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final TestServer server;
    private RestClient administrator;
    private final Deque<AutoCloseable> clients = new ArrayDeque<>();
    private final Set<String> users = new HashSet<>();

    Stage(TestServer server) {
        this.server = server;
    }

    TestServer server() {
        return server;
    }

    /** An administrator's program, known to the server's own realm. Real servers only. */
    RestClient administrator() {
        if (administrator == null) {
            administrator = user("grace", Role.ADMIN.roleName());
        }
        return administrator;
    }

    /** The program of a new user of the server's own realm, with these groups. Real servers only. */
    RestClient user(String like, String... groups) {
        ServerProcess process = (ServerProcess) server;
        String name = name(like);
        process.addUser(name, "not-told-1", groups);
        return RestClient.of(process.page(), name, "not-told-1");
    }

    /** A name that nobody has had yet, as {@code ada-17}. */
    String name(String like) {
        return like + "-" + NUMBERS.incrementAndGet();
    }

    /** A room that nobody has been in yet. */
    String room() {
        return name("room");
    }

    /** Connected, and not logged in. */
    ChatClient stranger(String... subprotocols) {
        return opened(ChatClient.connect(server.socket(), subprotocols));
    }

    /** Connected and logged in as a guest under a new name like this one. */
    ChatClient guest(String like, String... subprotocols) {
        ChatClient guest = stranger(subprotocols);
        guest.login(name(like));
        return guest;
    }

    /**
     * Connected from an address and signed in, as a member with these roles, where the server is one that takes the test's word
     * for it; not logged in.
     *
     * @param member empty: not signed in
     */
    ChatClient caller(String member, String address, Role... roles) {
        StringBuilder query = new StringBuilder("?member=" + member + "&from=" + address);
        for (Role role : roles) {
            query.append("&role=").append(role.roleName());
        }
        return opened(ChatClient.connect(URI.create(server.socket().toString() + query)));
    }

    /** Logged in as a member with a new name like this one, and with these roles. */
    ChatClient member(String like, Role... roles) {
        String name = name(like);
        ChatClient member = caller(name, "", roles);
        member.login(name);
        return member;
    }

    /** The same person once more: a second tab, or back after a lost connection. */
    ChatClient again(ChatClient who) {
        ChatClient again = stranger();
        again.login(who.name(), who.token());
        return again;
    }

    /** A session of a user of the server's, who is made on demand, with these groups. Only on real servers. */
    SignedIn signedIn(String user, String... groups) {
        ServerProcess real = (ServerProcess) server;
        if (users.add(user)) {
            real.addUser(user, PASSWORD, groups);
        }
        return SignedIn.as(real, user, PASSWORD);
    }

    /** A session of nobody yet. Only on real servers. */
    SignedIn nobody() {
        return SignedIn.nobody((ServerProcess) server);
    }

    /** Connected with that session, and not logged in. */
    ChatClient connected(SignedIn session) {
        return opened(ChatClient.connect(server.socket(), session));
    }

    /** Connected with that session and logged in. */
    ChatClient member(SignedIn session) {
        ChatClient member = connected(session);
        member.login();
        return member;
    }

    /** A token for a bot with a new name like this one, and with these roles. */
    Bot makeBot(String like, Role... roles) {
        return makeBotNamed(name(like), roles);
    }

    /** A token for a bot of that name. */
    Bot makeBotNamed(String name, Role... roles) {
        if (server instanceof TyrusServer tyrus) {
            BotTokens.Made made =
                    now(tyrus.bean(BotTokens.class).make(OPERATOR, UserName.ofMember(name), Set.of(roles), null, ""));
            return new Bot(name, made.token().id(), made.secret());
        }
        JsonArrayBuilder names = Json.createArrayBuilder();
        Stream.of(roles).map(Role::roleName).forEach(names::add);
        JsonObject wanted =
                Json.createObjectBuilder().add("name", name).add("roles", names).build();
        JsonObject made = administrator().act("POST", "api/tokens", wanted.toString());
        return new Bot(name, made.getJsonObject("token").getString("id"), made.getString("secret"));
    }

    void revoke(Bot bot) {
        if (server instanceof TyrusServer tyrus) {
            now(tyrus.bean(BotTokens.class).revoke(OPERATOR, bot.id()));
        } else {
            administrator().act("DELETE", "api/tokens/" + bot.id(), null);
        }
    }

    private static <T> T now(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    /** Connected with that token, and not logged in. */
    ChatClient connected(Bot bot) {
        return opened(
                server instanceof TyrusServer
                        ? ChatClient.connect(URI.create(server.socket() + "?bearer=" + bot.secret()))
                        : ChatClient.connectWithToken(server.socket(), bot.secret()));
    }

    /** That token opens nothing, not even as a guest's. */
    void assertRefused(Bot bot) {
        if (server instanceof TyrusServer tyrus) {
            assertThat(tyrus.bean(BotTokens.class).admit(bot.secret())).isNull();
        } else {
            assertThatThrownBy(() -> connected(bot))
                    .hasCauseInstanceOf(WebSocketHandshakeException.class)
                    .extracting(failure -> ((WebSocketHandshakeException) failure.getCause()).getResponse())
                    .satisfies(answer -> {
                        assertThat(answer.statusCode()).isEqualTo(401);
                        assertThat(answer.headers().allValues("WWW-Authenticate"))
                                .contains("Bearer error=\"invalid_token\"");
                    });
        }
    }

    /** Connected by hand, and not logged in. */
    RawSocket rawStranger() {
        return opened(RawSocket.to(server.socket()).open());
    }

    /** Connected by hand and logged in. */
    RawSocket rawGuest(String like) {
        RawSocket raw = rawStranger();
        raw.send("login", "name", name(like)).readObject("welcome");
        return raw;
    }

    /** Runs this beside the scenario, on a thread of its own. */
    CompletableFuture<Void> meanwhile(Runnable action) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        action.run();
                        done.complete(null);
                    } catch (Throwable failure) {
                        done.completeExceptionally(failure);
                    }
                },
                name("meanwhile"));
        thread.setDaemon(true);
        thread.start();
        return done;
    }

    /** To be closed when the scenario is over. */
    <T extends AutoCloseable> T opened(T client) {
        clients.push(client);
        return client;
    }

    /** Closes every client; the server runs on. */
    void clear() throws Exception {
        while (!clients.isEmpty()) {
            clients.pop().close();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
