package chat.parley.model;

import java.text.Normalizer;
import java.util.Locale;

/** What the characters of a name may be, and how names are compared. */
final class NameCharacters {

    /** Enough for every script's own spelling; a tower of marks that covers the lines above is none. */
    private static final int MAX_MARKS_IN_A_ROW = 4;

    /** Longer texts are refused before Unicode's tables are asked; no name grows so long by being decomposed. */
    private static final int MAX_CHARS = 512;

    private NameCharacters() {}

    /** @throws InvalidNameException if the text is far longer than any name */
    static String normalized(String text) {
        if (text.length() > MAX_CHARS) {
            throw new InvalidNameException("this is far too long for a name");
        }
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /**
     * One form for all spellings that differ in case or width alone. The JDK has no case folding; lower, upper (brings ß
     * to SS) and lower case again come to the same, one code point at a time where context would make two sigmas.
     */
    static String folded(String normalized) {
        String folded = lower(lower(normalized).toUpperCase(Locale.ROOT));
        // An i with a second dot looks like an i; Turkish İ becomes the one or the other.
        return Normalizer.normalize(folded.replace("i\u0307", "i"), Normalizer.Form.NFKC);
    }

    private static String lower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
        return lower.toString();
    }

    static boolean isLetterOrDigit(int c) {
        return (Character.isLetter(c) || Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) && !isInvisible(c);
    }

    static boolean isMark(int c) {
        int type = Character.getType(c);
        return (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK) && !isInvisible(c);
    }

    /** Whether a person can see it, or it is a space: no control, format, private, unassigned character, no half pair. */
    static boolean isVisibleOrSpace(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> !isInvisible(c);
        };
    }

    /**
     * Letters and marks that show nothing (Unicode's Default_Ignorable_Code_Point without those of category Cf, which
     * are no letters anyway): with them two names could look the same.
     */
    private static boolean isInvisible(int c) {
        return c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x17B4
                || c == 0x17B5
                || (c >= 0x180B && c <= 0x180F)
                || c == 0x3164
                || (c >= 0xFE00 && c <= 0xFE0F)
                || c == 0xFFA0
                || (c >= 0xE0000 && c <= 0xE0FFF);
    }

    /** Marks stand on a letter or digit, and not too many on one. */
    static void requireMarksInPlace(String name) {
        int marks = 0;
        boolean base = false;
        for (int c : name.codePoints().toArray()) {
            if (!isMark(c)) {
                marks = 0;
                base = isLetterOrDigit(c);
            } else if (!base || ++marks > MAX_MARKS_IN_A_ROW) {
                throw new InvalidNameException("an accent stands on a letter, and at most four on one");
            }
        }
    }

    static String shown(int c) {
        return isVisibleOrSpace(c)
                ? "'" + Character.toString(c) + "'"
                : String.format(Locale.ROOT, "the character U+%04X", c);
    }
}
