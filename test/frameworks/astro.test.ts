/** docs/frameworks/astro.md, built, opened and signed in with. */
import { nodeOf } from '../runtimes/node.mjs';
import { walk } from './walk.js';

walk({
  name: 'astro',
  node: () => nodeOf(24),
  build: ['astro', 'build'],
  start: () => ['node', 'dist/server/entry.mjs'],
  isDrawn: true,
  check: ['astro', 'check'],
  mistake: {
    file: 'src/components/SignIn.astro',
    right: '({ phone })',
    wrong: '({ number })',
    said: /'number' does not exist on type 'PhoneVerifiedEvent'/,
  },
});
