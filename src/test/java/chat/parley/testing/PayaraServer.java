package chat.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Payara with a copy of its {@code domain1}; Parley is deployed with {@code asadmin}. */
public final class PayaraServer extends ServerProcess {
    private static final Path HOME = Path.of(System.getProperty("payara.home", "."));
    private static final Path DOMAINS = HOME.resolve("glassfish/domains");
    private static final String LOOPBACK = "127.0.0.1";

    /** The last one may be half written. */
    private static final Pattern RECORD =
            Pattern.compile("^\\[\\d{4}-.*?(\\]\\]$|\\z)", Pattern.DOTALL | Pattern.MULTILINE);

    /**
     * Payara tidies a WebSocket's request up under the threads that still use it when its connection ends from both sides, is reset, or
     * vanishes during the handshake, at the wrong moment (1 in 100 on a busy machine). They then stumble over what is gone, resume
     * what has been resumed, or write to who has left.
     */
    private static final Pattern TIDIED_UP_TOO_SOON = Pattern.compile("java\\.(?:lang\\.NullPointerException.*"
            + "|lang\\.IllegalStateException: Not Suspended"
            + "|io\\.IOException: Connection is closed)\\R"
            + "\\s+at org\\.(?:apache\\.catalina\\.connector|glassfish\\.(?:grizzly|tyrus\\.servlet))\\."
            // A request without a path, which none is until it has been tidied up
            + "|java\\.lang\\.NullPointerException.*HttpServletRequest\\.getServletPath\\(\\)\" is null\\R"
            + "\\s+at chat\\.parley\\.\\w+\\.\\w+Filter\\.doFilter");

    /** Ours are in the chain that such a thread has passed; and whoever closes a session, ours too, ends its request, there and then. */
    private static final Pattern PASSED = Pattern.compile(
            "chat\\.parley\\.\\w+\\.\\w+Filter\\.doFilter"
                    + "|at org\\.glassfish\\.grizzly\\.http\\.server\\.HttpServerFilter\\.handleRead.*",
            Pattern.DOTALL);

    /** Of Payara's services, which start side by side, one has met another that is not ready: it says that it cannot start, and does. */
    private static final Pattern NOT_READY_YET =
            Pattern.compile("Unable to start the server\\. Closing all ports\\R.*\\R\\S+\\.WouldBlockException: ");

    private final int adminPort = FreePorts.next();
    private final int httpsPort = FreePorts.next();

    private PayaraServer(Map<String, String> settings, List<String> jvmOptions) {
        super("Payara", DOMAINS.resolve("domain1"));
        DomainXml domain = new DomainXml(base().resolve("config/domain.xml"));
        bindToLoopback(domain);
        settings.forEach((key, value) -> domain.addJvmOption("-D" + key + "=" + value));
        Command.hastyJvm().forEach(domain::addJvmOption);
        jvmOptions.forEach(domain::addJvmOption);
        domain.save();
    }

    /** A Payara as it comes, not started and without Parley. */
    public static PayaraServer pristine(Map<String, String> settings, String... jvmOptions) {
        return new PayaraServer(Map.copyOf(settings), List.of(jvmOptions));
    }

    /** A Payara, not started and without Parley, that logs no stack traces for what only a client did wrong. */
    static PayaraServer quiet(Map<String, String> settings, String... jvmOptions) {
        PayaraServer server = pristine(settings, jvmOptions);
        server.keepNetworkLayersQuiet();
        return server;
    }

    /** As server-config/payara/configure.sh does, which tells why. Before the server starts. */
    public void boundWriteBuffers() {
        DomainXml domain = new DomainXml(base().resolve("config/domain.xml"));
        domain.set("//transport[@name='tcp']", "socket-write-buffer-size", 65536);
        domain.save();
    }

    /** Runs {@code asadmin} on the running server and gives what it prints; fails when it does. */
    public String asadmin(String... arguments) {
        return run(arguments).outputOfSuccess();
    }

    @Override
    public String runScript(String name) {
        ProcessBuilder builder = tool(SCRIPTS.resolve("payara").resolve(name), access());
        builder.environment().put("ASADMIN", HOME.resolve("bin/asadmin").toString());
        return Command.run(builder).outputOfSuccess();
    }

