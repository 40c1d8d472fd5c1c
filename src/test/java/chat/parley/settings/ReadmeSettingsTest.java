package chat.parley.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** README.md's table of settings and the definitions say the same, row by row. */
class ReadmeSettingsTest {

    @Test
    void the_readme_has_every_setting_with_its_default_what_is_allowed_and_what_it_means() throws IOException {
        assertThat(rowsOfReadme())
                .isNotEmpty()
                .containsExactlyElementsOf(
                        SettingDefinitions.ALL.stream().map(this::row).toList());
    }

    private String row(Setting<?> setting) {
        String value = setting.defaultText().isEmpty() ? "none" : "`" + setting.defaultText() + "`";
        return "| `%s` | %s | %s | %s | %s |"
                .formatted(
                        setting.name(),
                        value,
                        setting.type().allowed(),
                        setting.live() ? "at once" : "at the next start",
                        setting.meaning());
    }

    private List<String> rowsOfReadme() throws IOException {
        return Files.readString(Path.of("README.md"))
                .lines()
                .dropWhile(line -> !line.equals("## Settings"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| `"))
                .toList();
    }
}
