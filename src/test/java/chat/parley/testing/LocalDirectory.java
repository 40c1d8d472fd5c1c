package chat.parley.testing;

import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.spi.InitialContextFactory;
import javax.sql.DataSource;

/** A server's directory of data sources, for servers in the tests' own JVM: Java asks it when it is named as the factory. */
public final class LocalDirectory implements InitialContextFactory {
    private static final Map<String, DataSource> SOURCES = new ConcurrentHashMap<>();

    /** Has the data source found by that name, and gives the settings of a server that is to find it. */
    public static Map<String, String> with(String name, DataSource source) {
        SOURCES.put(name, source);
        return Map.of("parley.datasource", name, Context.INITIAL_CONTEXT_FACTORY, LocalDirectory.class.getName());
    }

    @Override
    public Context getInitialContext(Hashtable<?, ?> environment) throws NamingException {
        return new InitialContext(true) {
            @Override
            public Object lookup(String name) throws NamingException {
                DataSource source = SOURCES.get(name);
                if (source == null) {
                    throw new NameNotFoundException(name);
                }
                return source;
            }
        };
    }
}
