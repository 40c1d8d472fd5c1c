package chat.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One HTTP request, its line exactly as given: no client tidies up the path or the method before it is sent. */
public final class RawRequest {
    private RawRequest() {}

    /** What the server answers: its status, 0 when it closes the connection instead, and all it sent. */
    public record Answer(int status, String text) {}

    /** Sends it and waits for the end of the answer. */
    public static Answer send(URI server, String method, String path) {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout((int) Patience.USUAL.toMillis());
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
            String request = "%s %s HTTP/1.1\r\nHost: %s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    .formatted(method, path, server.getAuthority());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return new Answer(answer.isEmpty() ? 0 : Integer.parseInt(answer.split(" ", 3)[1]), answer);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
