package chat.parley.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.ServerKind;
import chat.parley.testing.ServerProcess;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Texts that would be programs if they came to be read as markup, through the real server: nothing runs, nothing is asked of
 * another host, and all of it is shown. That the browser complains of nothing is asserted after each scenario, so the page's
 * policy was never needed.
 */
class SafetyOnWildFlyIT extends PageTest {

    /** What stands for harm: the hostile texts call it. */
    private static final String TRAP = "window.harm = 0; window.hacked = () => { window.harm++; }";

    private static final List<String> TEXTS = hostileTexts();

    /** Those of them that are links to where links may lead, and what is shown of these. */
    private static final Map<String, String> LINKS = Map.of(
            "[press](https://example.org 'x\" onmouseover=\"hacked()')", "press",
            "<https://example.org/\"onmouseover=\"hacked()>", "https://example.org/\"onmouseover=\"hacked()");

    @Override
    ServerProcess startServer() {
        return ServerKind.WILDFLY.start(Map.of("parley.rate-per-second", "0"));
    }

    @Test
    void as_messages_they_are_text() {
        Visitor grace = trapped("grace");
        Visitor ada = trapped("ada");
        TEXTS.forEach(text -> ada.say(text.startsWith("/") && !text.startsWith("/me") ? "/" + text : text));
        assertThat(ada.said()).hasCount(TEXTS.size());
        assertThat(grace.said()).hasCount(TEXTS.size());

        for (Visitor visitor : List.of(ada, grace)) {
            assertHarmless(visitor);
            List<String> shown = visitor.texts().allTextContents();
            for (int i = 0; i < TEXTS.size(); i++) {
                assertThat(withoutMarks(shown.get(i)))
                        .as(TEXTS.get(i))
                        .isEqualTo(withoutMarks(LINKS.getOrDefault(TEXTS.get(i), TEXTS.get(i))));
            }
        }
        Visitor alan = trapped("alan");
        assertThat(alan.said()).hasCount(50);
        assertHarmless(alan);
    }

    @Test
    void as_topics_they_are_text() {
        Visitor grace = trapped("grace");
        Visitor ada = trapped("ada");
        for (String text : TEXTS) {
            ada.say("/topic " + text);
            assertThat(grace.page().locator("#topic")).hasText(text);
        }
        assertHarmless(ada);
        assertHarmless(grace);
    }

    @Test
    void as_names_of_people_and_rooms_they_are_refused_and_shown_as_text() {
        Visitor ada = newcomer();
        ada.page().addInitScript(TRAP);
        ada.open(server().page());
        for (String text : TEXTS) {
            ada.choose(text);
            assertThat(ada.page().locator("#name-problem")).containsText(cut(text, 64));
        }
        assertHarmless(ada);
        ada.choose(name("ada"));
        ada.becomesConnected();
        for (String text : TEXTS) {
            ada.join(text);
            assertThat(ada.page().locator("#room-problem"))
                    .containsText(cut(text.replaceFirst("^#", ""), 80).toLowerCase(Locale.ROOT));
        }
        assertHarmless(ada);
    }

    private Visitor trapped(String who) {
        Visitor visitor = newcomer();
        visitor.page().addInitScript(TRAP);
        visitor.enter(server().page(), name(who));
        visitor.join(room());
        assertThat(visitor.page().locator("#room-title")).hasText(room());
        return visitor;
    }

    private static void assertHarmless(Visitor visitor) {
        Locator made = visitor.page()
                .locator("#conversation")
                .locator(
                        "script, style, link, meta, base, img, svg, math, iframe, object, embed, video, audio, form:not(#composer),"
                                + " input, details, template, [style], [onerror], [onload], [onclick], [onmouseover]");
        assertThat(made).hasCount(0);
        List<?> addresses = (List<?>) visitor.page()
                .locator("#conversation a")
                .evaluateAll(
                        "links => links.map((link) => link.href).filter((href) => !/^(https?|mailto):/.test(href))");
        assertThat(addresses).as("addresses of links").isEmpty();
        visitor.page().locator("#conversation a").all().forEach(link -> link.dispatchEvent("mouseover"));
        assertThat(visitor.page().evaluate("window.harm")).isEqualTo(0);
    }

    /** What Markdown takes as marks may be shown as what they mean: a list's bullet, bold type. */
    private static String withoutMarks(String text) {
        return text.replaceAll("^/me ", "").replaceAll("[*`~>|#\\s-]", "");
    }

    private static String cut(String text, int most) {
        return text.substring(0, Math.min(most, text.length())).trim();
    }

    private static List<String> hostileTexts() {
        try (InputStream stream = SafetyOnWildFlyIT.class.getResourceAsStream("/hostile-texts.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
