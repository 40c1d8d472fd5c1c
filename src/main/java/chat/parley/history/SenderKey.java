package chat.parley.history;

import chat.parley.model.User;
import chat.parley.model.User.Kind;
import chat.parley.model.UserName;
import org.jspecify.annotations.Nullable;

/** How a sender is stored: {@code g:ada} for a guest, {@code m:ada} for a member, with the name by which people are compared. */
final class SenderKey {
    private static final String GUEST = "g:";
    private static final String MEMBER = "m:";

    private SenderKey() {}

    static String of(User sender) {
        return (sender.kind() == Kind.MEMBER ? MEMBER : GUEST) + sender.name().key();
    }

    /** The name as it is shown, where that is not the key; else null. */
    static @Nullable String shownAs(User sender) {
        UserName name = sender.name();
        return name.display().equals(name.key()) ? null : name.display();
    }

    /** The sender again. A guest's name is always one that a member could have. */
    static User sender(String key, @Nullable String shownAs) {
        String name = shownAs == null ? key.substring(GUEST.length()) : shownAs;
        return new User(UserName.ofMember(name), key.startsWith(MEMBER) ? Kind.MEMBER : Kind.GUEST);
    }
}
