package chat.parley.model;

/**
 * A room's name, as {@code lobby} or {@code 会议室-2}: 1 to {@value #MAX_LENGTH} lower-case letters, marks and digits of any
 * script and {@code -_.}, beginning with a letter or digit. It must come in its one canonical form (NFKC), so that the
 * text itself is the key.
 *
 * @param value the name
 */
public record RoomName(String value) {

    /** In Unicode code points. */
    public static final int MAX_LENGTH = 64;

    /** @throws InvalidNameException if it is no room's name; the message tells the person why */
    public RoomName {
        if (value.isEmpty()) {
            throw new InvalidNameException("a room's name has at least one character");
        }
        String normalized = NameCharacters.normalized(value);
        if (value.codePointCount(0, value.length()) > MAX_LENGTH) {
            throw new InvalidNameException("a room's name has at most " + MAX_LENGTH + " characters");
        }
        value.codePoints().forEach(RoomName::requireAllowed);
        if (!normalized.equals(value)) {
            throw new InvalidNameException("a room's name is written in Unicode's form NFKC, as '" + normalized + "'");
        }
        if (!NameCharacters.isLetterOrDigit(value.codePointAt(0))) {
            throw new InvalidNameException("a room's name begins with a letter or a digit");
        }
        NameCharacters.requireMarksInPlace(value);
    }

    /** @throws InvalidNameException if it is no room's name; the message tells the person why */
    public static RoomName parse(String text) {
        return new RoomName(text);
    }

    private static void requireAllowed(int c) {
        if (Character.toLowerCase(c) != c) {
            throw new InvalidNameException("a room's name is in lower case");
        }
        if (!NameCharacters.isLetterOrDigit(c) && !NameCharacters.isMark(c) && "-_.".indexOf(c) < 0) {
            throw new InvalidNameException("a room's name cannot hold " + NameCharacters.shown(c));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
