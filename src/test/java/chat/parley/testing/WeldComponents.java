package chat.parley.testing;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Unmanaged;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.glassfish.tyrus.core.ComponentProvider;

/**
 * Gives Tyrus its endpoints, encoders and decoders with everything injected, as an application server does. Tyrus makes
 * one provider per container by {@link java.util.ServiceLoader}; it serves the beans that stood ready {@link #during} that.
 */
public final class WeldComponents extends ComponentProvider {

    private static final ThreadLocal<BeanManager> READY = new ThreadLocal<>();

    private final BeanManager beans = READY.get();
    private final Map<Same, Unmanaged.UnmanagedInstance<?>> made = new ConcurrentHashMap<>();

    /** Runs this with providers made on this thread bound to these beans. */
    static <T> T during(BeanManager beans, Callable<T> action) throws Exception {
        READY.set(beans);
        try {
            return action.call();
        } finally {
            READY.remove();
        }
    }

    @Override
    public boolean isApplicable(Class<?> type) {
        return beans != null && type.getName().startsWith("chat.parley.");
    }

    @Override
    public <T> Object create(Class<T> type) {
        Unmanaged.UnmanagedInstance<T> instance =
                new Unmanaged<>(beans, type).newInstance().produce().inject().postConstruct();
        made.put(new Same(instance.get()), instance);
        return instance.get();
    }

    @Override
    public boolean destroy(Object object) {
        Unmanaged.UnmanagedInstance<?> instance = made.remove(new Same(object));
        if (instance != null) {
            instance.preDestroy().dispose();
        }
        return instance != null;
    }

    /** A key by identity, whatever {@code equals} of the object says. */
    private record Same(Object object) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Same same && same.object == object;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }
    }
}
