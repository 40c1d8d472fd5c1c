package chat.parley.room;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The secret of a bot's token: {@code parley_bot_} and 43 characters of URL-safe base64. With 256 random bits nobody guesses one,
 * however often they try; so a plain hash of it is enough to keep, and tries need no brake.
 */
final class BotSecret {
    /** By this those who look through code and logs for secrets find it. */
    static final String PREFIX = "parley_bot_";

    private static final int RANDOM_BYTES = 32;
    private static final int ID_LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private BotSecret() {}

    static String create() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String hash(String secret) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What a token is known by. */
    static String id(String hash) {
        return hash.substring(0, ID_LENGTH);
    }
}
