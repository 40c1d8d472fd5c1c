package chat.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** An administrator's program: asks Parley over HTTP, as somebody whom the server knows or as a stranger. */
public final class RestClient {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI page;
    private final String authorization;

    private RestClient(URI page, String authorization) {
        this.page = page;
        this.authorization = authorization;
    }

    /** With HTTP Basic. */
    public static RestClient of(URI page, String user, String password) {
        byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new RestClient(page, "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    /** Of a bot. */
    public static RestClient ofBot(URI page, String secret) {
        return new RestClient(page, "Bearer " + secret);
    }

    /** Of nobody in particular. */
    public static RestClient stranger(URI page) {
        return new RestClient(page, "");
    }

    /** What a resource holds; fails where it cannot be read. */
    public JsonObject get(String path) {
        return read(send("GET", path, null));
    }

    /** What came of it; fails when it was refused. */
    public JsonObject act(String method, String path, String body) {
        return read(send(method, path, body));
    }

    private static JsonObject read(HttpResponse<String> answer) {
        assertThat(answer.statusCode())
                .as("%s: %s", answer.uri(), answer.body())
                .isEqualTo(200);
        return ChatClient.parse(answer.body());
    }

    /**
     * The answer, whatever it is.
     *
     * @param path below the page, {@code api/figures}
     * @param body JSON, or null for none
     * @param headers in pairs
     */
    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(page.resolve(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
