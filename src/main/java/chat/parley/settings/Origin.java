package chat.parley.settings;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a page came from, as browsers write it in {@code Origin} (RFC 6454): scheme, host and port.
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower case; an IPv6 address in brackets
 * @param port never absent: the scheme's own where none is written
 */
public record Origin(String scheme, String host, int port) {

    /** Empty if the text is no origin of a page, such as {@code null}, a scheme of no web, or one with a path. */
    public static Optional<Origin> parse(String text) {
        try {
            URI uri = new URI(text.toLowerCase(Locale.ROOT));
            String scheme = uri.getScheme();
            if (scheme == null || uri.getHost() == null) {
                return Optional.empty();
            }
            int standard = standardPort(scheme);
            Origin origin = new Origin(scheme, uri.getHost(), uri.getPort() < 0 ? standard : uri.getPort());
            boolean whole = standard > 0 && uri.toString().equals(scheme + "://" + uri.getRawAuthority());
            return whole && uri.getRawUserInfo() == null ? Optional.of(origin) : Optional.empty();
        } catch (java.net.URISyntaxException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether a request for this host, as a {@code Host} header names it, is for the place this page came from. The
     * scheme is not looked at, for TLS may end at a proxy; a host without a port means the scheme's own.
     */
    public boolean isAt(String hostHeader) {
        return parse(scheme + "://" + hostHeader.strip()).filter(this::equals).isPresent();
    }

    /** As a browser writes it: without the port where it is the scheme's own. */
    @Override
    public String toString() {
        return scheme + "://" + host + (port == standardPort(scheme) ? "" : ":" + port);
    }

    private static int standardPort(String scheme) {
        return switch (scheme) {
            case "http" -> 80;
            case "https" -> 443;
            default -> -1;
        };
    }
}