    @Override
    public void addUser(String user, String password, String... groups) {
        Path file = base().resolve("password-" + user);
        Folders.write(file, "AS_ADMIN_USERPASSWORD=" + password + "\n");
        List<String> arguments = new ArrayList<>(List.of("--passwordfile", file.toString(), "create-file-user"));
        if (groups.length > 0) {
            arguments.addAll(List.of("--groups", String.join(":", groups)));
        }
        arguments.add(user);
        asadmin(arguments.toArray(String[]::new));
        Folders.delete(file);
    }

    @Override
    public URI securePage() {
        return URI.create("https://127.0.0.1:" + httpsPort + "/parley/");
    }

    @Override
    public URI console() {
        return URI.create("http://127.0.0.1:" + adminPort + "/");
    }

    @Override
    public void setSystemProperty(String key, String value) {
        asadmin("create-system-properties", key + "=" + value);
    }

    @Override
    public void removeSystemProperty(String key) {
        asadmin("delete-system-property", key);
    }

    @Override
    public void addDataSource() {
        runScript("postgresql.sh");
    }

    /** As server-config/payara/configure.sh does, which tells why. */
    private void keepNetworkLayersQuiet() {
        Path levels = base().resolve("config/logging.properties");
        try {
            Files.writeString(
                    levels,
                    "\norg.glassfish.tyrus.level=SEVERE\norg.glassfish.grizzly.level=SEVERE\n",
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected ProcessBuilder launch() {
        // With a watchdog the tool stays and is the parent of the server, so somebody reaps it
        return tool(
                HOME.resolve("bin/asadmin"),
                List.of(
                        "start-domain",
                        "--watchdog",
                        "--domaindir",
                        base().getParent().toString(),
                        base().getFileName().toString()));
    }

    @Override
    protected Path pidFile() {
        return base().resolve("config/pid");
    }

    @Override
    protected Path logs() {
        return base().resolve("logs");
    }

    @Override
    protected String withoutOwnFaults(String log) {
        return RECORD.matcher(log)
                .replaceAll(entry -> isOwnFault(entry.group()) ? "" : Matcher.quoteReplacement(entry.group()));
    }

    private static boolean isOwnFault(String entry) {
        boolean tidiedUp = TIDIED_UP_TOO_SOON.matcher(entry).find()
                && !PASSED.matcher(entry).replaceAll("").contains("chat.parley");
        return tidiedUp || NOT_READY_YET.matcher(entry).find();
    }

    /** Tries again, for while Payara still loads the applications it knows, every deployment fails. */
    @Override
    protected void install() {
        Path renamed = base().resolve(DEPLOYMENT + ".war");
        Folders.drop(war(), renamed);
        awaitWhileRunning(
                () -> run("deploy", "--force=true", renamed.toString()).succeeded());
    }

    @Override
    protected void uninstall() {
        asadmin("undeploy", DEPLOYMENT);
    }

    private Command run(String... arguments) {
        List<String> line = new ArrayList<>(access());
        line.add("--interactive=false");
        line.addAll(List.of(arguments));
        return Command.run(tool(HOME.resolve("bin/asadmin"), line));
    }

    private List<String> access() {
        return List.of("--host", LOOPBACK, "--port", Integer.toString(adminPort));
    }

    /** All but the message broker's port, which has no address to set. */
    private void bindToLoopback(DomainXml domain) {
        listen(domain, "//network-listener[@name='http-listener-1']", port());
        listen(domain, "//network-listener[@name='http-listener-2']", httpsPort);
        listen(domain, "//network-listener[@name='admin-listener']", adminPort);
        listen(domain, "//iiop-listener[@id='orb-listener-1']", FreePorts.next());
        listen(domain, "//iiop-listener[@id='SSL']", FreePorts.next());
        listen(domain, "//iiop-listener[@id='SSL_MUTUALAUTH']", FreePorts.next());
        listen(domain, "//jmx-connector[@name='system']", FreePorts.next());
        domain.set("/system-property[@name='JMS_PROVIDER_PORT']", "value", FreePorts.next());
        domain.set("/hazelcast-config-specific-configuration", "enabled", false);
        domain.setJvmOption("-Dosgi.shell.telnet.port=", FreePorts.next());
    }

    private static void listen(DomainXml domain, String listener, int port) {
        domain.set(listener, "address", LOOPBACK).set(listener, "port", port);
    }
}
