package chat.parley.web;

import chat.parley.model.Role;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Shows the admin page. Who may see it is said in {@code web.xml}, and asked here again: the page itself lies where no request
 * leads to.
 */
@WebServlet(urlPatterns = "/admin")
public class AdminServlet extends HttpServlet {
    private static final String PAGE = "/WEB-INF/admin.jsp";
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!request.isUserInRole(Role.ADMIN.roleName())) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        request.getRequestDispatcher(PAGE).forward(request, response);
    }
}
