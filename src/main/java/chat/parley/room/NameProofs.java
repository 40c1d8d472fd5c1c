package chat.parley.room;

import chat.parley.model.UserName;

/** Proofs, handed to guests, that a name is theirs. */
public interface NameProofs {
    /** A proof of the name, opaque to whoever holds it. */
    String issue(UserName name);

    /** Whether the text is a proof of the name that still holds. Anything else, damaged or made up, is none. */
    boolean proves(String proof, UserName name);
}
