package chat.parley.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.parley.model.SignIn;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.MessageDigest;

/** Signs out whoever sends the form of a page of their own session. Their connections end with it. */
@WebServlet("/signout")
public class SignOutServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    @SuppressWarnings({"NullAway.Init", "serial"}) // the container injects, and nobody serialises servlets
    SignIns signIns;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(SignIn.class.getName()) instanceof HttpSignIn signIn) {
            if (!isFromOurPage(request, signIn)) {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
                return;
            }
            request.logout();
            signIns.end(signIn, session);
        }
        Redirect.to(response, request.getContextPath() + "/");
    }

    private static boolean isFromOurPage(HttpServletRequest request, HttpSignIn signIn) {
        String token = request.getParameter("token");
        return token != null
                && MessageDigest.isEqual(token.getBytes(UTF_8), signIn.token().getBytes(UTF_8));
    }
}
