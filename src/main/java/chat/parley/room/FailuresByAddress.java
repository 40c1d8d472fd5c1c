package chat.parley.room;

import chat.parley.settings.AddressRange;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.net.Inet6Address;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts failures within a minute of the first, for each address. Safe for use by all threads. */
final class FailuresByAddress {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** So many addresses are remembered; the oldest is forgotten for a new one. */
    static final int MOST_ADDRESSES = 10_000;

    /** One household or company has as many IPv6 addresses as it likes that begin with the same bits. */
    private static final String IPV6_NETWORK = "/64";

    @GuardedBy("this")
    private final Map<String, Failures> byNetwork = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    /** So many since that moment. */
    private record Failures(int count, long since) {}

    /** One more; returns how many there are now. */
    synchronized int another(String address, long now) {
        String network = network(address);
        Failures before = byNetwork.get(network);
        if (before == null || left(before, now) == 0) {
            byNetwork.remove(network);
            before = new Failures(0, now);
        }
        Failures after = new Failures(before.count() + 1, before.since());
        byNetwork.put(network, after);
        return after.count();
    }

    /** How much is left of a minute in which there were so many; zero when there is none. */
    synchronized Duration left(String address, int limit, long now) {
        Failures failures = byNetwork.get(network(address));
        return failures == null || failures.count() < limit ? Duration.ZERO : Duration.ofNanos(left(failures, now));
    }

    private static long left(Failures failures, long now) {
        return Math.max(0, MINUTE.toNanos() - (now - failures.since()));
    }

    private static String network(String address) {
        return AddressRange.address(address)
                .filter(Inet6Address.class::isInstance)
                .map(ipv6 ->
                        AddressRange.parse(ipv6.getHostAddress() + IPV6_NETWORK).toString())
                .orElse(address);
    }
}
