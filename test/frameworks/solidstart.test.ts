/** docs/frameworks/solidstart.md, built, opened and signed in with. */
import { nodeOf } from '../runtimes/node.mjs';
import { walk } from './walk.js';

walk({
  name: 'solidstart',
  node: () => nodeOf(24),
  build: ['vite', 'build'],
  start: () => ['node', '.output/server/index.mjs'],
  isDrawn: true,
  check: ['tsc'],
  mistake: {
    file: 'src/app.tsx',
    right: 'event.phone',
    wrong: 'event.number',
    said: /'number' does not exist on type 'PhoneVerifiedEvent'/,
  },
});
