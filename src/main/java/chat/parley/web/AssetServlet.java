package chat.parley.web;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Serves the {@link Assets} of the page: compressed for who takes that, and to be kept for good. Pages find the assets in
 * the application scope, under {@code assets}.
 */
@WebServlet(urlPatterns = Assets.SERVLET + "/*", loadOnStartup = 1)
public class AssetServlet extends HttpServlet {

    private static final String FOR_GOOD = "public, max-age=31536000, immutable";

    private transient @Nullable Assets assets;

    @Override
    public void init() {
        assets = Assets.of(getServletContext());
        getServletContext().setAttribute("assets", assets.forPages());
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        Assets.Found found = assets == null || path == null ? null : assets.find(path.substring(1));
        if (found == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(found.asset().type());
        response.setHeader("Cache-Control", found.current() ? FOR_GOOD : "no-store");
        response.setHeader("Vary", "Accept-Encoding");
        write(response, found.asset(), takesGzip(request));
    }

    private static void write(HttpServletResponse response, Assets.Asset asset, boolean gzip) throws IOException {
        byte[] content = asset.content(gzip);
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private static boolean takesGzip(HttpServletRequest request) {
        String encodings = request.getHeader("Accept-Encoding");
        return encodings != null && encodings.contains("gzip");
    }
}
