package chat.parley.admin;

import chat.parley.protocol.ErrorCode;
import chat.parley.room.LogException;
import chat.parley.room.ModerationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletionException;

/** Tells whoever asked what went wrong, in one form; a fault of ours goes to the log and nowhere else. */
@Provider
@SuppressWarnings("NullAway.Init") // the container injects
public class Failures implements ExceptionMapper<Throwable> {
    private static final Logger LOG = System.getLogger("chat.parley.admin");

    @Context
    UriInfo asked;

    @Override
    public Response toResponse(Throwable thrown) {
        Throwable failure =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (failure instanceof Operations.RefusedException refused) {
            return answer(refused.status(), String.valueOf(refused.getMessage()));
        }
        if (failure instanceof ModerationException refused) {
            return answer(status(refused.code()), String.valueOf(refused.getMessage()));
        }
        if (failure instanceof LogException known) {
            return toResponse(Operations.refused(known));
        }
        if (failure instanceof WebApplicationException known) {
            int status = known.getResponse().getStatus();
            return answer(status, status == 404 ? "there is no such resource" : "not asked as the resource is");
        }
        LOG.log(Level.ERROR, "A request failed: " + asked.getPath(), failure);
        return answer(500, "the server failed");
    }

    private static int status(ErrorCode code) {
        return switch (code) {
            case FORBIDDEN -> 403;
            case NOT_FOUND, NO_SUCH_ROOM -> 404;
            default -> 400;
        };
    }

    private static Response answer(int status, String why) {
        return Response.status(status)
                .type(Problem.CONTENT_TYPE)
                .entity(Problem.text(status, why))
                .build();
    }
}
