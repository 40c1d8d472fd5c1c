package chat.parley.page;

import org.junit.platform.suite.api.ExcludeTags;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/**
 * All that needs a browser but what runs alone, for a whole run: a browser keeps two cores busy, and two of them beside each other
 * only keep each other waiting. Each of these can be run by its own name.
 */
@Suite(failIfNoTests = false)
@ExcludeTags("alone")
@SelectClasses({
    PageOnWildFlyIT.class,
    FrameOnWildFlyIT.class,
    LogOnWildFlyIT.class,
    ComposerOnWildFlyIT.class,
    SafetyOnWildFlyIT.class,
    PageOnPayaraIT.class,
    ConsoleOnWildFlyIT.class,
    ConsoleOnPayaraIT.class,
    ModulesTest.class
})
class BrowserSuiteIT {}
