package chat.parley.model;

/**
 * The stay of somebody whom the server signed in: from then until they sign out, or have done nothing for too long.
 *
 * <p>Any thread may call; nothing blocks.
 */
public interface SignIn {

    /** Of somebody who is not signed in, or by no session that could end: lasts for good. */
    SignIn NONE = new SignIn() {
        @Override
        public boolean lasts() {
            return true;
        }

        @Override
        public void active() {
            // Nothing ends for want of it.
        }
    };

    /** Whether it has not ended. */
    boolean lasts();

    /** They have just done something, so it goes on. */
    void active();
}
