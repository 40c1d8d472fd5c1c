package chat.parley.protocol;

/** Sizes of texts as they go over the wire. */
public final class Utf8 {
    private Utf8() {}

    /** How many bytes the text has in UTF-8, without making them. A lone surrogate counts as two. */
    public static int length(String text) {
        int bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                // Half of a pair that takes four bytes counts two
                bytes += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
            }
        }
        return bytes;
    }
}
