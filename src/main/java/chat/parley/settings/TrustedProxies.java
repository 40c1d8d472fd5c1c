package chat.parley.settings;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The reverse proxies whose word is believed about the address a request comes from. */
public final class TrustedProxies {

    /** An address as proxies write it: with a port, an IPv6 one in brackets then; a zone means nothing elsewhere. */
    private static final Pattern WITH_PORT =
            Pattern.compile("\\[([^\\]]*)\\](?::[0-9]+)?|([0-9.]+):[0-9]+|([0-9A-Fa-f:.]+)(?:%.*)?");

    private final List<AddressRange> ranges;

    /** @param ranges as {@link Settings#trustedProxies()} has them */
    public TrustedProxies(Collection<String> ranges) {
        this.ranges = ranges.stream().map(AddressRange::parse).toList();
    }

    /** Whether the request comes through one of them. */
    public boolean passedOn(HttpServletRequest request) {
        return parse(request.getRemoteAddr()).filter(this::trust).isPresent();
    }

    /**
     * Where the request comes from: the nearest address that is no proxy of ours, in one form for all spellings. Each proxy adds
     * at the right whom it was called by, and what stands further left is the caller's own claim; so the right-most entry that
     * is not trusted is the last one to believe.
     */
    public String addressOf(HttpServletRequest request) {
        return nearest(request.getRemoteAddr(), request.getHeaders("X-Forwarded-For"));
    }

    String nearest(String peer, Enumeration<String> forwardedFor) {
        Optional<InetAddress> parsed = parse(peer);
        if (parsed.isEmpty()) {
            return peer;
        }
        InetAddress nearest = parsed.get();
        List<String> forwarded = Collections.list(forwardedFor).stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(String::strip)
                .toList();
        for (int i = forwarded.size() - 1; i >= 0 && trust(nearest); i--) {
            Optional<InetAddress> next = parse(forwarded.get(i));
            if (next.isEmpty()) {
                break;
            }
            nearest = next.get();
        }
        return nearest.getHostAddress();
    }

    private boolean trust(InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static Optional<InetAddress> parse(String text) {
        Matcher form = WITH_PORT.matcher(text);
        return form.matches()
                ? Stream.of(1, 2, 3)
                        .map(form::group)
                        .filter(group -> group != null)
                        .findFirst()
                        .flatMap(AddressRange::address)
                : Optional.empty();
    }
}
