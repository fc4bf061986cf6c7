/** docs/frameworks/nuxt.md, built, opened and signed in with. */
import { nodeOf } from '../runtimes/node.mjs';
import { walk } from './walk.js';

walk({
  name: 'nuxt',
  node: () => nodeOf(24),
  build: ['nuxt', 'build'],
  start: () => ['node', '.output/server/index.mjs'],
  isDrawn: true,
  check: ['vue-tsc', '--build', '--noEmit'],
  mistake: {
    file: 'app/app.vue',
    right: 'event.phone',
    wrong: 'event.number',
    said: /'number' does not exist on type 'PhoneVerifiedEvent'/,
  },
});
