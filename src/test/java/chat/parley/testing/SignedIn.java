package chat.parley.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * A browser's session with a server, as far as HTTP goes: it keeps its cookie and follows no redirect by itself. Whether somebody is
 * signed in in it is up to its user.
 */
public final class SignedIn {

    private static final Pattern SIGN_OUT_TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private final URI page;
    private final String forwardedFor;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    private SignedIn(URI page, String forwardedFor) {
        this.page = page;
        this.forwardedFor = forwardedFor;
    }

    /** Nobody yet. */
    public static SignedIn nobody(ServerProcess server) {
        return new SignedIn(server.page(), "");
    }

    /** Nobody yet, at that address behind a proxy. */
    public static SignedIn nobodyAt(String address, ServerProcess server) {
        return new SignedIn(server.page(), address);
    }

    /** Somebody, by the page's own form. */
    public static SignedIn as(ServerProcess server, String name, String password) {
        SignedIn session = nobody(server);
        session.get("signin");
        HttpResponse<String> answer = session.send(name, password);
        while (answer.statusCode() / 100 == 3) {
            answer = session.get(answer.headers().firstValue("Location").orElseThrow());
        }
        if (answer.statusCode() != 200) {
            throw new AssertionError(name + " cannot sign in: " + answer.statusCode() + " " + answer.body());
        }
        return session;
    }

    /** Sends name and password, whether there is a form to send them by or not. */
    public HttpResponse<String> send(String name, String password) {
        return post("j_security_check", Map.of("j_username", name, "j_password", password));
    }

    /** Presses the button on the page. */
    public HttpResponse<String> signOut() {
        Matcher token = SIGN_OUT_TOKEN.matcher(get("").body());
        if (!token.find()) {
            throw new AssertionError("the page has no form to sign out by");
        }
        return post("signout", Map.of("token", token.group(1)));
    }

    /** Presses it once more, on a page that is still open. */
    public HttpResponse<String> signOutAgain() {
        return post("signout", Map.of("token", "of a session that is over"));
    }

    /** What the server sets as the cookie of a session over TLS. */
    public static String cookieOverTls(ServerProcess server) {
        try {
            SSLContext anything = SSLContext.getInstance("TLS");
            anything.init(null, new TrustManager[] {new Trusting()}, null);
            HttpsURLConnection connection = (HttpsURLConnection)
                    server.securePage().resolve("signin").toURL().openConnection();
            connection.setSSLSocketFactory(anything.getSocketFactory());
            connection.setHostnameVerifier((host, session) -> host.equals("127.0.0.1"));
            return String.valueOf(connection.getHeaderField("Set-Cookie"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The servers under test have made their certificates themselves. */
    private static final class Trusting implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    public HttpResponse<String> get(String path) {
        return answer(HttpRequest.newBuilder(page.resolve(path)));
    }

    /** Asks as a page does that nobody touches. */
    public HttpResponse<String> poll(String path) {
        return answer(HttpRequest.newBuilder(page.resolve(path)).header("X-Parley-Request", "poll"));
    }

    /** Sends a form. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return answer(HttpRequest.newBuilder(page.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** What a browser would send along; empty when the server has set none. */
    public String cookie() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Forgets the session, as if the browser did not send its cookie. */
    public void forgetCookie() {
        cookies.getCookieStore().removeAll();
    }

    /** Has the session of another, as after a theft. */
    public void take(String cookie) {
        HttpCookie taken = HttpCookie.parse(cookie).get(0);
        taken.setPath("/parley");
        taken.setVersion(0);
        cookies.getCookieStore().add(page, taken);
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) {
        if (!forwardedFor.isEmpty()) {
            request.header("X-Forwarded-For", forwardedFor);
        }
        try {
            return http.send(request.timeout(Patience.USUAL).build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
