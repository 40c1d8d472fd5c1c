package chat.parley.room;

import chat.parley.model.UserName;
import chat.parley.protocol.CloseCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Gives members' names to members: a guest who has one, or one that looks like it, is sent away. Safe for use by all threads. */
@Singleton
class MemberClaims {
    private final People people;
    private final Connections connections;

    @Inject
    MemberClaims(People people, Connections connections) {
        this.people = people;
        this.connections = connections;
    }

    /** Keeps the name for a member who is not here. */
    void hold(UserName member) {
        // In this order: from then on no guest gets such a name, and those who have one are found.
        people.hold(member);
        dismissGuests(member);
    }

    /** To be called when the name is a member's already. */
    void dismissGuests(UserName member) {
        for (Connection other : connections.open()) {
            People.Person person = other.person();
            if (person != null && people.isGuestLike(person.user(), member)) {
                other.close(CloseCode.UNAUTHORIZED, 0);
            }
        }
    }
}
