package chat.parley.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuestTokensTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:15:30.123Z");
    private static final Instant EXPIRY = NOW.plus(GuestTokens.VALIDITY);

    private final GuestTokens tokens = new GuestTokens(secret(1));

    @Test
    void a_token_proves_the_name_it_was_issued_for() {
        String token = tokens.issue("ada", EXPIRY);

        assertThat(tokens.verify(token, "ada", at(NOW))).isTrue();
        assertThat(tokens.verify(token, "bob", at(NOW))).isFalse();
        assertThat(tokens.verify(token, "ad", at(NOW))).isFalse();
    }

    @Test
    void a_token_is_good_for_30_days_and_no_longer() {
        String token = tokens.issue("ada", EXPIRY);

        assertThat(tokens.verify(token, "ada", at(Instant.parse("2026-03-31T08:15:29.999Z"))))
                .isTrue();
        assertThat(tokens.verify(token, "ada", at(Instant.parse("2026-03-31T08:15:30Z"))))
                .isFalse();
    }

    @Test
    void another_node_with_the_same_secret_knows_it_and_one_with_another_does_not() {
        String token = tokens.issue("ada", EXPIRY);

        assertThat(new GuestTokens(secret(1)).verify(token, "ada", at(NOW))).isTrue();
        assertThat(new GuestTokens(secret(2)).verify(token, "ada", at(NOW))).isFalse();
    }

    @Test
    void a_token_with_any_bit_changed_is_invalid() {
        byte[] token = Base64.getUrlDecoder().decode(tokens.issue("ada", EXPIRY));

        for (int bit = 0; bit < token.length * 8; bit++) {
            byte[] changed = token.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(tokens.verify(Base64.getUrlEncoder().encodeToString(changed), "ada", at(NOW)))
                    .as("bit %s", bit)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "null",
                "not base64!",
                "AAAA",
                "😀",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void what_is_no_token_is_merely_invalid(String text) {
        assertThat(tokens.verify(text, "ada", at(NOW))).isFalse();
        assertThat(tokens.verify(text + tokens.issue("ada", EXPIRY), "ada", at(NOW)))
                .isEqualTo(text.isEmpty());
    }

    @Test
    void a_token_can_stand_in_an_url() {
        for (int i = 0; i < 100; i++) {
            assertThat(tokens.issue("王小明" + i, EXPIRY)).matches("[A-Za-z0-9_-]{54}");
        }
    }

    @Test
    void a_secret_has_32_bytes_and_no_two_are_the_same() {
        assertThatThrownBy(() -> new GuestTokens(new byte[31])).isInstanceOf(IllegalArgumentException.class);

        Set<String> secrets = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            secrets.add(Base64.getEncoder().encodeToString(GuestTokens.newSecret()));
        }
        assertThat(secrets).hasSize(100).allMatch(secret -> secret.length() == 44);
    }

    private static byte[] secret(int seed) {
        byte[] secret = new byte[GuestTokens.SECRET_LENGTH];
        secret[seed] = 1;
        return secret;
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }
}
