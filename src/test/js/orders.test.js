import { examples } from './harness.js';

export const tests = await examples('/page/js/chat/orders.js');
