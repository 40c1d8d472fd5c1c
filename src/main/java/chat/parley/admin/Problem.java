package chat.parley.admin;

import jakarta.json.Json;

/** Says what went wrong, as RFC 9457 has it: {@code {"status":400,"title":"Bad Request","detail":"text: missing"}}. */
final class Problem {
    static final String CONTENT_TYPE = "application/problem+json";

    private Problem() {}

    static String text(int status, String detail) {
        return Json.createObjectBuilder()
                .add("status", status)
                .add("title", title(status))
                .add("detail", detail)
                .build()
                .toString();
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 409 -> "Conflict";
            case 415 -> "Unsupported Media Type";
            case 429 -> "Too Many Requests";
            default -> "Error";
        };
    }
}
