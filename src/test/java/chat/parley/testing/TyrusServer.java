package chat.parley.testing;

import chat.parley.room.SignedInChatRoom;
import java.lang.reflect.Field;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.tyrus.core.monitoring.ApplicationEventListener;
import org.glassfish.tyrus.core.monitoring.EndpointEventListener;
import org.glassfish.tyrus.spi.ServerContainer;
import org.glassfish.tyrus.spi.ServerContainerFactory;
import org.jboss.weld.bootstrap.spi.BeanDiscoveryMode;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/**
 * Parley within the tests' own JVM: Tyrus as Payara has it, CDI by Weld as both servers have it, no servlets. So what a
 * servlet filter does (origins, addresses, who is signed in) is not there; everything behind the handshake is. Who is signed in,
 * and where they call from, a client says itself ({@link SignedInChatRoom}).
 *
 * <p>Settings are system properties, hence of the whole JVM: one such server at a time.
 */
public final class TyrusServer implements TestServer {

    private static final String ENDPOINT = "chat.parley.socket.ChatEndpoint";

    private final Map<String, String> settings;
    private final Path home;
    private final int port;
    private WeldContainer beans;
    private ServerContainer container;

    private TyrusServer(Map<String, String> settings) {
        home = Folders.temporary("parley");
        Map<String, String> all = new HashMap<>(settings);
        all.putIfAbsent("parley.home", home.toString());
        this.settings = Map.copyOf(all);
        this.port = FreePorts.next();
    }

    /** Starts a server with these settings, every other one at its default. */
    public static TyrusServer start(Map<String, String> settings) {
        TyrusServer server = new TyrusServer(settings);
        server.start();
        return server;
    }

    @Override
    public String name() {
        return "Tyrus";
    }

    @Override
    public URI socket() {
        return URI.create("ws://127.0.0.1:" + port + "/parley/ws");
    }

    /** What the application has of that kind, for what only servlets lead to. */
    public <T> T bean(Class<T> type) {
        return beans.select(type).get();
    }

    @Override
    public void start() {
        settings.forEach(System::setProperty);
        try {
            Class<?> endpoint = Class.forName(ENDPOINT);
            beans = new Weld()
                    .disableDiscovery()
                    .setBeanDiscoveryMode(BeanDiscoveryMode.ALL)
                    .addBeanClasses(neighbours(endpoint))
                    .addBeanClasses(SignedInChatRoom.class)
                    .initialize();
            container = WeldComponents.during(beans.getBeanManager(), () -> listen(endpoint));
        } catch (Exception e) {
            stop();
            throw new IllegalStateException("Parley does not start on Tyrus", e);
        }
    }

    /** Beans first, while their clients can still be told; an undeployment does it in this order too. */
    @Override
    public void stop() {
        try {
            if (beans != null && beans.isRunning()) {
                beans.shutdown();
            }
            if (container != null) {
                container.stop();
            }
        } finally {
            container = null;
            beans = null;
            settings.keySet().forEach(System::clearProperty);
        }
    }

    @Override
    public void close() {
        stop();
        Folders.deleteTree(home);
    }

    private ServerContainer listen(Class<?> endpoint) throws Exception {
        Loopback loopback = new Loopback();
        ServerContainer tyrus = ServerContainerFactory.createServerContainer(
                Map.of(ApplicationEventListener.APPLICATION_EVENT_LISTENER, loopback));
        loopback.container = tyrus;
        tyrus.addEndpoint(endpoint);
        tyrus.start("/parley", port);
        return tyrus;
    }

    /** Every class compiled together with that one: what the WAR holds. */
    private static Class<?>[] neighbours(Class<?> one) throws Exception {
        Path root =
                Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<Class<?>> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                String name = root.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
                if (!name.endsWith("-info")) {
                    found.add(Class.forName(name, false, one.getClassLoader()));
                }
            }
        }
        return found.toArray(Class<?>[]::new);
    }

    /** Tyrus listens on every address and has no setting for it; its last call before listening changes that. */
    private static final class Loopback implements ApplicationEventListener {

        private ServerContainer container;

        @Override
        public void onApplicationInitialized(String application) {
            try {
                Field server = container.getClass().getDeclaredField("server");
                server.setAccessible(true);
                Field host = NetworkListener.class.getDeclaredField("host");
                host.setAccessible(true);
                for (NetworkListener listener : ((HttpServer) server.get(container)).getListeners()) {
                    host.set(listener, "127.0.0.1");
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Tyrus has changed within", e);
            }
        }

        @Override
        public void onApplicationDestroyed() {}

        @Override
        public EndpointEventListener onEndpointRegistered(String path, Class<?> endpoint) {
            return EndpointEventListener.NO_OP;
        }

        @Override
        public void onEndpointUnregistered(String path) {}
    }
}
