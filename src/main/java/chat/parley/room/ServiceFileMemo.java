package chat.parley.room;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The application's class loader with a memory for where service files are, to be a thread's context class loader while it sends.
 *
 * <p>Payara needs it: its Tyrus (2.1.5) restarts a timer for each frame it sends, and Payara's scheduler then asks a
 * {@code ServiceLoader} for its extensions, which looks through every module of the server. Without this a
 * delivery costs half as much again there; docs/PERFORMANCE.md. On WildFly it is asked nothing.
 *
 * <p><b>Concurrency:</b> for any thread.
 */
final class ServiceFileMemo extends ClassLoader {
    private static final String SERVICES = "META-INF/services/";
    private static final ServiceFileMemo INSTANCE = new ServiceFileMemo(ServiceFileMemo.class.getClassLoader());

    private final ConcurrentMap<String, List<URL>> known = new ConcurrentHashMap<>();

    private ServiceFileMemo(ClassLoader application) {
        super(application);
    }

    /** Runs what sends, with this as the context class loader. */
    static void during(Runnable sending) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(INSTANCE);
        try {
            sending.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        if (!name.startsWith(SERVICES)) {
            return super.getResources(name);
        }
        try {
            return Collections.enumeration(known.computeIfAbsent(name, this::find));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private List<URL> find(String name) {
        try {
            return Collections.list(super.getResources(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
