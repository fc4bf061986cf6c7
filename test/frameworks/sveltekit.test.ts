/** docs/frameworks/sveltekit.md, built, opened and signed in with. */
import { nodeOf } from '../runtimes/node.mjs';
import { walk } from './walk.js';

walk({
  name: 'sveltekit',
  node: () => nodeOf(24),
  build: ['vite', 'build'],
  start: () => ['node', 'build'],
  isDrawn: true,
  check: ['svelte-check'],
  mistake: {
    file: 'src/routes/+page.svelte',
    right: 'event.phone',
    wrong: 'event.number',
    said: /'number' does not exist on type 'PhoneVerifiedEvent'/,
  },
});
