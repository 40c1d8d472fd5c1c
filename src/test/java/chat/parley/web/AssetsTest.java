package chat.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AssetsTest {

    @Test
    void a_module_goes_without_what_explains_it_and_keeps_its_lines() {
        assertThat(shipped("""
                /**
                 * What it is for.
                 */

                import { html } from 'lit-html';

                /** @param {string} name */
                export function view(name) {
                  // Said beside the code
                  /** @type {any} */ (globalThis).seen = name;
                  return html`<b title=${/** @type {any} */ (name)}>/* ${name} */</b>`;
                }
                """)).isEqualTo("""




                import { html } from 'lit-html';


                export function view(name) {
                  // Said beside the code
                 (globalThis).seen = name;
                  return html`<b title=${/** @type {any} */ (name)}>/* ${name} */</b>`;
                }
                """);
    }

    private static String shipped(String module) {
        return new String(Assets.withoutComments(module.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}
