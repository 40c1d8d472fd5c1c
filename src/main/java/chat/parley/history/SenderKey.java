package chat.parley.history;

import chat.parley.model.Event;
import chat.parley.model.User;
import chat.parley.model.User.Kind;
import chat.parley.model.UserName;
import org.jspecify.annotations.Nullable;

/** How a sender is stored: {@code g:ada} for a guest, {@code m:ada} for a member, {@code d:ada}
 * for a member as the one who took a message back, with the name by which people are compared. */
final class SenderKey {
    private static final String GUEST = "g:";
    private static final String MEMBER = "m:";
    /** Whoever takes a message back: no id that a client chose meets those. */
    private static final String DELETER = "d:";

    private SenderKey() {}

    static String of(User sender) {
        return (sender.kind() == Kind.MEMBER ? MEMBER : GUEST) + sender.name().key();
    }

    static String of(Event event) {
        return event.isDeletion() ? DELETER + event.sender().name().key() : of(event.sender());
    }

    /** The name as it is shown, where that is not the key; else null. */
    static @Nullable String shownAs(User sender) {
        UserName name = sender.name();
        return name.display().equals(name.key()) ? null : name.display();
    }

    /** The sender again. A guest's name is always one that a member could have. */
    static User sender(String key, @Nullable String shownAs) {
        String name = shownAs == null ? key.substring(GUEST.length()) : shownAs;
        return new User(UserName.ofMember(name), key.startsWith(GUEST) ? Kind.GUEST : Kind.MEMBER);
    }
}
