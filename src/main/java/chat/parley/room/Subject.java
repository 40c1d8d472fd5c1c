package chat.parley.room;

import chat.parley.model.User;
import chat.parley.settings.AddressRange;
import java.util.Locale;

/** Whom an act is for. */
public sealed interface Subject {
    /** A guest or a member by name: the two are different people, also where the name is the same. */
    record Person(User user) implements Subject {
        @Override
        public String toString() {
            return user.kind().name().toLowerCase(Locale.ROOT) + " "
                    + user.name().display();
        }
    }

    /** Whoever calls from an address, or from a block of them. */
    record Address(AddressRange range) implements Subject {
        @Override
        public String toString() {
            return range.toString();
        }
    }
}
