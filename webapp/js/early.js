/**
 * What has to be done before anything is seen. The page waits for this module with its first picture.
 */

import { pageMemory } from './memory.js';
import { settingsOf } from './settings.js';
import { showTheme } from './theme.js';

showTheme(settingsOf(pageMemory().settings).theme);
