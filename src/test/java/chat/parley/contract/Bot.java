package chat.parley.contract;

/**
 * A bot's token, as whoever made it was told.
 *
 * @param name under which the bot is a member
 * @param id by which the token is revoked
 */
record Bot(String name, String id, String secret) {}
