package chat.parley.model;

/**
 * A person's name: how it is shown, and the key by which it is compared. Two names that differ in case or width alone
 * are the same name: {@code Ada}, {@code ADA} and {@code Ａｄａ} have the key {@code ada} and are equal.
 */
public final class UserName {

    /** The longest name a guest may choose, in Unicode code points. */
    public static final int MAX_LENGTH = 32;

    /** The longest name a server's user may have, in Unicode code points: an e-mail address, a directory's entry. */
    public static final int MAX_MEMBER_LENGTH = 128;

    private final String display;
    private final String key;

    private UserName(String display) {
        this.display = display;
        this.key = NameCharacters.folded(display);
    }

    /**
     * A name as a guest may choose it: 1 to {@value #MAX_LENGTH} characters after normalisation (NFKC), spaces around it
     * cut off; letters, marks and digits of any script, single spaces and {@code ._'-}; it begins with a letter or digit.
     *
     * @throws InvalidNameException if it is none; the message tells the person why
     */
    public static UserName parse(String text) {
        String name = trimmed(NameCharacters.normalized(text));
        requireLength(name, MAX_LENGTH);
        name.codePoints().forEach(UserName::requireAllowed);
        if (name.contains("  ")) {
            throw new InvalidNameException("a name has no two spaces in a row");
        }
        if (!NameCharacters.isLetterOrDigit(name.codePointAt(0))) {
            throw new InvalidNameException("a name begins with a letter or a digit");
        }
        NameCharacters.requireMarksInPlace(name);
        return new UserName(name);
    }

    /**
     * The name of somebody whom the server signed in, as its realm knows them: {@code ada@example.org},
     * {@code EXAMPLE\ada}. Any visible characters, up to {@value #MAX_MEMBER_LENGTH}; a guest's name is always one too.
     *
     * @throws InvalidNameException if it is empty, longer, or holds what nobody can see
     */
    public static UserName ofMember(String principal) {
        String name = trimmed(NameCharacters.normalized(principal));
        requireLength(name, MAX_MEMBER_LENGTH);
        name.codePoints().forEach(c -> {
            if (!NameCharacters.isVisibleOrSpace(c)) {
                throw notAllowed(c);
            }
        });
        return new UserName(name);
    }

    private static void requireAllowed(int c) {
        if (!NameCharacters.isLetterOrDigit(c) && !NameCharacters.isMark(c) && " ._'-".indexOf(c) < 0) {
            throw notAllowed(c);
        }
    }

    private static InvalidNameException notAllowed(int c) {
        return new InvalidNameException("a name cannot hold " + NameCharacters.shown(c));
    }

    private static void requireLength(String name, int max) {
        if (name.isEmpty()) {
            throw new InvalidNameException("a name has at least one character");
        }
        if (name.codePointCount(0, name.length()) > max) {
            throw new InvalidNameException("a name has at most " + max + " characters");
        }
    }

    /** Cuts spaces only: {@code strip} would also forgive tabs and line ends. */
    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) == ' ') {
            from++;
        }
        while (from < to && text.charAt(to - 1) == ' ') {
            to--;
        }
        return text.substring(from, to);
    }

    /** As people see it, in Unicode's form NFKC. */
    public String display() {
        return display;
    }

    /** What names are compared, found and stored by. */
    public String key() {
        return key;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UserName that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return display;
    }
}
