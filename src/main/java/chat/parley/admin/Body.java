package chat.parley.admin;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request carries, read field by field, so that whoever asked is told which one is wrong. */
final class Body {
    private static final int MAX_CHARS = 64 * 1024;

    private final JsonObject object;

    private Body(JsonObject object) {
        this.object = object;
    }

    /** Nothing at all is an object without fields. */
    static Body parse(String text) {
        if (text.isBlank()) {
            return new Body(JsonValue.EMPTY_JSON_OBJECT);
        }
        if (text.length() > MAX_CHARS) {
            throw new Operations.RefusedException("the body is too large");
        }
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return new Body(reader.readObject());
        } catch (JsonException | StackOverflowError e) {
            throw new Operations.RefusedException("the body is no JSON object");
        }
    }

    String string(String name) {
        JsonValue value = object.get(name);
        if (value instanceof JsonString string) {
            return string.getString();
        }
        throw new Operations.RefusedException(name + ": " + (value == null ? "missing" : "not a string"));
    }

    String string(String name, String otherwise) {
        return isAbsent(name) ? otherwise : string(name);
    }

    /** None where the field is absent. */
    List<String> strings(String name) {
        if (isAbsent(name)) {
            return List.of();
        }
        if (object.get(name) instanceof JsonArray array
                && array.stream().allMatch(value -> value instanceof JsonString)) {
            return array.getValuesAs(JsonString::getString);
        }
        throw new Operations.RefusedException(name + ": not a list of strings");
    }

    /** Null where the field is absent or empty. */
    @Nullable
    Instant time(String name) {
        String text = string(name, "");
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Operations.RefusedException(name + ": a time as 2026-03-01T08:15:30Z");
        }
    }

    long whole(String name, long otherwise) {
        if (isAbsent(name)) {
            return otherwise;
        }
        if (object.get(name) instanceof JsonNumber number && number.isIntegral()) {
            try {
                return number.longValueExact();
            } catch (ArithmeticException tooLarge) {
                // Told below.
            }
        }
        throw new Operations.RefusedException(name + ": not a whole number");
    }

    /** A number in a query, read here, for the servers disagree about what to do with what is none. */
    static long number(String name, String text, long min, long max) {
        try {
            long value = Long.parseLong(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException notOne) {
            // Told below.
        }
        throw new Operations.RefusedException(name + ": " + min + " to " + max);
    }

    private boolean isAbsent(String name) {
        JsonValue value = object.get(name);
        return value == null || value == JsonValue.NULL;
    }
}
