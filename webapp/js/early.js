/**
 * What has to be done before anything is seen. The page waits for this module with its first picture.
 */

import { pageMemory } from './chat/memory.js';
import { settingsOf } from './shell/settings.js';
import { showTheme } from './shell/theme.js';

showTheme(settingsOf(pageMemory().settings).theme);
