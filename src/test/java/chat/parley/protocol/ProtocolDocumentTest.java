package chat.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Act;
import chat.parley.settings.Settings;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The tables of docs/PROTOCOL.md and the code say the same. */
class ProtocolDocumentTest {

    private static final Pattern FIELD = Pattern.compile("`([a-zA-Z]+)`(\\??)");

    @Test
    void it_has_every_error_code_and_no_other() throws IOException {
        assertThat(rows("## Errors"))
                .extracting(row -> row.get(0))
                .containsExactly(Stream.of(ErrorCode.values())
                        .map(code -> "`" + code.wireName() + "`")
                        .toArray(String[]::new));
    }

    @Test
    void it_has_every_close_code_of_ours_and_says_whether_to_reconnect() throws IOException {
        assertThat(rows("## Close codes"))
                .filteredOn(row -> row.get(0).startsWith("4"))
                .extracting(row -> row.get(0) + " " + row.get(2))
                .containsExactly(Stream.of(CloseCode.values())
                        .filter(code -> code.code() >= 4000)
                        .map(code -> code.code() + " " + yesOrNo(code))
                        .toArray(String[]::new));
    }

    @Test
    void it_has_the_standards_close_codes_that_parley_sends() throws IOException {
        List<List<String>> rows = rows("## Close codes");

        assertThat(CloseCode.values())
                .filteredOn(code -> code.code() < 4000)
                .isNotEmpty()
                .allSatisfy(code -> assertThat(rows)
                        .filteredOn(row -> List.of(row.get(0).split(", ")).contains(Integer.toString(code.code())))
                        .singleElement()
                        .satisfies(row -> assertThat(row.get(2)).isEqualTo(yesOrNo(code))));
    }

    @Test
    void it_has_every_request_with_its_fields() throws IOException {
        assertThat(rows("## Requests"))
                .extracting(row -> row.get(0) + fields(row.get(1)))
                .containsExactlyInAnyOrder(Stream.of(ClientMessage.class.getPermittedSubclasses())
                        .map(type -> "`" + type.getSimpleName().toLowerCase(Locale.ROOT) + "`" + fields(type, "id?"))
                        .toArray(String[]::new));
    }

    @Test
    void it_has_every_act_of_a_moderator() throws IOException {
        assertThat(rows("## Moderating"))
                .extracting(row -> row.get(0))
                .containsExactly(Stream.of(Act.values())
                        .map(act -> "`" + act.wireName() + "`")
                        .toArray(String[]::new));
    }

    @Test
    void it_has_everything_the_server_says_with_its_fields() throws IOException {
        assertThat(Stream.concat(rows("## Answers").stream(), rows("## What everybody in the room gets").stream()))
                .extracting(row -> row.get(0) + fields(row.get(1)))
                .containsExactlyInAnyOrder(Stream.of(ServerMessage.class
                                .getAnnotation(JsonbTypeInfo.class)
                                .value())
                        .map(answer -> "`" + answer.alias() + "`" + fields(answer.type(), ""))
                        .toArray(String[]::new));
    }

    @Test
    void the_frames_of_its_first_conversation_are_requests_and_answers() throws IOException {
        ClientMessageDecoder decoder = new ClientMessageDecoder(Settings.defaults());
        List<String> lines = section("## A first conversation").toList();

        assertThat(lines.stream().filter(line -> line.startsWith("    > ")))
                .isNotEmpty()
                .allSatisfy(
                        line -> assertThat(decoder.decode(line.substring(6))).isInstanceOf(ClientFrame.Request.class));
    }

    /** The cells of a section's table, without its head. */
    private static List<List<String>> rows(String heading) throws IOException {
        List<List<String>> rows = section(heading)
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .map(line -> Stream.of(line.substring(1).split("[|]"))
                        .map(String::strip)
                        .toList())
                .toList();
        assertThat(rows).as(heading).isNotEmpty();
        return rows;
    }

    private static Stream<String> section(String heading) throws IOException {
        return Files.readString(Path.of("docs/PROTOCOL.md"))
                .lines()
                .dropWhile(line -> !line.equals(heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "));
    }

    /** The names of the fields in a cell, a question mark behind those that may be missing; not what is within them. */
    private static List<String> fields(String cell) {
        return FIELD.matcher(cell.replaceAll("\\{[^}]*}", ""))
                .results()
                .map(field -> field.group(1) + field.group(2))
                .toList();
    }

    private static List<String> fields(Class<?> type, String besides) {
        return Stream.of(type.getRecordComponents())
                .map(field ->
                        field.getName() + (field.getAnnotatedType().isAnnotationPresent(Nullable.class) ? "?" : ""))
                .filter(name -> !name.equals(besides))
                .toList();
    }

    private static String yesOrNo(CloseCode code) {
        return code.reconnect() ? "yes" : "no";
    }
}
