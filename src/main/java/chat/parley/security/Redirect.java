package chat.parley.security;

import jakarta.servlet.http.HttpServletResponse;

/** The way on. Without scheme and host, which behind a proxy are not those the browser knows. */
final class Redirect {
    private Redirect() {}

    /** @param path from the root of the server */
    static void to(HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path);
    }
}
