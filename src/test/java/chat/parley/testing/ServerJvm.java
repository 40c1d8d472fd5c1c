package chat.parley.testing;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.PlatformLoggingMXBean;
import java.lang.management.RuntimeMXBean;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.logging.LogManager;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * Looks into a server's JVM from outside, through the JVM's own local management agent, so it needs neither the
 * server's management port nor a user and works the same on every server. Ends with that JVM; not for several threads.
 */
public final class ServerJvm implements AutoCloseable {
    private final JMXConnector connector;
    private final MBeanServerConnection beans;

    private ServerJvm(JMXConnector connector) throws IOException {
        this.connector = connector;
        this.beans = connector.getMBeanServerConnection();
    }

    @SuppressWarnings("BanJNDI") // The address comes from the JVM that this test has started itself
    static ServerJvm of(long pid) {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
            try {
                String address = machine.startLocalManagementAgent();
                return new ServerJvm(JMXConnectorFactory.connect(new JMXServiceURL(address)));
            } finally {
                machine.detach();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (AttachNotSupportedException refused) {
            throw new IllegalStateException("No access to the JVM with pid " + pid, refused);
        }
    }

    /** The names of the live threads, sorted. */
    public List<String> threads() {
        ThreadMXBean threads = platform(ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(info -> info != null)
                .map(ThreadInfo::getThreadName)
                .sorted()
                .toList();
    }

    /** Bytes of live heap: what is in use right after a full collection. */
    public long liveHeap() {
        MemoryMXBean memory = platform(ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    /** The most heap it may take, in bytes: its {@code -Xmx}. */
    public long maximumHeap() {
        return platform(ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class)
                .getHeapMemoryUsage()
                .getMax();
    }

    /** The value of a system property there, null when it has none. */
    public String systemProperty(String name) {
        return platform(ManagementFactory.RUNTIME_MXBEAN_NAME, RuntimeMXBean.class)
                .getSystemProperties()
                .get(name);
    }

    /** The level of a log category there, as the server writes it; empty when it has none of its own. */
    public String logLevel(String category) {
        String level = platform(LogManager.LOGGING_MXBEAN_NAME, PlatformLoggingMXBean.class)
                .getLoggerLevel(category);
        return level == null ? "" : level;
    }

    /** How many live objects of just this class there are, over all class loaders; collects garbage first. */
    public int instancesOf(String className) {
        Object[] noOptions = {new String[0]};
        String histogram = (String)
                invoke("com.sun.management:type=DiagnosticCommand", "gcClassHistogram", noOptions, new String[] {
                    String[].class.getName()
                });
        return histogram
                .lines()
                .map(line -> line.trim().split("\\s+"))
                .filter(columns -> columns.length >= 4 && columns[3].equals(className))
                .mapToInt(columns -> Integer.parseInt(columns[1]))
                .sum();
    }

    /** An attribute of {@code chat.parley:type=Parley}, as an administrator's JMX client sees it. */
    public Object parley(String attribute) {
        try {
            return beans.getAttribute(new ObjectName("chat.parley:type=Parley"), attribute);
        } catch (JMException missing) {
            throw new IllegalStateException("Reading " + attribute, missing);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Carries out an operation of {@code chat.parley:type=Parley} that takes nothing but texts.
     *
     * @throws RuntimeMBeanException when Parley refuses it
     */
    public Object invoke(String operation, String... texts) throws JMException, IOException {
        String[] types = new String[texts.length];
        Arrays.fill(types, String.class.getName());
        return beans.invoke(new ObjectName("chat.parley:type=Parley"), operation, texts, types);
    }

    /** Every MBean of that JVM. */
    public MBeanServerConnection beans() {
        return beans;
    }

    @Override
    public void close() {
        try {
            connector.close();
        } catch (IOException alreadyGone) {
            // The server has ended, and the connection with it
        }
    }

    private <T> T platform(String name, Class<T> type) {
        try {
            return ManagementFactory.newPlatformMXBeanProxy(beans, name, type);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Object invoke(String bean, String operation, Object[] arguments, String[] signature) {
        try {
            return beans.invoke(new ObjectName(bean), operation, arguments, signature);
        } catch (JMException refused) {
            throw new IllegalStateException(operation + " of " + bean, refused);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
