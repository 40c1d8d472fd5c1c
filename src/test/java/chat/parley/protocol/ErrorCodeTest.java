package chat.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ErrorCodeTest {

    @Test
    void the_codes_are_those_the_protocol_documents_in_the_same_order() throws IOException {
        String protocol = Files.readString(Path.of("docs/PROTOCOL.md"));
        String errors = protocol.substring(protocol.indexOf("## Errors"), protocol.indexOf("## Close codes"));
        List<String> documented = Pattern.compile("^\\| `(\\w+)` \\|", Pattern.MULTILINE)
                .matcher(errors)
                .results()
                .map(MatchResult::group)
                .map(row -> row.replaceAll("\\W", ""))
                .toList();

        assertThat(Stream.of(ErrorCode.values()).map(ErrorCode::wireName)).containsExactlyElementsOf(documented);
    }

    @Test
    void a_code_is_the_same_whatever_the_servers_language() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(ErrorCode.ID_CONFLICT.wireName()).isEqualTo("id_conflict");
        } finally {
            Locale.setDefault(before);
        }
    }
}
