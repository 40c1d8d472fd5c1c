package chat.parley.swarm;

import java.nio.charset.StandardCharsets;

/**
 * The few fields of a server's object that a swarm needs, found in its bytes without building anything: parsing twenty
 * million messages properly would measure the parser. What lies deeper than the object itself is skipped.
 */
final class Fields {

    private byte[] bytes = {};
    private int at;
    private int typeFrom;
    private int typeTo;
    private int idFrom;
    private int idTo;
    private int textFrom;
    private int textTo;
    private long seq;

    /** Looks at the object in these bytes; nothing of it is kept by copy. */
    void read(byte[] source, int from, int to) {
        bytes = source;
        typeFrom = typeTo = idFrom = idTo = textFrom = textTo = 0;
        seq = -1;
        at = from;
        expect('{');
        while (at < to && bytes[at] != '}') {
            int keyFrom = at + 1;
            skipString();
            int keyTo = at - 1;
            expect(':');
            int valueFrom = at;
            boolean isString = bytes[at] == '"';
            skipValue();
            if (isString) {
                keep(keyFrom, keyTo, valueFrom + 1, at - 1);
            } else if (keyTo - keyFrom == 3 && bytes[keyFrom] == 's' && bytes[keyFrom + 1] == 'e') {
                seq = number(valueFrom, at);
            }
            if (bytes[at] == ',') {
                at++;
            }
        }
        if (at != to - 1 || typeTo == typeFrom) {
            throw new IllegalArgumentException("not an object of the protocol: " + text(from, to));
        }
    }

    private void keep(int keyFrom, int keyTo, int from, int to) {
        int length = keyTo - keyFrom;
        byte first = bytes[keyFrom];
        if (length == 4 && first == 't' && bytes[keyFrom + 1] == 'y') {
            typeFrom = from;
            typeTo = to;
        } else if (length == 4 && first == 't' && bytes[keyFrom + 1] == 'e') {
            textFrom = from;
            textTo = to;
        } else if (length == 2 && first == 'i') {
            idFrom = from;
            idTo = to;
        }
    }

    boolean isType(String type) {
        if (typeTo - typeFrom != type.length()) {
            return false;
        }
        for (int i = 0; i < type.length(); i++) {
            if (bytes[typeFrom + i] != type.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    long seq() {
        return seq;
    }

    String id() {
        return text(idFrom, idTo);
    }

    int textLength() {
        return textTo - textFrom;
    }

    /** The whole number at these places of the text. */
    long numberInText(int from, int to) {
        return number(textFrom + from, textFrom + to);
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private long number(int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                throw new IllegalArgumentException("no whole number: " + text(from, to));
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private void expect(char c) {
        if (bytes[at] != c) {
            throw new IllegalArgumentException("expected " + c + " at " + text(at, Math.min(bytes.length, at + 20)));
        }
        at++;
    }

    private void skipString() {
        expect('"');
        while (bytes[at] != '"') {
            at += bytes[at] == '\\' ? 2 : 1;
        }
        at++;
    }

    private void skipValue() {
        int depth = 0;
        do {
            byte c = bytes[at];
            if (c == '"') {
                skipString();
            } else if (c == '{' || c == '[') {
                depth++;
                at++;
            } else if (c == '}' || c == ']') {
                depth--;
                at++;
            } else {
                at++;
            }
        } while (depth > 0 || (bytes[at] != ',' && bytes[at] != '}'));
    }
}
