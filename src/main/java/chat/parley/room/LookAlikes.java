package chat.parley.room;

/** Tells names that look alike. */
public interface LookAlikes {
    /** What it looks like: two texts that cannot be told apart by their looks have the same. Any thread may call. */
    String skeleton(String text);
}
