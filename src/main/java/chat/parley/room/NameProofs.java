package chat.parley.room;

import chat.parley.model.UserName;
import org.jspecify.annotations.Nullable;

/** Proofs, handed to guests, that a name is theirs. */
public interface NameProofs {
    /** A proof of the name, opaque to whoever holds it; null when none can be made just now. */
    @Nullable
    String issue(UserName name);

    /** Whether the text is a proof of the name that still holds. Anything else, damaged or made up, is none. */
    boolean proves(String proof, UserName name);
}
