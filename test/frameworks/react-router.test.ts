/** docs/frameworks/react-router.md, built, opened and signed in with. */
import { nodeOf } from '../runtimes/node.mjs';
import { walk } from './walk.js';

walk({
  name: 'react-router',
  node: () => nodeOf(24),
  build: ['react-router', 'build'],
  start: () => ['react-router-serve', 'build/server/index.js'],
  isDrawn: true,
  check: ['tsc'],
  mistake: {
    file: 'app/sign-in.tsx',
    right: 'event.phone',
    wrong: 'event.number',
    said: /'number' does not exist on type 'PhoneVerifiedEvent'/,
  },
});
