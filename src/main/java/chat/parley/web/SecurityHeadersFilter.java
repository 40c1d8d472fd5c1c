package chat.parley.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Tells browsers that Parley's pages hold nothing but their own scripts, styles and pictures, talk to nobody but their own
 * server, and are shown in nobody's frame; so a text that came to be read as markup would find nothing it may do.
 *
 * <p>Declared in {@code web.xml}, before all filters that may answer.
 */
public class SecurityHeadersFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /**
     * With the nonce of the import map, the only script that stands in a page. {@code connect-src 'self'} covers ws: and wss: of
     * the page's own host and port, in CSP 3 and in Chromium. Markup is made by the two libraries named last alone: one makes
     * it of the page's own templates, the other lets through what is harmless.
     */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self' 'nonce-%s'; style-src 'self'; "
            + "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
            + "require-trusted-types-for 'script'; trusted-types lit-html dompurify";

    static final String PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    /** Where pages find the nonce. */
    private static final String NONCE = "nonce";

    private static final int NONCE_BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!isHandshake(request)) {
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Referrer-Policy", "no-referrer");
            if (!isPartOfPage(request)) {
                String nonce = newNonce();
                request.setAttribute(NONCE, nonce);
                response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY.formatted(nonce));
                response.setHeader("Permissions-Policy", PERMISSIONS_POLICY);
            }
        }
        chain.doFilter(request, response);
    }

    private String newNonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** A handshake shows nothing, and each of many connections would carry the bytes. */
    private static boolean isHandshake(HttpServletRequest request) {
        return request.getServletPath().equals("/ws");
    }

    /** A script or style is under the policy of the page that has it, and each of many would carry the bytes. */
    private static boolean isPartOfPage(HttpServletRequest request) {
        return request.getServletPath().equals(Assets.SERVLET);
    }
}
