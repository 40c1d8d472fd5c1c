package chat.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CloseCodeTest {

    private static final int MAX_REASON_BYTES = 123;

    @ParameterizedTest
    @EnumSource
    void a_reason_fits_into_a_close_frame(CloseCode code) {
        assertThat(code.reason().getBytes(StandardCharsets.UTF_8)).hasSizeBetween(1, MAX_REASON_BYTES);
    }

    @ParameterizedTest
    @EnumSource
    void the_range_says_whether_to_reconnect(CloseCode code) {
        assertThat(code.reconnect()).isEqualTo(code.code() / 500 == 8);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TOO_BIG")
    void our_own_codes_are_in_the_range_for_applications(CloseCode code) {
        assertThat(code.code()).isBetween(4000, 4999);
    }

    @Test
    void a_frame_too_large_has_the_standards_own_code() {
        assertThat(CloseCode.TOO_BIG.code()).isEqualTo(1009);
    }

    @Test
    void the_codes_are_those_the_protocol_documents() throws IOException {
        String protocol = Files.readString(Path.of("docs/PROTOCOL.md"));
        Map<Integer, Boolean> documented = new TreeMap<>();
        Pattern.compile("^\\| (4\\d{3}) \\|.*\\| (yes|no) \\|$", Pattern.MULTILINE)
                .matcher(protocol)
                .results()
                .forEach(row -> documented.put(
                        Integer.valueOf(row.group(1)), row.group(2).equals("yes")));

        assertThat(Stream.of(CloseCode.values())
                        .filter(code -> code != CloseCode.TOO_BIG)
                        .collect(Collectors.toMap(CloseCode::code, CloseCode::reconnect)))
                .isEqualTo(documented);
    }
}
