package chat.parley.security;

import chat.parley.room.FailedSignIns;
import chat.parley.settings.LiveSettings;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/**
 * Where people sign in. The server asks strangers who want to {@link #SIGN_IN} for name and password, on the page that is made
 * here, and lets through only those its realm knows; they go on to the chat.
 */
@WebServlet({SignInServlet.SIGN_IN, SignInServlet.FORM, SignInServlet.FAILED, SignInServlet.SESSION})
@SuppressWarnings({"NullAway.Init", "serial"}) // the container injects, and nobody serialises servlets
public class SignInServlet extends HttpServlet {
    static final String SIGN_IN = "/signin";

    /** Asks for name and password; web.xml names it. */
    static final String FORM = "/signin/form";

    /** Asks again; web.xml names it. */
    static final String FAILED = "/signin/failed";

    /** Does nothing; but whoever asks for it is not idle. */
    static final String SESSION = "/session";

    /** In sessions to which our form was shown. */
    static final String FORM_SHOWN = "chat.parley.formShown";

    private static final int TOO_MANY_REQUESTS = 429;
    private static final String PAGE = "/WEB-INF/signin.jsp";
    private static final long serialVersionUID = 1;

    @Inject
    LiveSettings settings;

    @Inject
    FailedSignIns failures;

    /** Whatever the method: the container forwards what failed as it came, by POST. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        switch (request.getServletPath()) {
            case SIGN_IN -> Redirect.to(response, request.getContextPath() + "/");
            case SESSION -> {
                response.setHeader("Cache-Control", "no-store");
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            }
            default -> ask(request, response);
        }
    }

    private void ask(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        request.getSession().setAttribute(FORM_SHOWN, true);
        String language = SignInWords.languageOf(request);
        request.setAttribute("lang", language);
        request.setAttribute("words", SignInWords.in(language));
        request.setAttribute("guests", settings.now().guests());
        if (request.getServletPath().equals(FAILED)) {
            request.setAttribute("problem", "problem");
        }
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        Duration pause = PasswordListener.pause(request);
        if (pause != null) {
            refuse(pause, request, response);
        }
        response.setHeader("Cache-Control", "no-store");
        request.getRequestDispatcher(PAGE).forward(request, response);
    }

    /** A password has been sent, and was wrong unless nobody looked at it. */
    private void refuse(Duration pause, HttpServletRequest request, HttpServletResponse response) {
        if (pause.isZero()) {
            String address = settings.now().proxies().addressOf(request);
            failures.wrongPassword(address, SIGN_IN);
        } else {
            request.setAttribute("problem", "wait");
            response.setStatus(TOO_MANY_REQUESTS);
            response.setHeader("Retry-After", Long.toString(pause.toSeconds() + 1));
        }
    }
}
