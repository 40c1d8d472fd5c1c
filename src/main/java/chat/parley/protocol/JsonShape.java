package chat.parley.protocol;

/**
 * Checks, before any parser sees it, what parsers forgive or choke on: text after the object, and deep nesting. Not a parser:
 * what passes may still be no JSON.
 */
final class JsonShape {
    /** The protocol nests two levels; more is room for what later versions add. */
    static final int MAX_DEPTH = 16;

    private JsonShape() {}

    /** What is wrong, said to whoever wrote the client; empty when nothing is. */
    static String fault(String text) {
        int depth = 0;
        boolean inString = false;
        boolean ended = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inString) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    inString = false;
                }
                continue;
            }
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                continue;
            }
            if (ended) {
                return "a frame holds one object and nothing after it";
            }
            if (depth == 0 && c != '{') {
                return "a frame holds one JSON object";
            }
            switch (c) {
                case '"' -> inString = true;
                case '{', '[' -> {
                    if (++depth > MAX_DEPTH) {
                        return "nested deeper than " + MAX_DEPTH;
                    }
                }
                case '}', ']' -> ended = --depth == 0;
                default -> {}
            }
        }
        return ended ? "" : "a frame holds one whole JSON object";
    }
}
