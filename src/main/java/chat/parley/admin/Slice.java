package chat.parley.admin;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;

/** Which part of a list is asked for. */
public class Slice {
    private static final int MAX_LIMIT = 1_000;

    /** Only what has this somewhere, in whatever case. */
    @QueryParam("query")
    @DefaultValue("")
    String query = "";

    /** How many to pass over. */
    @QueryParam("offset")
    @DefaultValue("0")
    String offset = "";

    /** How many to give, 1,000 at most. */
    @QueryParam("limit")
    @DefaultValue("100")
    String limit = "";

    /**
     * Part of a list.
     *
     * @param total how many fit the query
     */
    public record Found<T>(int total, List<T> items) {}

    <T extends Record> Found<T> of(List<T> all) {
        int skipped = (int) Body.number("offset", offset, 0, Integer.MAX_VALUE);
        int most = (int) Body.number("limit", limit, 1, MAX_LIMIT);
        String words = query.strip().toLowerCase(Locale.ROOT);
        List<T> fitting = words.isEmpty()
                ? all
                : all.stream()
                        .filter(one -> one.toString().toLowerCase(Locale.ROOT).contains(words))
                        .toList();
        int from = Math.min(skipped, fitting.size());
        return new Found<>(fitting.size(), fitting.subList(from, Math.min(fitting.size(), from + most)));
    }
}
