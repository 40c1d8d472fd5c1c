package chat.parley.protocol;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a client's object, each of exactly the type the protocol gives it: JSON-B would turn numbers into strings
 * and cannot say which field was wrong. A null is the same as a missing field.
 */
record Fields(JsonObject object, String prefix) {
    Fields(JsonObject object) {
        this(object, "");
    }

    String string(String name) {
        return required(name, optionalString(name));
    }

    @Nullable
    String optionalString(String name) {
        JsonValue value = value(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof JsonString string)) {
            throw expected(name, "a string");
        }
        return storable(name, string.getString());
    }

    long whole(String name) {
        return required(name, optionalWhole(name));
    }

    @Nullable
    Long optionalWhole(String name) {
        JsonValue value = value(name);
        if (value == null) {
            return null;
        }
        // A number's digits are the client's to choose: 1e999999999 must not be written out.
        if (value instanceof JsonNumber number && Math.abs(number.doubleValue()) < 1e19 && number.isIntegral()) {
            try {
                return number.longValueExact();
            } catch (ArithmeticException tooLarge) {
                throw expected(name, "a whole number of 64 bits");
            }
        }
        throw expected(name, "a whole number");
    }

    @Nullable
    Fields optionalObject(String name) {
        JsonValue value = value(name);
        if (value == null) {
            return null;
        }
        if (value instanceof JsonObject inner) {
            return new Fields(inner, prefix + name + ".");
        }
        throw expected(name, "an object");
    }

    private @Nullable JsonValue value(String name) {
        JsonValue value = object.get(name);
        return value == JsonValue.NULL ? null : value;
    }

    private <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new BadMessageException(prefix + name + ": missing");
        }
        return value;
    }

    /** U+0000 and lone surrogates survive JSON and break databases (PostgreSQL refuses the whole batch). */
    private String storable(String name, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                throw new BadMessageException(prefix + name + ": holds U+0000 or half a surrogate pair");
            }
        }
        return text;
    }

    private BadMessageException expected(String name, String what) {
        return new BadMessageException(prefix + name + ": " + what + " expected");
    }
}
