package chat.parley.testing;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/** The HTTP request that opens a WebSocket, RFC 6455 section 4, and the server's answer to it. */
final class Handshake {

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final URI uri;

    Handshake(URI uri) {
        this.uri = uri;
        byte[] nonce = new byte[16];
        ThreadLocalRandom.current().nextBytes(nonce);
        headers.put("Host", uri.getHost() + ":" + uri.getPort());
        headers.put("Upgrade", "websocket");
        headers.put("Connection", "Upgrade");
        headers.put("Sec-WebSocket-Version", "13");
        headers.put("Sec-WebSocket-Key", Base64.getEncoder().encodeToString(nonce));
    }

    /** Adds a header or replaces one; the last word on each name counts. */
    Handshake header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    byte[] bytes() {
        StringBuilder request = new StringBuilder("GET " + uri.getRawPath() + " HTTP/1.1\r\n");
        headers.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
        return request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * The head of an HTTP answer.
     *
     * @param status as 101
     * @param headers by their names, in any case
     */
    record Answer(int status, Map<String, String> headers) {

        static Answer read(InputStream in) throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    throw new EOFException("the connection ended within the handshake: " + head);
                }
                head.append((char) next);
            }
            return parse(head.toString());
        }

        static Answer parse(String head) {
            String[] lines = head.split("\r\n", -1);
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (String line : lines) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    headers.put(
                            line.substring(0, colon).toLowerCase(Locale.ROOT),
                            line.substring(colon + 1).strip());
                }
            }
            return new Answer(Integer.parseInt(lines[0].split(" ", 3)[1]), headers);
        }
    }
}
