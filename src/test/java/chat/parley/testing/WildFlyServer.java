package chat.parley.testing;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** WildFly, with {@code standalone.xml} unless it is said otherwise; Parley is dropped into its deployments folder, as an administrator would. */
public final class WildFlyServer extends ServerProcess {
    private static final Path HOME = Path.of(System.getProperty("wildfly.home", "."));

    private final String configuration;
    private final Map<String, String> settings;
    private final List<String> jvmOptions;
    private final Set<String> properties = new HashSet<>();
    private final int httpsPort = FreePorts.next();
    private final int managementPort = FreePorts.next();
    private final int managementHttpsPort = FreePorts.next();

    private WildFlyServer(String configuration, Map<String, String> settings, List<String> jvmOptions) {
        super("WildFly", HOME.resolve("standalone"));
        this.configuration = configuration;
        this.settings = settings;
        this.jvmOptions = jvmOptions;
        scanOften();
    }

    /** A WildFly as it comes, not started and without Parley. */
    public static WildFlyServer pristine(Map<String, String> settings, String... jvmOptions) {
        return new WildFlyServer("standalone.xml", Map.copyOf(settings), List.of(jvmOptions));
    }

    /** A WildFly as it comes, that has messaging; not started and without Parley. */
    public static WildFlyServer withMessaging() {
        return new WildFlyServer("standalone-full.xml", Map.of(), List.of());
    }

    @Override
    public String runScript(String name) {
        Path script = SCRIPTS.resolve("wildfly").resolve(name);
        return name.endsWith(".cli")
                ? cli("--file=" + script)
                : Command.run(tool(
                                script, List.of(configurationFile().getParent().toString())))
                        .outputOfSuccess();
    }

    @Override
    public void addUser(String user, String password, String... groups) {
        List<String> arguments = new ArrayList<>(
                List.of("-a", "-sc", configurationFile().getParent().toString(), "-u", user, "-p", password));
        if (groups.length > 0) {
            arguments.addAll(List.of("-g", String.join(",", groups)));
        }
        runTool("add-user.sh", arguments);
    }

    @Override
    public URI securePage() {
        return URI.create("https://127.0.0.1:" + httpsPort + "/parley/");
    }

    @Override
    public URI console() {
        return URI.create("http://127.0.0.1:" + managementPort + "/console/index.html");
    }

    /** Adds somebody who may enter the console. */
    public void addAdministrator(String user, String password) {
        runTool("add-user.sh", List.of("-sc", configurationFile().getParent().toString(), "-u", user, "-p", password));
    }

    @Override
    public void setSystemProperty(String key, String value) {
        String operation = properties.add(key) ? "add(value=%s)" : "write-attribute(name=value,value=%s)";
        runCommand("/system-property=" + key + ":" + operation.formatted(value));
    }

    @Override
    public void removeSystemProperty(String key) {
        properties.remove(key);
        runCommand("/system-property=" + key + ":remove");
    }

    @Override
    public void addDataSource() {
        runScript("postgresql.cli");
    }

    /** Runs one command of the management CLI on the running server and gives what it prints; fails when it does. */
    public String runCommand(String command) {
        return cli("--command=" + command);
    }

    @Override
    protected ProcessBuilder launch() {
        List<String> arguments = new ArrayList<>(List.of(
                "--server-config=" + configuration,
                "-Djboss.server.base.dir=" + base(),
                "-Djboss.bind.address=127.0.0.1",
                "-Djboss.bind.address.management=127.0.0.1",
                "-Djboss.http.port=" + port(),
                "-Djboss.https.port=" + httpsPort,
                "-Djboss.management.http.port=" + managementPort,
                "-Djboss.management.https.port=" + managementHttpsPort));
        settings.forEach((key, value) -> arguments.add("-D" + key + "=" + value));
        ProcessBuilder builder = tool(HOME.resolve("bin/standalone.sh"), arguments);
        // Only a script that waits beside its server writes the pid file
        builder.environment().put("LAUNCH_JBOSS_IN_BACKGROUND", "true");
        builder.environment().put("JBOSS_PIDFILE", pidFile().toString());
        // The defaults of standalone.conf first: of two equal options a JVM takes the last
        List<String> sizing = new ArrayList<>(List.of("-Xms64m", "-Xmx512m"));
        sizing.addAll(Command.hastyJvm());
        sizing.addAll(jvmOptions);
        builder.environment().put("JBOSS_JAVA_SIZING", String.join(" ", sizing));
        return builder;
    }

    @Override
    protected Path pidFile() {
        return base().resolve("server.pid");
    }

    @Override
    protected Path logs() {
        return base().resolve("log");
    }

    @Override
    protected void install() {
        Folders.drop(war(), deployment());
        Folders.write(marker("dodeploy"), "");
        awaitWhileRunning(() -> {
            if (Files.exists(marker("failed"))) {
                throw new AssertionError(Folders.read(marker("failed")));
            }
            return !Files.exists(marker("dodeploy"))
                    && !Files.exists(marker("isdeploying"))
                    && Files.exists(marker("deployed"));
        });
    }

    @Override
    protected void uninstall() {
        Folders.delete(marker("deployed"));
        awaitWhileRunning(() -> Files.exists(marker("undeployed")));
        // In this order: a WAR without a marker is one to deploy
        Folders.delete(deployment());
        Folders.delete(marker("undeployed"));
    }

    private Path deployment() {
        return base().resolve("deployments/" + DEPLOYMENT + ".war");
    }

    private Path marker(String state) {
        return deployment().resolveSibling(DEPLOYMENT + ".war." + state);
    }

    private String cli(String what) {
        return runTool(
                "jboss-cli.sh", List.of("--connect", "--controller=remote+http://127.0.0.1:" + managementPort, what));
    }

    private String runTool(String name, List<String> arguments) {
        ProcessBuilder builder = tool(HOME.resolve("bin").resolve(name), arguments);
        builder.environment().put("JAVA_OPTS", String.join(" ", Command.hastyJvm()));
        return Command.run(builder).outputOfSuccess();
    }

    /** Every 0.2 s rather than every 5 s. */
    private void scanOften() {
        String pristine = Folders.read(configurationFile());
        String often = pristine.replace("scan-interval=\"5000\"", "scan-interval=\"200\"");
        if (often.equals(pristine)) {
            throw new IllegalStateException("No deployment scanner in " + configurationFile());
        }
        Folders.write(configurationFile(), often);
    }

    /** What the management changes. */
    Path configurationFile() {
        return base().resolve("configuration").resolve(configuration);
    }
}
