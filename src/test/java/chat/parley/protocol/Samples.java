package chat.parley.protocol;

import chat.parley.model.Act;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes one of any message, every field filled, or only those that must be. */
final class Samples {

    private Samples() {}

    static Object of(Class<?> type, boolean optionalToo) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(Arrays.stream(components)
                    .map(component -> value(type, component, optionalToo))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type + " cannot be made", e);
        }
    }

    private static @Nullable Object value(Class<?> of, RecordComponent component, boolean optionalToo) {
        Class<?> type = component.getType();
        if (!optionalToo && component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            return null;
        }
        return switch (type.getSimpleName()) {
            case "String" -> text(of, component.getName());
            case "int", "Integer" -> component.getName().equals("code") ? CloseCode.SHUTTING_DOWN.code() : 7;
            case "long", "Long" -> 7L;
            case "boolean", "Boolean" -> true;
            case "List" -> items(of, component, optionalToo);
            default -> of(type, optionalToo);
        };
    }

    private static List<?> items(Class<?> of, RecordComponent list, boolean optionalToo) {
        Class<?> item = (Class<?>)
                ((AnnotatedParameterizedType) list.getAnnotatedType()).getAnnotatedActualTypeArguments()[0].getType();
        if (item.isSealed()) {
            return Stream.of(item.getPermittedSubclasses())
                    .map(kind -> of(kind, optionalToo))
                    .toList();
        }
        return List.of(item.isRecord() ? of(item, optionalToo) : text(of, list.getName()));
    }

    private static String text(Class<?> of, String field) {
        return switch (of.getSimpleName() + "." + field) {
            case "Person.kind", "Attendee.kind" -> "guest";
            case "Attendee.role" -> "moderator";
            case "Welcome.roles" -> "moderator";
            case "Moderated.act" -> Act.BAN.wireName();
            case "Removed.why" -> "kicked";
            case "Server.history" -> "memory";
            case "Refusal.code" -> ErrorCode.BUSY.wireName();
            default -> "text";
        };
    }
}
