package chat.parley.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "7",
                "lobby",
                "team-1",
                "v1.2_beta",
                "会议室",
                "会议室-2",
                "комната",
                "straße",
                "οδός",
                "प्रिया",
                "𠮷",
                "غرفة"
            })
    void rooms_have_names_of_any_script(String name) {
        assertThat(RoomName.parse(name)).hasToString(name).isEqualTo(new RoomName(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Lobby",
                "LOBBY",
                "Комната",
                "ǅ",
                ".a",
                "-a",
                "_a",
                "\u0301a",
                "a b",
                "a/b",
                "a\\b",
                "#a",
                "a'b",
                "a\n",
                "a\u0000",
                "a\u200D",
                "a\uFE0F",
                "a🙂",
                "a\uD83D",
                "a.\u0301"
            })
    void what_is_no_rooms_name_is_refused(String text) {
        assertThatThrownBy(() -> RoomName.parse(text)).isInstanceOf(InvalidNameException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ｌｏｂｂｙ", "e\u0301cole", "ﬁ"})
    void a_name_in_another_form_than_its_canonical_one_is_refused(String text) {
        assertThatThrownBy(() -> RoomName.parse(text))
                .isInstanceOf(InvalidNameException.class)
                .hasMessageContaining("NFKC");
    }

    @Test
    void the_longest_name_has_64_characters_however_many_units_they_take() {
        String longest = "𠮷".repeat(64);

        assertThat(RoomName.parse(longest).value()).isEqualTo(longest);
        assertThatThrownBy(() -> RoomName.parse(longest + "a")).hasMessage("a room's name has at most 64 characters");
        assertThatThrownBy(() -> RoomName.parse("a".repeat(60_000))).isInstanceOf(InvalidNameException.class);
    }

    @Test
    void the_message_says_what_is_wrong() {
        assertThatThrownBy(() -> RoomName.parse("Lobby")).hasMessage("a room's name is in lower case");
        assertThatThrownBy(() -> RoomName.parse("a b")).hasMessage("a room's name cannot hold ' '");
    }
}
