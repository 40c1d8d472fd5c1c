package chat.parley.admin;

import static java.util.stream.Collectors.toUnmodifiableSet;

import chat.parley.model.Actor;
import chat.parley.model.Role;
import chat.parley.model.RoomName;
import chat.parley.model.User;
import chat.parley.model.User.Kind;
import chat.parley.model.UserName;
import chat.parley.room.Subject;
import chat.parley.settings.AddressRange;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Whom an act is for and who acts, from what was typed or from the request. */
final class Subjects {
    private Subjects() {}

    /**
     * Whoever the request is from.
     *
     * @param address where that is
     */
    static Actor actor(HttpServletRequest request, String address) {
        Set<Role> roles = Stream.of(Role.values())
                .filter(role -> request.isUserInRole(role.roleName()))
                .collect(toUnmodifiableSet());
        return new Actor(request.getUserPrincipal().getName(), Actor.Kind.MEMBER, address, roles);
    }

    /** As the audit log writes it: {@code guest ada}, {@code member grace}, {@code 192.0.2.0/24}. */
    static Subject subject(String text) {
        String[] words = text.strip().split(" ", 2);
        return words.length == 2 ? new Subject.Person(user(words[0], words[1])) : address(words[0]);
    }

    static Subject address(String text) {
        return new Subject.Address(checked("address", () -> AddressRange.parse(text)));
    }

    static User user(String kind, String name) {
        return switch (kind) {
            case "guest" -> new User(checked("name", () -> UserName.parse(name)), Kind.GUEST);
            case "member" -> new User(checked("name", () -> UserName.ofMember(name)), Kind.MEMBER);
            default -> throw new Operations.RefusedException("kind: guest or member");
        };
    }

    static RoomName room(String name) {
        return checked("room", () -> RoomName.parse(name));
    }

    private static <T> T checked(String field, Supplier<T> parse) {
        try {
            return parse.get();
        } catch (IllegalArgumentException e) {
            throw new Operations.RefusedException(field + ": " + e.getMessage());
        }
    }
}
