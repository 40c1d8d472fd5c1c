package chat.parley.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opaque proofs that a guest's name is theirs: the expiry in seconds and an HMAC-SHA256 over it and the name, 54 characters
 * of URL-safe base64. Nothing is kept of them, so every server with the same secret knows them, and none can be taken back.
 *
 * <p>Any thread may call; nothing blocks.
 */
public final class GuestTokens {

    /** How long a token is good for. */
    public static final Duration VALIDITY = Duration.ofDays(30);

    /** In bytes. */
    public static final int SECRET_LENGTH = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAC_LENGTH = 32;
    /** Sets these apart from whatever else the secret may come to sign. */
    private static final byte[] PURPOSE = "parley guest 1\n".getBytes(UTF_8);

    private final SecretKeySpec secret;

    /** @throws IllegalArgumentException if the secret has not {@value #SECRET_LENGTH} bytes */
    public GuestTokens(byte[] secret) {
        if (secret.length != SECRET_LENGTH) {
            throw new IllegalArgumentException("a secret has " + SECRET_LENGTH + " bytes, not " + secret.length);
        }
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /** A secret nobody can guess. */
    public static byte[] newSecret() {
        byte[] secret = new byte[SECRET_LENGTH];
        new SecureRandom().nextBytes(secret);
        return secret;
    }

    /**
     * A token for the guest with this name.
     *
     * @param nameKey the name in the form by which names are compared
     * @param expiry from when on it is invalid; the fraction of a second is cut off
     */
    public String issue(String nameKey, Instant expiry) {
        long seconds = expiry.getEpochSecond();
        byte[] token = ByteBuffer.allocate(Long.BYTES + MAC_LENGTH)
                .putLong(seconds)
                .put(mac(nameKey, seconds))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Whether the token was issued for this name and has not expired. What is no token at all is merely invalid. */
    public boolean verify(String token, String nameKey, Clock clock) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return false;
        }
        if (bytes.length != Long.BYTES + MAC_LENGTH) {
            return false;
        }
        long expiry = ByteBuffer.wrap(bytes).getLong();
        byte[] mac = Arrays.copyOfRange(bytes, Long.BYTES, bytes.length);
        // In constant time, or the time it takes tells how many bytes of a forgery are right
        return MessageDigest.isEqual(mac, mac(nameKey, expiry))
                && clock.instant().getEpochSecond() < expiry;
    }

    private byte[] mac(String nameKey, long expiry) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update(PURPOSE);
            mac.update(ByteBuffer.allocate(Long.BYTES).putLong(0, expiry));
            return mac.doFinal(nameKey.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
